import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIRECTIONS, EVENT_KINDS } from '../capture/event.ts';
import { LIMITS } from '../contract/base/limits.ts';
import { unicodeText } from '../unicode-text.fixture.ts';
import { compileFilter, type EventFacts, YES } from './compile.ts';
import { plainFinder } from './find.ts';
import { conditionOf, excluded, type FilteredRow, ROW_FIELDS, timeCondition, withCondition } from './of-row.ts';
import { parseFilter } from './parse.ts';

const BEGIN = 1_700_000_000_000_000_000n;
/** Text and names with everything that the language itself uses. */
const words = fc.oneof(
	fc.string({
		unit: fc.constantFrom('a', 'Z', ' ', '"', '\\', '(', ')', ':', '/', '=', '#', '\n', 'or', 'not ', '世'),
	}),
	unicodeText({ maxLength: 30 }),
);
const bytes = fc.oneof(
	fc.uint8Array({ maxLength: 300 }),
	words.map((text) => new TextEncoder().encode(text)),
	words.map((text) => new TextEncoder().encode(text.repeat(40))),
);
/** A row and what the filter sees of its event. */
const event = fc
	.record({
		kind: fc.constantFrom(...EVENT_KINDS),
		direction: fc.constantFrom(...DIRECTIONS),
		connection: fc.nat(5),
		since: fc.oneof(fc.nat(20), fc.nat(4_000_000_000), fc.integer({ min: 0, max: 2 ** 52 })),
		endpoint: words,
		payload: bytes,
		text: words,
	})
	.map(({ kind, since, payload, text, ...rest }) => {
		const content = kind === 'data' ? payload : new TextEncoder().encode(text);
		const length = kind === 'data' ? payload.length : 0;
		const row: FilteredRow = {
			...rest,
			kind,
			time: BEGIN + BigInt(since),
			length,
			preview: kind === 'data' ? payload.slice(0, LIMITS.previewBytes) : new Uint8Array(0),
			text: kind === 'data' ? '' : text,
		};
		const facts: EventFacts = {
			direction: DIRECTIONS.indexOf(rest.direction),
			kind: EVENT_KINDS.indexOf(kind),
			connection: rest.connection,
			length,
			time: since,
			endpoint: rest.endpoint,
			marked: false,
			note: '',
			contentCharset: 'utf-8' as const,
			ports: [],
			datagram: false,
			protocol: undefined,
			content,
		};
		return { row, facts };
	});
const finds = (text: string, facts: EventFacts) => compileFilter(parseFilter(text), plainFinder)(facts) === YES;
const PRESENT = ['', 'dir:in', 'dir:in or len>3', 'not (kind:data)', '(kind:data) and "a"', 'a b or c', 'text:or'];
const present = fc.constantFrom(...PRESENT);

test('a row fulfils the condition of each of its cells and not its exclusion, beside any filter', () => {
	fc.assert(
		fc.property(event, event, fc.constantFrom(...ROW_FIELDS), present, ({ row, facts }, other, field, before) => {
			const condition = conditionOf(row, field, BEGIN);
			if (condition === undefined) {
				expect([field, row.endpoint]).toEqual(['endpoint', '']);
				return;
			}
			const only = withCondition('', condition) ?? '';
			const without = withCondition('', excluded(condition)) ?? '';
			expect([finds(only, facts), finds(without, facts)]).toEqual([true, false]);
			expect(finds(without, other.facts)).toBe(!finds(only, other.facts));
			for (const [added, alone] of [
				[condition, only],
				[excluded(condition), without],
			] as const) {
				const both = withCondition(before, added) ?? '';
				for (const one of [facts, other.facts]) {
					expect(finds(both, one)).toBe((before === '' || finds(before, one)) && finds(alone, one));
				}
			}
		}),
		{ numRuns: 300 },
	);
});

const row: FilteredRow = {
	time: BEGIN + 1_500_000_000n,
	endpoint: 'my "server"',
	connection: 3,
	kind: 'data',
	direction: 'in',
	length: 5,
	preview: new TextEncoder().encode('a"b\r\n'),
	text: '',
};
const said = (field: (typeof ROW_FIELDS)[number], of: FilteredRow = row) => {
	const condition = conditionOf(of, field, BEGIN);
	return condition === undefined ? undefined : withCondition('', condition);
};

test('conditions read as a person would write them', () => {
	expect(ROW_FIELDS.map((field) => said(field))).toEqual([
		'time:1500ms',
		'endpoint:"my \\"server\\""',
		'conn:3',
		'kind:data',
		'dir:in',
		'len:5',
		'"a\\"b\\r\\n"',
	]);
	expect(said('content', { ...row, preview: Uint8Array.of(0, 255), length: 2 })).toBe('hex:00ff');
	expect(said('content', { ...row, preview: new Uint8Array(0), length: 0 })).toBe('kind:data and len:0');
	expect(withCondition('', excluded({ type: 'hex', hex: '00' }))).toBe('not hex:00');
	expect(withCondition('', timeCondition(row, '>=', BEGIN))).toBe('time>=1500ms');
	expect(withCondition('', timeCondition({ ...row, time: BEGIN - 5n }, '>=', BEGIN))).toBe('time>=0s');
});

test('what is asked for already stays once, and a filter that is full takes no more', () => {
	expect(withCondition('dir:in len>3', { type: 'dir', is: '=', value: 'in' })).toBe('dir:in len>3');
	expect(withCondition(`"${'x'.repeat(1995)}"`, { type: 'dir', is: '=', value: 'in' })).toBeUndefined();
});
