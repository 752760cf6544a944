import type { Memory } from './memory.ts';

/** A network interface of the capturing program. */
export interface SourceInterface {
	/** LINKTYPE value, from tcpdump.org/linktypes.html. */
	readonly link: number;
	/** Empty where the file has no name. */
	readonly name: string;
}

/** A packet of the file; the same object each time. */
export interface CapturedPacket {
	memory: Memory;
	/** Offset of its bytes in the memory, and number of captured bytes. */
	start: number;
	captured: number;
	source: SourceInterface;
	/** Nanoseconds since 1970 in two unsigned halves. */
	timeHigh: number;
	timeLow: number;
	/** Comments on it. */
	comments: readonly string[] | undefined;
}

/** Reads packets from a window, in order. */
export interface PacketReader {
	/** The file's format, as in `pcapng`. */
	readonly format: string;
	readonly packet: CapturedPacket;
	/** True: `packet` is the next one. False: more bytes are needed. Throws PcapngError for invalid data. */
	next(): boolean;
	/** Throws PcapngError when the file must not end here. */
	finish(): void;
}

/** Larger packets count as damage: no network has them. */
export const MAX_PACKET_BYTES = 16 << 20;
