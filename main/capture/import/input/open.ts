import { BLOCK, PcapngError } from '../../pcapng/format.ts';
import { damageSays } from '../../sentences/damage-says.ts';
import type { PacketReader } from './packet.ts';
import { isPcap, PcapReader } from './pcap.ts';
import { PcapngReader } from './pcapng.ts';
import type { Window } from './window.ts';

/** Formats that people mistake for captures, by their first four bytes. */
const KNOWN_OTHERS = [
	{ start: '58435000', says: 'isNetXray' },
	{ start: '736e6f6f', says: 'isSnoop' },
	{ start: 'fd377a58', says: 'isXz' },
	{ start: '04224d18', says: 'isLz4' },
	{ start: '504b0304', says: 'isZip' },
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
	throw new PcapngError(0, damageSays(other?.says ?? 'noPacketFile'));
}
