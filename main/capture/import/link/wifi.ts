import type { Memory } from '../input/memory.ts';

/** Frame control of IEEE 802.11-2020, 9.2.4.1: the type in the first byte, flags in the second. */
const TYPE_BITS = 0x0c;
const DATA = 0x08;
const NO_DATA = 0x40;
const QOS = 0x80;
const BOTH_DS = 0x03;
const MORE_FRAGMENTS = 0x04;
const PROTECTED = 0x40;
const ORDER = 0x80;
/** In the first byte of the QoS control: several frames in one. */
const AGGREGATED = 0x80;
const ADDRESSES = 24;

/** Fields of radiotap in front of the frame (radiotap.org): whether its header is filled up to four bytes. */
const TIME_PRESENT = 1;
const FLAGS_PRESENT = 2;
const MORE_PRESENT = 0x8000_0000;
const PADDED = 0x20;

/** Offset of the LLC header in a frame of 802.11 at `at`; undefined where it has none, or one that cannot be read. */
export function wifiContent({ view }: Memory, at: number, end: number, isPadded: boolean): number | undefined {
	if (end - at < ADDRESSES + 2) return undefined;
	const kind = view.getUint8(at);
	const flags = view.getUint8(at + 1);
	const isFragment = (flags & MORE_FRAGMENTS) !== 0 || (view.getUint16(at + 22, true) & 0xf) !== 0;
	if ((kind & TYPE_BITS) !== DATA || (kind & NO_DATA) !== 0 || (flags & PROTECTED) !== 0 || isFragment)
		return undefined;
	let header = (flags & BOTH_DS) === BOTH_DS ? ADDRESSES + 6 : ADDRESSES;
	if ((kind & QOS) !== 0) {
		if (at + header < end && (view.getUint8(at + header) & AGGREGATED) !== 0) return undefined;
		header += (flags & ORDER) === 0 ? 2 : 6;
	}
	return at + (isPadded ? Math.ceil(header / 4) * 4 : header);
}

/** Where the frame behind a radiotap header at `at` begins, and whether its header is filled up; undefined for no such header. */
export function behindRadiotap(
	{ view }: Memory,
	at: number,
	end: number,
): { at: number; isPadded: boolean } | undefined {
	if (end - at < 8) return undefined;
	const length = view.getUint16(at + 2, true);
	if (length < 8 || end - at < length) return undefined;
	const present = view.getUint32(at + 4, true);
	let fields = 8;
	for (let more = present; (more & MORE_PRESENT) !== 0 && fields + 4 <= length; fields += 4)
		more = view.getUint32(at + fields, true);
	if ((present & TIME_PRESENT) !== 0) fields = Math.ceil(fields / 8) * 8 + 8;
	const hasFlags = (present & FLAGS_PRESENT) !== 0 && fields < length;
	return { at: at + length, isPadded: hasFlags && (view.getUint8(at + fields) & PADDED) !== 0 };
}
