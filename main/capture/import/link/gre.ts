import type { Memory } from '../input/memory.ts';

/** Flags of the first two bytes (RFC 2784, RFC 2890, and RFC 2637 for version 1). */
const CHECKSUM_OR_ROUTE = 0xc000;
const KEY = 0x2000;
const SEQUENCE = 0x1000;
const ACKNOWLEDGEMENT = 0x0080;
const VERSION = 7;
/** Mirrored frames of switches behind a header of their own (draft-foschiano-erspan): its length, and that of its optional part. */
const ERSPAN_2 = 0x88be;
const ERSPAN_3 = 0x22eb;
export const ETHERNET = 0x6558;

/** The EtherType of what is behind a GRE header at `at`, and its offset; undefined where the header is cut. */
export function greContent({ view }: Memory, at: number, end: number): { type: number; at: number } | undefined {
	if (end - at < 4) return undefined;
	const flags = view.getUint16(at);
	const type = view.getUint16(at + 2);
	let content = at + 4;
	if ((flags & CHECKSUM_OR_ROUTE) !== 0) content += 4;
	if ((flags & KEY) !== 0) content += 4;
	if ((flags & SEQUENCE) !== 0) content += 4;
	if ((flags & VERSION) === 1 && (flags & ACKNOWLEDGEMENT) !== 0) content += 4;
	if (type === ERSPAN_2) content += (flags & SEQUENCE) === 0 ? 0 : 8;
	else if (type === ERSPAN_3) {
		const hasMore = content + 12 <= end && (view.getUint8(content + 11) & 1) !== 0;
		content += hasMore ? 20 : 12;
	}
	return content > end ? undefined : { type: type === ERSPAN_2 || type === ERSPAN_3 ? ETHERNET : type, at: content };
}
