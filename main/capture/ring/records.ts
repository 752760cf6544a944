import type { CaptureConnection, CaptureEndpoint } from '../../../common/capture/event.ts';
import { trust } from '../../../common/rpc/trust.ts';
import type { SegmentLimits } from '../format/limits.ts';
import type { EventWords } from '../format/sentence-comment.ts';
import { RECORD_PAYLOAD_BYTES } from './layout.ts';

/** The endpoint of a run. */
export interface RunRecord {
	readonly id: string;
	readonly name: string;
	readonly kind: string;
	readonly config?: unknown;
}

/** Control records are JSON; data records have bytes, the other events UTF-8 text and the JSON of its sentence behind a NUL. */
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
/** Without validation: both ends of the ring are in this process. */
const decode = <T>(bytes: Uint8Array): T => trust(JSON.parse(new TextDecoder().decode(bytes)));

/** A config too large to be written is left out. */
export function encodeRun({ id, name, kind, config }: CaptureEndpoint): Uint8Array {
	const whole = encode({ id, name, kind, config });
	return whole.length <= RECORD_PAYLOAD_BYTES ? whole : encode({ id, name, kind });
}

export function encodeLimits({ segmentBytes, keepBytes }: SegmentLimits): Uint8Array {
	return encode({ segmentBytes, keepBytes });
}

export function decodeLimits(text: string): SegmentLimits {
	return trust(JSON.parse(text));
}

export function decodeRun(bytes: Uint8Array): RunRecord {
	return decode(bytes);
}

export function encodeOpen(connection: CaptureConnection): Uint8Array {
	const { id, endpoint, protocol, role, local, remote, mirrored } = connection;
	return encode({ id, endpoint, protocol, role, local, remote, mirrored });
}

export function decodeOpen(bytes: Uint8Array): CaptureConnection {
	return decode(bytes);
}

/** The form of a stored annotation: its comment, and its packet's time in nanoseconds since 1970. */
export function encodeAnnotation(time: bigint, comment: string): Uint8Array {
	return encode({ time: String(time), comment });
}

export function decodeAnnotation(bytes: Uint8Array): { readonly time: bigint; readonly comment: string } {
	const { time, comment } = decode<{ readonly time: string; readonly comment: string }>(bytes);
	return { time: BigInt(time), comment };
}

/** NUL is the one character that the text of an event cannot have: see `optionText`. */
const NUL = '\0';

export function encodeWords({ text, says }: EventWords): Uint8Array {
	const plain = text.replaceAll(NUL, '\ufffd');
	return new TextEncoder().encode(says === undefined ? plain : `${plain}${NUL}${JSON.stringify(says)}`);
}

export function decodeWords(bytes: Uint8Array): EventWords {
	const [text = '', says] = new TextDecoder().decode(bytes).split(NUL);
	return says === undefined ? { text } : { text, says: trust(JSON.parse(says)) };
}
