import { isPlainText } from '../../decode/core/plain-text.ts';
import { charsetNamed, decodeText, toHex } from '../../payload/index.ts';
import type { StructureInput } from '../document/schema.ts';
import { checksums } from './checksums.ts';
import { compose, type Layout } from './compose.ts';
import { type Finding, type GuessedFraming, sizeOf, sureOf } from './finding.ts';
import { counters, HEAD, lengths, times, widened } from './integers.ts';

/** What messages may be built like. */
export interface GuessedStructure {
	readonly structure: StructureInput;
	/** What it was made of, in the order of the bytes. */
	readonly findings: readonly Finding[];
	/** How a stream of them may be split; undefined where nothing says so. */
	readonly framing: GuessedFraming | undefined;
}

/** Messages and bytes of each that are looked at. */
const MOST_MESSAGES = 200;
const MOST_BYTES = 4096;
/** Below this a finding is left out. */
const WORTH = 0.6;

/**
 * Proposes a structure for messages of one kind and direction, in the order of their times: at least two. Constants, a length, a counter,
 * times, a checksum at the end, and text between. What is only the same by chance in all of them is taken for a constant.
 */
export function guessStructure(all: readonly Uint8Array[], id = 'guessed'): GuessedStructure | undefined {
	const messages = all.filter(({ length }) => length > 0 && length <= MOST_BYTES).slice(0, MOST_MESSAGES);
	if (messages.length < 2) return undefined;
	const shortest = Math.min(...messages.map(({ length }) => length));
	const isFixed = messages.every(({ length }) => length === shortest);
	const end = isFixed ? undefined : sameEnd(messages);
	const behinds = end === undefined ? [0] : Array.from({ length: end.value.length + 1 }, (_, behind) => behind);
	const [checksum] = behinds.flatMap((behind) => checksums(messages, behind)).toSorted((a, b) => b.sure - a.sure);
	const tail = checksum === undefined ? (end?.value.length ?? 0) : checksum.bytes + checksum.behind;
	const head = Math.min(HEAD, shortest - tail);
	const integers = chosen(
		[
			...lengths(messages, head).slice(0, 8),
			...times(messages, head).filter(({ sure }) => sure > 0.8),
			...counters(messages, head),
		],
		messages,
	);
	const behind = checksum === undefined ? end?.value : end?.value.subarray(end.value.length - checksum.behind);
	const tailFindings: Finding[] = [
		...(checksum === undefined ? [] : [checksum]),
		...(behind === undefined || behind.length === 0 || end === undefined ? [] : [{ ...end, value: behind }]),
	];
	const constants = sameBytes(messages, head, integers, isFixed);
	const known = [...integers, ...constants].toSorted((one, other) => one.at - other.at);
	const begin = isFixed ? shortest - tail : Math.max(0, ...known.map((one) => one.at + sizeOf(one)));
	const text = isFixed ? undefined : textFrom(messages, begin, tail);
	const layout: Layout = { id, known, begin, tail, size: isFixed ? shortest : undefined, text, checksum, end: behind };
	return {
		structure: compose(layout),
		findings: [...known, ...(text === undefined ? [] : [text]), ...tailFindings],
		framing: framingOf(known, isFixed ? shortest : undefined, end?.value),
	};
}

type Integer = Extract<Finding, { kind: 'length' | 'counter' | 'time' }>;
type Constant = Extract<Finding, { kind: 'constant' }>;

/** Findings that do not overlap: lengths first, then times, then counters. One of each but times. */
function chosen(found: readonly Integer[], messages: readonly Uint8Array[]): Integer[] {
	const taken: Integer[] = [];
	const isFree = (one: Integer) =>
		taken.every((other) => one.at + one.bytes <= other.at || other.at + other.bytes <= one.at);
	for (const one of found) {
		if (one.sure < WORTH || (one.kind !== 'time' && taken.some(({ kind }) => kind === one.kind))) continue;
		const wide = one.kind === 'time' ? one : widened(one, messages);
		const free = [wide, one].find(isFree);
		if (free !== undefined) taken.push(free);
	}
	return taken;
}

/** The bytes at which all messages end, of which at most four are taken: line ends, marks. */
function sameEnd(messages: readonly Uint8Array[]): Extract<Finding, { kind: 'end' }> | undefined {
	const [first = new Uint8Array()] = messages;
	let same = 0;
	while (
		same < 4 &&
		messages.every((message) => message.length > same + 1 && message.at(-1 - same) === first.at(-1 - same))
	)
		same++;
	return same === 0
		? undefined
		: { kind: 'end', value: first.slice(first.length - same), sure: sureOf(messages.length) };
}

/** Runs of bytes that are the same in all messages, between the integers. Of messages that differ in length only those in front count. */
function sameBytes(
	messages: readonly Uint8Array[],
	head: number,
	integers: readonly Integer[],
	isFixed: boolean,
): Constant[] {
	const [first = new Uint8Array()] = messages;
	const lastInteger = Math.max(0, ...integers.map(({ at, bytes }) => at + bytes));
	const isFree = (at: number) => integers.every((one) => at < one.at || at >= one.at + one.bytes);
	const isSame = (at: number) => isFree(at) && messages.every((message) => message[at] === first[at]);
	const found: Constant[] = [];
	for (let at = 0; at < head; ) {
		if (!isSame(at)) {
			at++;
			continue;
		}
		let end = at + 1;
		while (end < head && isSame(end)) end++;
		const isInHead = isFixed || at <= lastInteger;
		if (isInHead) found.push({ kind: 'constant', at, value: first.slice(at, end), sure: sureOf(messages.length - 1) });
		at = end;
	}
	return found;
}

/** What is between is text in each message, and not the same as UTF-8 and as GBK by chance. */
function textFrom(
	messages: readonly Uint8Array[],
	at: number,
	tail: number,
): Extract<Finding, { kind: 'text' }> | undefined {
	const bodies = messages.map((message) => message.subarray(at, message.length - tail));
	const bytes = bodies.reduce((sum, body) => sum + body.length, 0);
	if (bytes < 4) return undefined;
	const sure = sureOf(bytes / 4);
	if (bodies.every(isPlainText)) return { kind: 'text', at, charset: 'utf-8', sure };
	const gbk = charsetNamed('gbk');
	const isChinese = (body: Uint8Array) => !/[\ufffd\p{Cc}\p{Co}]/u.test(decodeText(body, gbk));
	return bytes >= 8 && bodies.every(isChinese) ? { kind: 'text', at, charset: 'gbk', sure: sure / 2 } : undefined;
}

function framingOf(
	known: readonly (Integer | Constant)[],
	size: number | undefined,
	end: Uint8Array | undefined,
): GuessedFraming | undefined {
	if (size !== undefined) return { type: 'fixed', bytes: size };
	const length = known.find((one) => one.kind === 'length');
	if (length?.kind === 'length') {
		const { at, bytes, order, bias } = length;
		return { type: 'length', at, bytes, order, bias };
	}
	return end !== undefined && /0a$|0d$|00$/.test(toHex(end)) ? { type: 'delimiter', value: end } : undefined;
}
