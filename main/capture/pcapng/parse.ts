import { damageSays } from '../sentences/damage-says.ts';
import {
	APPLICATION,
	BLOCK_OVERHEAD,
	BYTE_ORDER_MAGIC,
	MAX_BLOCK_BYTES,
	MAX_OPTION_BYTES,
	NotOursError,
	OPTION,
	PACKET_HEADER_BYTES,
	PcapngError,
	padded,
} from './format.ts';

/** A block's place inside `bytes`, which hold the file from byte `base` on. */
export interface BlockPlace {
	readonly type: number;
	readonly at: number;
	readonly length: number;
}

/** Little-endian integers, without a view: a scan reads some of each of millions of blocks. */
export const uint16At = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
export const uint32At = (bytes: Uint8Array, at: number): number =>
	(uint16At(bytes, at) | (uint16At(bytes, at + 2) << 16)) >>> 0;

/**
 * Parses the frame of the block at `at`. Undefined when the bytes end before the block does (read on, or a torn tail);
 * throws where it cannot be a block.
 */
export function parseBlock(bytes: Uint8Array, at: number, base: number): BlockPlace | undefined {
	if (at + 8 > bytes.length) return undefined;
	const length = uint32At(bytes, at + 4);
	if (length < BLOCK_OVERHEAD || length % 4 !== 0 || length > MAX_BLOCK_BYTES) {
		throw new PcapngError(base + at + 4, damageSays('blockLength', { length }));
	}
	if (at + length > bytes.length) return undefined;
	const trailer = uint32At(bytes, at + length - 4);
	if (trailer !== length) {
		throw new PcapngError(base + at + length - 4, damageSays('blockTrailer', { length, trailer }));
	}
	return { type: uint32At(bytes, at), at, length };
}

/** Calls back for each option between `from` and `to`, up to the end mark. */
function eachOption(
	bytes: Uint8Array,
	from: number,
	to: number,
	base: number,
	use: (code: number, at: number, length: number) => void,
): void {
	let at = from;
	while (at < to) {
		if (at + 4 > to) throw new PcapngError(base + at, damageSays('optionCut'));
		const code = uint16At(bytes, at);
		const length = uint16At(bytes, at + 2);
		if (code === OPTION.end) return;
		if (at + 4 + padded(length) > to) throw new PcapngError(base + at, damageSays('optionOfCut', { length }));
		use(code, at + 4, length);
		at += 4 + padded(length);
	}
}

const textAt = (bytes: Uint8Array, at: number, length: number) =>
	new TextDecoder().decode(bytes.subarray(at, at + length));

/** The application option of our sections: code, length, value. */
const OUR_OPTION = Buffer.from(`\x04\0${String.fromCharCode(APPLICATION.length)}\0${APPLICATION}`, 'latin1');
/** Maximum damaged bytes of the name. */
const MOST_OTHERS = 2;

/**
 * Whether a section header, complete or not, names Wirebench as its application, though it may be damaged. Other
 * programs write their own name there, also where they keep our comment.
 */
export function looksOurs(block: Uint8Array): boolean {
	for (let at = 0; at + OUR_OPTION.length <= Math.min(block.length, MAX_OPTION_BYTES); at += 4) {
		const others = OUR_OPTION.reduce((sum, byte, i) => sum + (block[at + i] === byte ? 0 : 1), 0);
		if (others <= MOST_OTHERS) return true;
	}
	return false;
}

export interface SectionFields {
	application: string;
	comment: string;
}

/** Parses a section header. Only little-endian sections of version 1 are supported. */
export function parseSection(bytes: Uint8Array, place: BlockPlace, base: number): SectionFields {
	const { at, length } = place;
	if (length < BLOCK_OVERHEAD + 16) throw new PcapngError(base + at, damageSays('sectionCut'));
	const magic = uint32At(bytes, at + 8);
	if (magic !== BYTE_ORDER_MAGIC) {
		throw new NotOursError(base + at + 8, damageSays('notLittleEndian'));
	}
	const major = uint16At(bytes, at + 12);
	if (major !== 1) throw new NotOursError(base + at + 12, damageSays('pcapngVersion', { major }));
	const fields: SectionFields = { application: '', comment: '' };
	eachOption(bytes, at + 24, at + length - 4, base, (code, from, size) => {
		if (code === OPTION.comment) fields.comment = textAt(bytes, from, size);
		if (code === OPTION.sectionApplication) fields.application = textAt(bytes, from, size);
	});
	return fields;
}

export interface InterfaceFields {
	linkType: number;
	name: string;
	description: string;
	/** As in the file: 9 means nanoseconds. The format's default is 6. */
	resolution: number;
}

export function parseInterface(bytes: Uint8Array, place: BlockPlace, base: number): InterfaceFields {
	const { at, length } = place;
	if (length < BLOCK_OVERHEAD + 8) throw new PcapngError(base + at, damageSays('interfaceCut'));
	const fields: InterfaceFields = {
		linkType: uint16At(bytes, at + 8),
		name: '',
		description: '',
		resolution: 6,
	};
	eachOption(bytes, at + 16, at + length - 4, base, (code, from, size) => {
		if (code === OPTION.interfaceName) fields.name = textAt(bytes, from, size);
		if (code === OPTION.interfaceDescription) fields.description = textAt(bytes, from, size);
		if (code === OPTION.interfaceResolution) fields.resolution = size === 0 ? 6 : (bytes[from] ?? 6);
	});
	return fields;
}

export interface ParsedPacket {
	interfaceId: number;
	/** The halves of the nanoseconds since 1970, if the interface has that resolution. */
	timeHigh: number;
	timeLow: number;
	/** epb_flags, 0 when absent. */
	flags: number;
	/** epb_queue, 0 when absent. */
	queue: number;
	/** Every opt_comment, in order: ours, and those of people. */
	comments: string[];
	/** The packet's bytes, in place. */
	packet: Uint8Array;
}

export function parsePacket(bytes: Uint8Array, place: BlockPlace, base: number): ParsedPacket {
	const { at, length } = place;
	const end = at + length - 4;
	if (length < PACKET_HEADER_BYTES + 4) throw new PcapngError(base + at, damageSays('packetBlockCut'));
	const captured = uint32At(bytes, at + 20);
	const start = at + PACKET_HEADER_BYTES;
	// `padded` makes values above 2 GiB negative.
	if (captured > length || start + padded(captured) > end) {
		throw new PcapngError(base + at + 20, damageSays('packetTooLong', { captured }));
	}
	const fields: ParsedPacket = {
		interfaceId: uint32At(bytes, at + 8),
		timeHigh: uint32At(bytes, at + 12),
		timeLow: uint32At(bytes, at + 16),
		flags: 0,
		queue: 0,
		comments: [],
		packet: bytes.subarray(start, start + captured),
	};
	eachOption(bytes, start + padded(captured), end, base, (code, from, size) => {
		if (code === OPTION.comment) fields.comments.push(textAt(bytes, from, size));
		else if (size === 4 && code === OPTION.packetFlags) fields.flags = uint32At(bytes, from);
		else if (size === 4 && code === OPTION.packetQueue) fields.queue = uint32At(bytes, from);
	});
	return fields;
}
