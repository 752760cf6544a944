import type { Memory } from '../input/memory.ts';

/** EtherTypes of what a PPP frame has (IANA, PPP DLL Protocol Numbers). */
const ETHERTYPES: Readonly<Record<number, number>> = { 33: 0x0800, 87: 0x86dd, 641: 0x8847 };
const ALL_STATIONS = 0xff;
const UNNUMBERED = 0x03;

/** Whether HDLC's address and control are in front of PPP's protocol (RFC 1662, 3.1). */
export const hasHdlc = ({ view }: Memory, at: number, end: number): boolean =>
	end - at >= 2 && view.getUint8(at) === ALL_STATIONS && view.getUint8(at + 1) === UNNUMBERED;

/** The EtherType and the place of what is behind PPP's protocol at `from` (RFC 1661, 2; 6.5: in one byte or two). */
export function pppContent(memory: Memory, from: number, end: number): { type: number; at: number } | undefined {
	const { view } = memory;
	const at = hasHdlc(memory, from, end) ? from + 2 : from;
	if (end - at < 2) return undefined;
	const first = view.getUint8(at);
	const isShort = (first & 1) === 1;
	const type = ETHERTYPES[isShort ? first : view.getUint16(at)];
	return type === undefined ? undefined : { type, at: at + (isShort ? 1 : 2) };
}
