import { BLOCK, PcapngError } from '../../pcapng/format.ts';
import type { PacketReader } from './packet.ts';
import { isPcap, PcapReader } from './pcap.ts';
import { PcapngReader } from './pcapng.ts';
import type { Window } from './window.ts';

/** Formats that people mistake for captures, by their first four bytes. */
const KNOWN_OTHERS = [
	{ start: '58435000', name: 'a NetXRay capture' },
	{ start: '736e6f6f', name: 'a snoop capture' },
	{ start: 'fd377a58', name: 'compressed with xz' },
	{ start: '04224d18', name: 'compressed with lz4' },
	{ start: '504b0304', name: 'a ZIP archive' },
] as const;

/**
 * The reader for a file whose first bytes are in the window; undefined while there are fewer than four. Throws
 * PcapngError for neither pcap nor pcapng.
 */
export function readerFor(window: Window): PacketReader | undefined {
	if (!window.need(4)) return undefined;
	const { view, bytes } = window.memory;
	const big = view.getUint32(window.at);
	if (big === BLOCK.section) return new PcapngReader(window);
	if (isPcap(big, view.getUint32(window.at, true))) return new PcapReader(window);
	const start = bytes.toString('hex', window.at, window.at + 4);
	const other = KNOWN_OTHERS.find((known) => known.start === start);
	throw new PcapngError(0, `This is no pcap or pcapng file${other ? `, it is ${other.name}` : ''}.`);
}
