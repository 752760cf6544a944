import type { Direction, EventKind } from '../capture/event.ts';
import { LIMITS } from '../contract/base/limits.ts';
import { decodeCharacter } from '../payload/codec/utf8.ts';
import { toHex } from '../payload/hex.ts';
import { visibleSign } from '../payload/visible.ts';
import type { Filter, Operator } from './ast.ts';
import { BUILT_IN, type KnownProtocols } from './decoded/known.ts';
import { parseFilter } from './parse.ts';
import { printFilter } from './print.ts';

/** What a condition is made of: an event as the log shows it. */
export interface FilteredRow {
	/** Wall clock, ns. */
	readonly time: bigint;
	readonly endpoint: string;
	readonly connection: number;
	readonly kind: EventKind;
	readonly direction: Direction;
	/** Payload bytes. */
	readonly length: number;
	/** The first bytes of the payload. */
	readonly preview: Uint8Array;
	readonly text: string;
}

/** The properties of a row that a condition can ask for. `content`: the payload, or what the event says. */
export const ROW_FIELDS = ['time', 'endpoint', 'connection', 'kind', 'direction', 'length', 'content'] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** Characters, or bytes, of a content that a condition contains: the rest of a filter's length is left for others. */
const MOST = 200;

/**
 * The condition that a row's own value gives: the row fulfils it. `begin`: wall clock of the capture's first event, ns.
 * Undefined where the filter language has none for the value.
 */
export function conditionOf(row: FilteredRow, field: RowField, begin: bigint): Filter | undefined {
	switch (field) {
		case 'time':
			return timeCondition(row, '=', begin);
		case 'endpoint':
			return row.endpoint === '' ? undefined : { type: 'endpoint', is: '=', name: row.endpoint };
		case 'connection':
			return { type: 'number', field: 'conn', is: '=', value: row.connection };
		case 'kind':
			return { type: 'kind', is: '=', value: row.kind };
		case 'direction':
			return { type: 'dir', is: '=', value: row.direction };
		case 'length':
			return { type: 'number', field: 'len', is: '=', value: row.length };
		case 'content':
			return contentCondition(row);
	}
}

/** A comparison with the row's time. */
export function timeCondition(row: FilteredRow, is: Operator, begin: bigint): Filter {
	// An event from before the first one, by a clock that was set back, counts at the start.
	return { type: 'number', field: 'time', is, value: Math.max(0, Number(row.time - begin)) };
}

function contentCondition({ kind, length, preview, text }: FilteredRow): Filter {
	const ofKind: Filter = { type: 'kind', is: '=', value: kind };
	if (kind !== 'data') return text === '' ? ofKind : { type: 'text', text: firstCharacters(text), exact: true };
	const bytes = preview.subarray(0, Math.min(length, MOST));
	if (bytes.length === 0) {
		return { type: 'and', items: [ofKind, { type: 'number', field: 'len', is: '=', value: length }] };
	}
	const readable = readableText(bytes, bytes.length < length);
	return readable === undefined ? { type: 'hex', hex: toHex(bytes) } : { type: 'text', text: readable, exact: true };
}

/** Invisible characters that quotes have an escape for. */
const ESCAPED = new Set([0x09, 0x0a, 0x0d]);
/** Maximum bytes of a character. */
const LONGEST = 4;

/** Bytes as text; undefined where they are not visible UTF-8. Of a prefix, a character cut at the end is left out. */
function readableText(bytes: Uint8Array, isPrefix: boolean): string | undefined {
	const character = { code: 0, length: 1 };
	let text = '';
	for (let at = 0; at < bytes.length; at += character.length) {
		decodeCharacter(bytes, at, character);
		const { code } = character;
		if (code < 0 && isPrefix && text !== '' && bytes.length - at < LONGEST) break;
		if (code < 0 || (visibleSign(code) !== undefined && !ESCAPED.has(code))) return undefined;
		text += String.fromCodePoint(code);
	}
	return text;
}

function firstCharacters(text: string): string {
	return Array.from(text).slice(0, MOST).join('').toWellFormed();
}

/** What the row does not fulfil and all others without its value do. */
export function excluded(condition: Filter): Filter {
	// `!=` asks for a payload that has the field.
	if (condition.type === 'decoded' || condition.type === 'protocol') return { type: 'not', item: condition };
	if ('is' in condition && condition.is === '=') return { ...condition, is: '!=' };
	return { type: 'not', item: condition };
}

/**
 * A filter narrowed by a condition: both must hold. What was written stays as it is, in parentheses where `or` would
 * take the condition for an alternative. Undefined where it would be longer than a filter may be.
 * Throws FilterError for an invalid filter.
 */
export function withCondition(
	written: string,
	condition: Filter,
	known: KnownProtocols = BUILT_IN,
): string | undefined {
	const added = condition.type === 'or' ? `(${printFilter(condition)})` : printFilter(condition);
	const before = written.trim();
	if (before === '') return fitting(added);
	const present = parseFilter(before, known);
	const items = present.type === 'and' ? present.items : [present];
	if (items.some((item) => printFilter(item) === added)) return before;
	return fitting(`${present.type === 'or' ? `(${before})` : before} ${added}`);
}

function fitting(text: string): string | undefined {
	return text.length <= LIMITS.filterChars ? text : undefined;
}
