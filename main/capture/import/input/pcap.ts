import { PcapngError } from '../../pcapng/format.ts';
import { damageSays } from '../../sentences/damage-says.ts';
import { type CapturedPacket, MAX_PACKET_BYTES, type PacketReader } from './packet.ts';
import { PacketTime } from './time.ts';
import type { Window } from './window.ts';

/** The magic numbers of draft-ietf-opsawg-pcap; `modified` is that of old Linux libpcaps (8 more bytes per packet). */
const MAGIC = { microseconds: 0xa1b2c3d4, nanoseconds: 0xa1b23c4d, modified: 0xa1b2cd34 } as const;
const HEADER_BYTES = 24;

function isMagic(value: number): boolean {
	return value === MAGIC.microseconds || value === MAGIC.nanoseconds || value === MAGIC.modified;
}

/** Whether a file with these first four bytes, read big-endian and little-endian, is a pcap file. */
export function isPcap(big: number, little: number): boolean {
	return isMagic(big) || isMagic(little);
}

/** Reads the classic pcap format, in either byte order, with microseconds or nanoseconds. */
export class PcapReader implements PacketReader {
	readonly format = 'pcap';
	readonly packet: CapturedPacket;
	readonly #window: Window;
	readonly #time = new PacketTime();
	#little = true;
	#unit = 1000;
	#recordBytes = 16;
	#started = false;

	constructor(window: Window) {
		this.#window = window;
		this.packet = {
			memory: window.memory,
			start: 0,
			captured: 0,
			source: { link: 0, name: '' },
			timeHigh: 0,
			timeLow: 0,
			comments: undefined,
		};
	}

	next(): boolean {
		const window = this.#window;
		if (!this.#started && !this.#header()) return false;
		if (!window.need(this.#recordBytes)) return false;
		const { view } = window.memory;
		const { at } = window;
		const little = this.#little;
		const captured = view.getUint32(at + 8, little);
		if (captured > MAX_PACKET_BYTES) {
			throw new PcapngError(window.offset + 8, damageSays('packetLength', { captured }));
		}
		if (!window.need(this.#recordBytes + captured)) return false;
		const { packet } = this;
		const time = this.#time;
		time.fromSeconds(view.getUint32(at, little), view.getUint32(at + 4, little) * this.#unit);
		packet.timeHigh = time.high;
		packet.timeLow = time.low;
		packet.memory = window.memory;
		packet.start = at + this.#recordBytes;
		packet.captured = captured;
		window.at = packet.start + captured;
		return true;
	}

	finish(): void {
		const { at, end, offset } = this.#window;
		if (!this.#started) throw new PcapngError(offset, damageSays('endsInHeader'));
		if (at < end) throw new PcapngError(offset, damageSays('endsInPacket'));
	}

	#header(): boolean {
		const window = this.#window;
		if (!window.need(HEADER_BYTES)) return false;
		const { view } = window.memory;
		const { at } = window;
		this.#little = isMagic(view.getUint32(at, true));
		const magic = view.getUint32(at, this.#little);
		const major = view.getUint16(at + 4, this.#little);
		if (major !== 2) throw new PcapngError(window.offset + 4, damageSays('pcapVersion', { major }));
		this.#unit = magic === MAGIC.nanoseconds ? 1 : 1000;
		this.#recordBytes = magic === MAGIC.modified ? 24 : 16;
		// The upper half describes frame check sequences, which follow the data that IP describes.
		this.packet.source = { link: view.getUint32(at + 20, this.#little) & 0xffff, name: '' };
		window.at += HEADER_BYTES;
		this.#started = true;
		return true;
	}
}
