import {
	BLOCK,
	BLOCK_OVERHEAD,
	BYTE_ORDER_MAGIC,
	PACKET_HEADER_BYTES,
	PcapngError,
	padded,
} from '../../pcapng/format.ts';
import { damageSays } from '../../sentences/damage-says.ts';
import { readComments, readInterface, type TimedInterface } from './options.ts';
import { type CapturedPacket, MAX_PACKET_BYTES, type PacketReader } from './packet.ts';
import { PacketTime } from './time.ts';
import type { Window } from './window.ts';

/** The obsolete packet block, and the simple one, which has no time and belongs to the first interface. */
const OLD_PACKET = 2;
const SIMPLE_PACKET = 3;
/** A packet and its options. Blocks of other kinds may be longer: they are not held in memory. */
const MAX_BLOCK = MAX_PACKET_BYTES + (1 << 20);
const MAX_INTERFACES = 1 << 16;

/** Reads pcapng (draft-ietf-opsawg-pcapng): any number of sections, each in its own byte order. */
export class PcapngReader implements PacketReader {
	readonly format = 'pcapng';
	readonly packet: CapturedPacket;
	readonly #window: Window;
	readonly #time = new PacketTime();
	#interfaces: TimedInterface[] = [];
	#little = true;
	/** Bytes of a skipped block, up to its last four, and its length, which these repeat. */
	#passing = 0;
	#passed = 0;

	constructor(window: Window) {
		this.#window = window;
		const source = { link: 0, name: '' };
		const { memory } = window;
		this.packet = { memory, start: 0, captured: 0, source, timeHigh: 0, timeLow: 0, comments: undefined };
	}

	next(): boolean {
		const window = this.#window;
		for (;;) {
			if (this.#passed > 0 && !this.#pass()) return false;
			if (!window.need(BLOCK_OVERHEAD)) return false;
			const { view } = window.memory;
			const { at } = window;
			const type = view.getUint32(at, this.#little);
			if (type === BLOCK.section) this.#byteOrder(view, at);
			const little = this.#little;
			const length = view.getUint32(at + 4, little);
			if (length < BLOCK_OVERHEAD || length % 4 !== 0) {
				throw new PcapngError(window.offset + 4, damageSays('blockLength', { length }));
			}
			if (!isRead(type)) {
				this.#passing = length - 4;
				this.#passed = length;
				continue;
			}
			if (length > MAX_BLOCK) {
				throw new PcapngError(window.offset + 4, damageSays('packetOrInterfaceLength', { length }));
			}
			if (!window.need(length)) return false;
			if (view.getUint32(at + length - 4, little) !== length) throw this.#twoLengths(window.offset, length);
			if (this.#take(type, view, at, length)) {
				window.at = at + length;
				return true;
			}
			window.at = at + length;
		}
	}

	finish(): void {
		const { at, end, offset } = this.#window;
		if (at < end || this.#passed > 0) throw new PcapngError(offset, damageSays('endsInBlock'));
	}

	/** Skips bytes of an unread block; true once it is skipped. */
	#pass(): boolean {
		const window = this.#window;
		const count = Math.min(this.#passing, window.end - window.at);
		window.at += count;
		this.#passing -= count;
		if (this.#passing > 0) return window.need(1);
		if (!window.need(4)) return false;
		const stated = window.memory.view.getUint32(window.at, this.#little);
		if (stated !== this.#passed) throw this.#twoLengths(window.offset + 4 - this.#passed, this.#passed);
		window.at += 4;
		this.#passed = 0;
		return true;
	}

	#twoLengths(offset: number, length: number): PcapngError {
		return new PcapngError(offset + length - 4, damageSays('blockOtherTrailer', { length }));
	}

	/** The byte order of a section is the one in which its magic number is right. */
	#byteOrder(view: DataView, at: number): void {
		const little = view.getUint32(at + 8, true) === BYTE_ORDER_MAGIC;
		if (!little && view.getUint32(at + 8) !== BYTE_ORDER_MAGIC) {
			throw new PcapngError(this.#window.offset + 8, damageSays('noByteOrder'));
		}
		this.#little = little;
	}

	/** Reads a block; true if it is a packet. */
	#take(type: number, view: DataView, at: number, length: number): boolean {
		if (type === BLOCK.packet) return this.#enhanced(view, at, length, view.getUint32(at + 8, this.#little));
		if (type === OLD_PACKET) return this.#enhanced(view, at, length, view.getUint16(at + 8, this.#little));
		if (type === SIMPLE_PACKET) return this.#simple(view, at, length);
		if (type === BLOCK.section) this.#section(view, at, length);
		else this.#interface(view, at, length);
		return false;
	}

	#section(view: DataView, at: number, length: number): void {
		const { offset } = this.#window;
		if (length < BLOCK_OVERHEAD + 16) throw new PcapngError(offset, damageSays('sectionCut'));
		const major = view.getUint16(at + 12, this.#little);
		if (major !== 1) throw new PcapngError(offset + 12, damageSays('pcapngVersion', { major }));
		this.#interfaces = [];
	}

	#interface(view: DataView, at: number, length: number): void {
		const { offset } = this.#window;
		if (length < BLOCK_OVERHEAD + 8) throw new PcapngError(offset, damageSays('interfaceCut'));
		if (this.#interfaces.length >= MAX_INTERFACES) throw new PcapngError(offset, damageSays('tooManyInterfaces'));
		this.#interfaces.push(readInterface(view, at, length, this.#little, offset));
	}

	#enhanced(view: DataView, at: number, length: number, id: number): boolean {
		const window = this.#window;
		const { packet } = this;
		const little = this.#little;
		if (length < PACKET_HEADER_BYTES + 4) throw new PcapngError(window.offset, damageSays('packetBlockCut'));
		const captured = view.getUint32(at + 20, little);
		const options = at + PACKET_HEADER_BYTES + padded(captured);
		const end = at + length - 4;
		if (captured > MAX_PACKET_BYTES || options > end) {
			throw new PcapngError(window.offset + 20, damageSays('packetTooLong', { captured }));
		}
		const known = this.#known(id);
		this.#stamp(known, view.getUint32(at + 12, little), view.getUint32(at + 16, little));
		packet.memory = window.memory;
		packet.start = at + PACKET_HEADER_BYTES;
		packet.captured = captured;
		packet.source = known;
		packet.comments = options < end ? readComments(view, options, end, little, window.base) : undefined;
		return true;
	}

	/** The simple packet block has no time: it gets that of the previous packet. */
	#simple(view: DataView, at: number, length: number): boolean {
		const window = this.#window;
		const { packet } = this;
		if (length < BLOCK_OVERHEAD + 4) throw new PcapngError(window.offset, damageSays('packetBlockCut'));
		const known = this.#known(0);
		const original = view.getUint32(at + 8, this.#little);
		const limit = known.snapLength === 0 ? original : known.snapLength;
		packet.memory = window.memory;
		packet.start = at + 12;
		packet.captured = Math.min(original, limit, length - BLOCK_OVERHEAD - 4);
		packet.source = known;
		packet.comments = undefined;
		return true;
	}

	#known(id: number): TimedInterface {
		const known = this.#interfaces[id];
		if (known) return known;
		throw new PcapngError(this.#window.offset + 8, damageSays('interfaceUndescribed', { id }));
	}

	#stamp(known: TimedInterface, high: number, low: number): void {
		const { packet } = this;
		if (known.unit === 'nanoseconds') {
			packet.timeHigh = high;
			packet.timeLow = low;
			return;
		}
		const time = this.#time;
		if (known.unit === 'microseconds') time.fromMicroseconds(high, low);
		else time.fromUnits(high, low, known.perSecond, known.timeOffset);
		packet.timeHigh = time.high;
		packet.timeLow = time.low;
	}
}

function isRead(type: number): boolean {
	return (
		type === BLOCK.packet ||
		type === BLOCK.interface ||
		type === BLOCK.section ||
		type === OLD_PACKET ||
		type === SIMPLE_PACKET
	);
}
