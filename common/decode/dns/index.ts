import type { Context, Decoder } from '../core/decoder.ts';
import type { Reader } from '../core/reader.ts';
import { Message, MOST_LABELS } from './name.ts';
import { CLASSES, CODES, OPCODES, TYPES } from './names.ts';
import { readQuestion, readRecord } from './records.ts';

const FLAGS = [
	['response', 1],
	['opcode', 4, OPCODES],
	['authoritative', 1],
	['truncated', 1],
	['recursionDesired', 1],
	['recursionAvailable', 1],
	['reserved', 1],
	['authentic', 1],
	['checkingDisabled', 1],
	['code', 4, CODES],
] as const;

const SECTIONS = [
	['answer', 'answerCount'],
	['authority', 'authorityCount'],
	['additional', 'additionalCount'],
] as const;

/** A message of the Domain Name System (RFC 1035); over a stream, behind its length in two bytes (4.2.2). */
function decode(reader: Reader, { transport }: Context): void {
	if (transport === 'stream') {
		const length = reader.uint('length', 2);
		reader.within(length, () => readMessage(reader, new Message(reader.bytes.subarray(reader.at))));
	} else readMessage(reader, new Message(reader.bytes));
}

function readMessage(reader: Reader, message: Message): void {
	reader.uint('id', 2);
	const flags = reader.bits('flags', 2, FLAGS);
	const questions = reader.uint('questions', 2);
	const counts = SECTIONS.map(([, count]) => reader.uint(count, 2));
	reader.tell(flags('response') === 1 ? 'response' : 'query', CODES.get(flags('code')));
	for (let i = 0; i < questions; i++) readQuestion(reader, message);
	for (const [at, [section]] of SECTIONS.entries())
		for (let i = counts[at] ?? 0; i > 0; i--) readRecord(reader, section, message);
}

const OPT = 41;

/** Bytes of a message over a stream that looks like one. */
const LONGEST = 0x10ff;

/** Entries of each section that a message which looks like one has at most: mDNS asks for many services at once. */
const MOST_ENTRIES = 256;

/** Twelve bytes of a header with plausible counts, and the begin of a first entry behind it. */
function recognise(bytes: Uint8Array, { transport }: Context): number {
	const skip = transport === 'stream' ? 2 : 0;
	const at = (offset: number) => bytes[skip + offset] ?? 0;
	const word = (offset: number) => at(offset) * 256 + at(offset + 1);
	if (bytes.length < skip + 12) return 0;
	if (skip > 0 && ((bytes[0] ?? 0) * 256 + (bytes[1] ?? 0) < 12 || (bytes[0] ?? 0) > LONGEST >> 8)) return 0;
	const opcode = (at(2) >> 3) & 0xf;
	if (!OPCODES.has(opcode) || !CODES.has(at(3) & 0xf)) return 0;
	// A few set the reserved bit.
	const most = (at(3) & 0x40) === 0 ? 0.95 : 0.7;
	const questions = word(4);
	const records = [word(6), word(8), word(10)];
	if ([questions, ...records].some((count) => count > MOST_ENTRIES)) return 0;
	if (questions === 0 && records.every((count) => count === 0)) return 0.1;
	let offset = 12;
	for (let labels = 0; labels < MOST_LABELS; labels++) {
		const length = at(offset);
		if (length === 0) {
			const type = word(offset + 1);
			const isKnown = TYPES.has(type) && (type === OPT || CLASSES.has(word(offset + 3) & 0x7fff));
			return isKnown ? (questions > 0 ? most : Math.min(most, 0.9)) : 0.1;
		}
		if (length > 63 || skip + offset + length >= bytes.length) return 0;
		offset += 1 + length;
	}
	return 0;
}

export const dns: Decoder = {
	id: 'dns',
	title: 'DNS',
	ports: { stream: [53], datagram: [53, 5353, 5355] },
	most: 0.95,
	// The length before it is short.
	mayBegin: (first, transport) => transport === 'datagram' || first <= LONGEST >> 8,
	telling: ['question'],
	recognise,
	decode,
};
