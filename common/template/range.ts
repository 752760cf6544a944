import { type Fault, fault, faultWords } from '../payload/codec/fault.ts';
import type { Args } from './args.ts';

/** One end of a range: between two parts of the template, or a byte of the message (negative: from its end). */
type Edge = { readonly type: 'part'; readonly part: number } | { readonly type: 'byte'; readonly byte: number };

/** What a length or a checksum covers. */
export interface Range {
	readonly from: Edge;
	readonly to: Edge;
}

/** A range as written; marks that stand further on are found when the whole template has been read. */
export interface WrittenRange {
	readonly from: string;
	readonly to: string;
	readonly at: number;
}

const WORDS: ReadonlyMap<string, readonly [string, string]> = new Map([
	['before', ['start', 'here']],
	['after', ['here', 'end']],
	['all', ['start', 'end']],
]);
const PLACES = new Set(['start', 'end', 'here']);
const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Whether a mark can have this name. */
export function isMarkName(name: string): boolean {
	return NAME.test(name) && !PLACES.has(name);
}

/** The range among the words of a placeholder, else the one that its name stands for. */
export function readRange(args: Args, usual: 'before' | 'after'): WrittenRange {
	const found = args.word((text) => {
		const word = WORDS.get(text);
		if (word !== undefined) return word;
		const dots = text.indexOf('..');
		return dots < 0 ? undefined : ([text.slice(0, dots), text.slice(dots + 2)] as const);
	}, faultWords('templateRangeWords'));
	const [from, to] = found?.value ?? WORDS.get(usual) ?? ['start', 'end'];
	return { from: from === '' ? 'start' : from, to: to === '' ? 'end' : to, at: found?.at ?? args.name.at };
}

/** Resolves a range of the placeholder that is part `self` of `count`; `marks` are boundaries between parts. */
export function resolveRange(
	{ from, to, at }: WrittenRange,
	self: number,
	count: number,
	marks: ReadonlyMap<string, number>,
): Range | Fault {
	const edge = (text: string, here: number): Edge | Fault => {
		if (/^-?\d{1,9}$/.test(text)) return { type: 'byte', byte: Number(text) };
		const places: Readonly<Record<string, number>> = { start: 0, end: count, here };
		const place = PLACES.has(text) ? places[text] : marks.get(text);
		if (place !== undefined) return part(place);
		if (marks.size === 0) return fault(at, 'templateNoEdge', { word: text });
		return fault(at, 'templateNoMark', { word: text, known: [...marks.keys()].join(', ') });
	};
	const first = edge(from, self + 1);
	if ('ok' in first) return first;
	const last = edge(to, self);
	if ('ok' in last) return last;
	if (first.type === 'part' && last.type === 'part' && first.part > last.part) {
		return fault(at, 'templateRangeEnds');
	}
	return { from: first, to: last };
}

function part(at: number): Edge {
	return { type: 'part', part: at };
}
