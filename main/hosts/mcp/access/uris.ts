/** The resource with the payload of an event: of the capture with this id, or of the one that tools read when none is named. */
export function eventUri(n: number, capture?: string): string {
	return `wirebench://capture/${capture === undefined ? '' : `${encodeURIComponent(capture)}/`}event/${n}`;
}

/** Where a payload, or a part of it, is. */
export interface PayloadPlace {
	readonly capture?: string;
	readonly n: number;
	/** From this byte. */
	readonly offset: number;
	/** This many bytes; undefined: as many as one answer has. */
	readonly length: number | undefined;
}

/** The place in a URI of `eventUri`, with `?offset=` and `&length=` where they are wanted; undefined for any other URI. */
export function payloadPlace(uri: string): PayloadPlace | undefined {
	const found = /^wirebench:\/\/capture\/(?:([^/?#]+)\/)?event\/(\d{1,15})(?:\?([^#]*))?$/.exec(uri);
	if (found === null) return undefined;
	const [, capture, n, query] = found;
	const wanted = new URLSearchParams(query);
	const offset = wholeNumber(wanted.get('offset') ?? '0');
	const length = wanted.has('length') ? wholeNumber(wanted.get('length') ?? '') : undefined;
	if (offset === undefined || (wanted.has('length') && length === undefined)) return undefined;
	const id = capture === undefined ? {} : { capture: decodeURIComponent(capture) };
	return { ...id, n: Number(n), offset, length };
}

function wholeNumber(text: string): number | undefined {
	return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
