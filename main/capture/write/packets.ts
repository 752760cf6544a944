import type { EventClock } from '../../../common/capture/clock.ts';
import { finishChecksum, fold, sumWords, swap16, swap32 } from '../packet/checksum.ts';
import type { PacketForm } from '../packet/forms.ts';
import { BLOCK, OPTION, PACKET_HEADER_BYTES } from '../pcapng/format.ts';
import type { PacketBatch } from './batch.ts';
import { BULK_BYTES, copyLong, copyShort } from './payload.ts';

/** TCP flags (RFC 9293 section 3.1). */
export const TCP = { fin: 0x01, syn: 0x02, rst: 0x04, push: 0x08, ack: 0x10 } as const;
/**
 * Options of a SYN, as little-endian words: maximum segment size 65,495; NOP, then window scale 14 (RFC 7323): with a
 * window of 65,535 no reader finds a full one.
 */
const SYN_OPTIONS = [0xd7ff_0402, 0x0e03_0301] as const;
const WINDOW = swap16(0xffff) << 16;
const HEADER_WORDS = PACKET_HEADER_BYTES / 4;

/** Memory with payloads, as bytes and as words. It may change between packets. */
export interface PayloadSource {
	readonly bytes: Buffer;
	readonly words: Uint32Array;
}

/** The fields of all packets besides their bytes. */
export interface PacketMarks {
	readonly interfaceId: number;
	/** The direction bits of epb_flags. */
	readonly direction: number;
	/** Connection number for epb_queue; 0 omits the option. */
	readonly connection: number;
	/** Value of opt_comment. */
	readonly comment: Uint8Array | undefined;
	/** Value of a further opt_comment. */
	readonly sentence?: Uint8Array | undefined;
}

/**
 * Builds enhanced packet blocks at the end of a batch, word by word, without an allocation per packet. The caller
 * ensures that the batch has room.
 */
export class PacketWriter {
	readonly #batch: PacketBatch;
	readonly #source: PayloadSource;
	readonly #clock: EventClock;
	/** The last large payload of these bytes of the source, and its sum. */
	#summedAt = -1;
	#summedBytes = 0;
	#sum = 0;

	constructor(batch: PacketBatch, source: PayloadSource, clock: EventClock) {
		this.#batch = batch;
		this.#source = source;
		this.#clock = clock;
	}

	tcp(
		form: PacketForm,
		marks: PacketMarks,
		seq: number,
		ack: number,
		flags: number,
		start: number,
		length: number,
	): void {
		const { words } = this.#batch;
		const at = this.#begin(form, marks);
		const ip = at + HEADER_WORDS;
		const tcp = ip + form.ipBytes / 4;
		const syn = (flags & TCP.syn) !== 0;
		const headerWords = syn ? 5 + SYN_OPTIONS.length : 5;
		words[tcp + 1] = swap32(seq);
		words[tcp + 2] = swap32(ack);
		words[tcp + 3] = (headerWords << 4) | (flags << 8) | WINDOW;
		if (syn) for (const option of SYN_OPTIONS) words[this.#batch.word++] = option;
		const payloadSum = this.#payload(start, length);
		const tcpBytes = headerWords * 4 + length;
		const sum = form.pseudoSum + swap16(tcpBytes) + sumWords(words, tcp, headerWords) + payloadSum;
		words[tcp + 4] = finishChecksum(sum);
		this.#ip(ip, form, tcpBytes);
		this.#end(at, form.ipBytes + tcpBytes, marks);
	}

	udp(form: PacketForm, marks: PacketMarks, start: number, length: number): void {
		const { words } = this.#batch;
		const at = this.#begin(form, marks);
		const ip = at + HEADER_WORDS;
		const udp = ip + form.ipBytes / 4;
		const udpBytes = 8 + length;
		const payloadSum = this.#payload(start, length);
		words[udp + 1] = swap16(udpBytes);
		const sum = form.pseudoSum + swap16(udpBytes) + sumWords(words, udp, 2) + payloadSum;
		// RFC 768: a checksum of zero would mean that there is none.
		const checksum = finishChecksum(sum) || 0xffff;
		words[udp + 1] = swap16(udpBytes) | (checksum << 16);
		this.#ip(ip, form, udpBytes);
		this.#end(at, form.ipBytes + udpBytes, marks);
	}

	exported(form: PacketForm, marks: PacketMarks, start: number, length: number): void {
		const at = this.#begin(form, marks);
		this.#payload(start, length);
		this.#end(at, form.words.length * 4 + length, marks);
	}

	/** The source has other bytes than for the packet before. */
	otherBytes(): void {
		this.#summedAt = -1;
	}

	#payload(start: number, length: number): number {
		const { bytes, words } = this.#source;
		if (length < BULK_BYTES) return length === 0 ? 0 : copyShort(this.#batch, bytes, words, start, length);
		const copied = copyLong(this.#batch, bytes, start, length);
		if (start !== this.#summedAt || length !== this.#summedBytes) {
			this.#sum = this.#batch.sum(copied, (length + 3) >>> 2);
			this.#summedAt = start;
			this.#summedBytes = length;
		}
		return this.#sum;
	}

	#begin(form: PacketForm, marks: PacketMarks): number {
		const { words } = this.#batch;
		const at = this.#batch.word;
		words[at] = BLOCK.packet;
		words[at + 2] = marks.interfaceId;
		words[at + 3] = this.#clock.high;
		words[at + 4] = this.#clock.low;
		const to = at + HEADER_WORDS;
		const source = form.words;
		for (let i = 0; i < source.length; i++) words[to + i] = source[i] ?? 0;
		this.#batch.word = to + source.length;
		return at;
	}

	/** Fills in the fields that depend on the length: RFC 791 total length and header checksum, RFC 8200 payload length. */
	#ip(ip: number, form: PacketForm, payloadBytes: number): void {
		const { words } = this.#batch;
		if (form.ipBytes === 40) {
			words[ip + 1] = (words[ip + 1] ?? 0) | swap16(payloadBytes);
			return;
		}
		words[ip] = (words[ip] ?? 0) | (swap16(20 + payloadBytes) << 16);
		words[ip + 2] = (words[ip + 2] ?? 0) | ((~fold(sumWords(words, ip, 5)) & 0xffff) << 16);
	}

	#end(at: number, packetBytes: number, marks: PacketMarks): void {
		const batch = this.#batch;
		const { words } = batch;
		words[at + 5] = packetBytes;
		words[at + 6] = packetBytes;
		if (marks.direction !== 0) {
			words[batch.word++] = OPTION.packetFlags | (4 << 16);
			words[batch.word++] = marks.direction;
		}
		if (marks.connection !== 0) {
			words[batch.word++] = OPTION.packetQueue | (4 << 16);
			words[batch.word++] = marks.connection;
		}
		const { comment, sentence } = marks;
		if (comment) this.#comment(comment);
		if (sentence) this.#comment(sentence);
		if (marks.direction !== 0 || marks.connection !== 0 || comment) words[batch.word++] = 0;
		const total = (batch.word - at + 1) * 4;
		words[at + 1] = total;
		words[batch.word++] = total;
	}

	#comment(text: Uint8Array): void {
		const batch = this.#batch;
		batch.words[batch.word++] = OPTION.comment | (text.length << 16);
		if (text.length % 4 !== 0) batch.words[batch.word + (text.length >>> 2)] = 0;
		batch.bytes.set(text, batch.length);
		batch.word += (text.length + 3) >>> 2;
	}
}
