import type { Memory } from './memory.ts';

/** A network interface of the program that captured. */
export interface SourceInterface {
	/** LINKTYPE value, from tcpdump.org/linktypes.html. */
	readonly link: number;
	/** Empty where the file names none. */
	readonly name: string;
}

/** A packet as it stands in the file; the same object each time. */
export interface CapturedPacket {
	memory: Memory;
	/** Where its bytes begin in the memory, and how many of them were captured. */
	start: number;
	captured: number;
	source: SourceInterface;
	/** Nanoseconds since 1970 in two unsigned halves. */
	timeHigh: number;
	timeLow: number;
	/** What somebody wrote to it. */
	comments: readonly string[] | undefined;
}

/** Takes packets from a window, in order. */
export interface PacketReader {
	/** What the file is, as in `pcapng`. */
	readonly format: string;
	readonly packet: CapturedPacket;
	/** True: `packet` is the next one. False: more bytes are needed. Throws PcapngError for what cannot be. */
	next(): boolean;
	/** Throws PcapngError when the file may not end here. */
	finish(): void;
}

/** Packets of more than this are taken for damage: no network has them. */
export const MAX_PACKET_BYTES = 16 << 20;
