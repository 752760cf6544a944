import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS, EVENT_KINDS } from '../capture/event.ts';
import { byTier } from '../tier.fixture.ts';
import { unicodeText } from '../unicode-text.fixture.ts';
import type { Filter } from './ast.ts';
import { compileFilter, type EventFacts, NO, UNKNOWN, YES } from './compile.ts';
import { completeFilter } from './complete.ts';
import { FilterError } from './error.ts';
import { foldedFinder, plainFinder } from './find.ts';
import { parseFilter } from './parse.ts';
import { printFilter } from './print.ts';

const word = fc.stringMatching(/^[^\s()"]{1,8}$/).filter((text) => text.isWellFormed());
const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => text.isWellFormed());
const equality = fc.constantFrom('=' as const, '!=' as const);
const operator = fc.constantFrom('>=', '<=', '!=', '=', '<', '>' as const);
const leaf: fc.Arbitrary<Filter> = fc.oneof(
	fc.record({ type: fc.constant('text' as const), text: word, exact: fc.constant(false) }),
	fc.record({ type: fc.constant('text' as const), text: anyText, exact: fc.constant(true) }),
	fc
		.constantFrom('and', 'or', 'not', 'len', 'dir:x', 'a>=b')
		.map((text): Filter => ({ type: 'text', text, exact: false })),
	fc
		.uint8Array({ minLength: 1, maxLength: 5 })
		.map((bytes): Filter => ({ type: 'hex', hex: Buffer.from(bytes).toString('hex') })),
	fc.record({ type: fc.constant('dir' as const), is: equality, value: fc.constantFrom(...DIRECTIONS) }),
	fc.record({ type: fc.constant('kind' as const), is: equality, value: fc.constantFrom(...EVENT_KINDS) }),
	fc.record({ type: fc.constant('mark' as const), is: equality, value: fc.constantFrom('yes', 'no') }),
	fc.record({
		type: fc.constant('note' as const),
		text: word.filter((text) => text !== '*'),
		exact: fc.constant(false),
	}),
	fc.record({ type: fc.constant('note' as const), text: anyText, exact: fc.constant(true) }),
	fc.constant<Filter>({ type: 'note', text: '', exact: false }),
	fc.record({ type: fc.constant('endpoint' as const), is: equality, name: fc.oneof(word, anyText) }),
	fc.record({
		type: fc.constant('number' as const),
		field: fc.constantFrom('conn', 'len', 'time' as const),
		is: operator,
		value: fc.oneof(fc.nat(30), fc.maxSafeNat()),
	}),
	fc.record({
		type: fc.constant('number' as const),
		field: fc.constant('port' as const),
		is: operator,
		value: fc.nat(65_535),
	}),
) as fc.Arbitrary<Filter>;
const { tree } = fc.letrec<{ tree: Filter; branch: Filter }>((tie) => ({
	tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, tie('branch')),
	branch: fc.oneof(
		fc.record({
			type: fc.constantFrom('and' as const, 'or' as const),
			items: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
		}),
		fc.record({ type: fc.constant('not' as const), item: tie('tree') }),
	) as fc.Arbitrary<Filter>,
}));

/** The error that parsing a text throws. */
function faultOf(text: string): FilterError {
	try {
		parseFilter(text);
	} catch (error) {
		if (error instanceof FilterError) return error;
		throw error;
	}
	throw new Error(`“${text}” was read as a filter.`);
}

describe('parsing', () => {
	it('parses its printed form to the same tree', () => {
		fc.assert(
			fc.property(tree, (filter) => {
				const text = printFilter(filter);
				fc.pre(text.length <= 2000);
				expect(parseFilter(text)).toEqual(filter);
			}),
			{ numRuns: byTier(250, 1000) },
		);
	});

	it('returns a tree or a FilterError that points into the text, for any input', () => {
		const piece = fc.constantFrom(
			'(',
			')',
			'"',
			'\\',
			' ',
			'and',
			'or',
			'not',
			'dir:',
			'len>=',
			'hex:',
			':',
			'1k',
			'in',
			'5s',
			'GET',
		);
		const garbage = fc.oneof(
			unicodeText(),
			fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
		);
		fc.assert(
			fc.property(garbage, (text) => {
				try {
					parseFilter(text);
				} catch (error) {
					expect(error).toBeInstanceOf(FilterError);
					const { position, length } = error as FilterError;
					expect(position).toBeGreaterThanOrEqual(0);
					expect(position + length).toBeLessThanOrEqual(text.length);
				}
			}),
			{ numRuns: byTier(500, 2000) },
		);
	});

	it('not binds tighter than and, and binds tighter than or, and adjacent terms mean and', () => {
		expect(parseFilter('a or not b c')).toEqual(parseFilter('(a) or ((not b) and c)'));
		expect(parseFilter('a AND b')).toEqual(parseFilter('a b'));
	});

	it('parses numbers with units, also with space around the comparison', () => {
		const value = (text: string) => {
			const filter = parseFilter(text);
			return filter.type === 'number' ? [filter.field, filter.is, filter.value] : filter;
		};
		expect(value('len >= 1.5k')).toEqual(['len', '>=', 1500]);
		expect(value('len:2Ki')).toEqual(['len', '=', 2048]);
		expect(value('LEN<1M')).toEqual(['len', '<', 1_000_000]);
		expect(value('time<250ms')).toEqual(['time', '<', 250e6]);
		expect(value('time>1.5h')).toEqual(['time', '>', 5.4e12]);
		expect(value('conn:#3')).toEqual(['conn', '=', 3]);
	});

	it.each([
		['', 0, 'Expected a word', undefined],
		['a or', 4, 'Expected a word', undefined],
		['a (b', 4, 'Expected a )', undefined],
		['a)', 1, 'closes nothing', undefined],
		['x "GET', 6, 'closing "', undefined],
		['a dri:in', 2, 'no field “dri”', 'Did you mean dir?'],
		['user=bob', 0, 'no field “user”', 'To find it as text, put it into "quotes".'],
		['dir:inn', 4, 'Expected none, in or out', 'Did you mean in?'],
		['kind:eror', 5, 'Expected listening', 'Did you mean error?'],
		['kind>data', 4, 'kind: or kind!=', undefined],
		['len>=many', 5, 'number of bytes', undefined],
		['time<5', 5, 'Expected a time', undefined],
		['port:70000', 5, 'port from 0 to 65535', undefined],
		['mark:maybe', 5, 'Expected yes or no', undefined],
		['note>a', 4, 'expected note:', undefined],
		['note:', 5, 'Expected text', undefined],
		['hex:0d0', 6, 'two hexadecimal digits', undefined],
		['hex:"0d 0g"', 9, 'hexadecimal digit, not “g”', undefined],
		['hex:{0x01, 0x02}', 4, 'Expected a }', 'Put bytes with blanks between them into "quotes".'],
		['hex:0x01, 0x02', 4, 'Expected bytes', 'Put bytes with blanks between them into "quotes".'],
		['"a\\q"', 2, 'Expected one of', expect.stringContaining('backslash')],
		['or b', 0, 'not “or”', 'To find the word itself, write "or".'],
	])('reports for %j where it is wrong and what was expected', (text, position, message, hint) => {
		const fault = faultOf(text);
		expect(fault.message).toContain(message);
		expect(fault.position).toBe(position);
		expect(fault.hint).toEqual(hint);
	});

	it.each([
		'hex:AA-0d',
		'hex:aa:0D',
		'hex:\\xaa\\x0d',
		'hex:0xaa0x0d',
		'hex:"{0xaa, 0x0d};"',
		'hex:"\\xaa\\x0d"',
		'HEX:"b\'\\xaa\\r\'"',
	])('accepts pasted hexadecimal: %s', (text) => {
		expect(parseFilter(text)).toEqual({ type: 'hex', hex: 'aa0d' });
	});

	it('refuses a text that is too long instead of running out of stack', () => {
		expect(faultOf('('.repeat(100_000)).message).toContain('2000 characters');
		expect(faultOf('('.repeat(2000)).position).toBe(2000);
	});
});

const facts = fc.record({
	direction: fc.nat(2),
	kind: fc.nat(7),
	connection: fc.nat(5),
	length: fc.nat(40),
	time: fc.nat(40),
	endpoint: fc.constantFrom('echo', 'ECHO', 'other one'),
	ports: fc.oneof(fc.constant([]), fc.array(fc.nat(3), { minLength: 2, maxLength: 2 })),
	marked: fc.boolean(),
	note: fc.stringMatching(/^[abAB*]{0,4}$/),
	content: fc.stringMatching(/^[abAB\r\n]{0,6}$/).map((text) => new TextEncoder().encode(text)),
});
/** Filters that are sometimes true for such events. */
const closeLeaf: fc.Arbitrary<Filter> = fc.oneof(
	fc.record({ type: fc.constant('text' as const), text: fc.stringMatching(/^[abAB]{1,3}$/), exact: fc.boolean() }),
	fc.constantFrom('0d0a', '61', '4142').map((hex): Filter => ({ type: 'hex', hex })),
	fc.record({ type: fc.constant('mark' as const), is: equality, value: fc.constantFrom('yes', 'no') }),
	fc.record({ type: fc.constant('note' as const), text: fc.stringMatching(/^[abAB]{0,2}$/), exact: fc.boolean() }),
	fc.record({ type: fc.constant('dir' as const), is: equality, value: fc.constantFrom(...DIRECTIONS) }),
	fc.record({ type: fc.constant('kind' as const), is: equality, value: fc.constantFrom(...EVENT_KINDS) }),
	fc.record({
		type: fc.constant('endpoint' as const),
		is: equality,
		name: fc.constantFrom('Echo', 'other one', 'none'),
	}),
	fc.record({
		type: fc.constant('number' as const),
		field: fc.constantFrom('conn', 'port', 'len', 'time' as const),
		is: operator,
		value: fc.nat(40),
	}),
) as fc.Arbitrary<Filter>;
const { closeTree } = fc.letrec<{ closeTree: Filter }>((tie) => ({
	closeTree: fc.oneof(
		{ maxDepth: 3 },
		closeLeaf,
		fc.record({
			type: fc.constantFrom('and' as const, 'or' as const),
			items: fc.array(tie('closeTree'), { minLength: 2, maxLength: 3 }),
		}),
		fc.record({ type: fc.constant('not' as const), item: tie('closeTree') }),
	) as fc.Arbitrary<Filter>,
}));

/** The meaning of a filter, in the simplest code. */
function model(filter: Filter, event: EventFacts & { content: Uint8Array }): boolean {
	const bytes = Buffer.from(event.content);
	switch (filter.type) {
		case 'and':
			return filter.items.every((item) => model(item, event));
		case 'or':
			return filter.items.some((item) => model(item, event));
		case 'not':
			return !model(filter.item, event);
		case 'text': {
			const text = bytes.toString();
			return filter.exact ? text.includes(filter.text) : text.toLowerCase().includes(filter.text.toLowerCase());
		}
		case 'hex':
			return bytes.includes(Buffer.from(filter.hex, 'hex'));
		case 'dir':
			return (DIRECTIONS[event.direction] === filter.value) === (filter.is === '=');
		case 'kind':
			return (EVENT_KINDS[event.kind] === filter.value) === (filter.is === '=');
		case 'mark':
			return (event.marked === (filter.value === 'yes')) === (filter.is === '=');
		case 'note':
			if (filter.text === '') return event.note !== '';
			return filter.exact
				? event.note.includes(filter.text)
				: event.note.toLowerCase().includes(filter.text.toLowerCase());
		case 'endpoint':
			return (event.endpoint.toLowerCase() === filter.name.toLowerCase()) === (filter.is === '=');
		case 'number': {
			const { is, value } = filter;
			const { conn, len, time } = { conn: [event.connection], len: [event.length], time: [event.time] };
			const numbers = { conn, len, time, port: event.ports }[filter.field];
			if (is === '!=') return !numbers.includes(value);
			const order = { '=': [0], '<': [-1], '<=': [-1, 0], '>': [1], '>=': [0, 1] }[is];
			return numbers.some((number) => order.includes(Math.sign(number - value)));
		}
	}
}

const exact = (needle: Uint8Array) => (content: Uint8Array) => Buffer.from(content).includes(Buffer.from(needle));

describe('evaluation', () => {
	it('agrees with a simple model, also when the content is read only on demand', () => {
		fc.assert(
			fc.property(closeTree, facts, (filter, event) => {
				const test = compileFilter(filter, exact);
				const expected = model(filter, event) ? YES : NO;
				expect(test(event)).toBe(expected);
				expect([expected, UNKNOWN]).toContain(test({ ...event, content: undefined }));
			}),
			{ numRuns: byTier(500, 3000) },
		);
	});

	it('needs no content where the fields decide', () => {
		const event = {
			direction: 1,
			kind: 2,
			connection: 1,
			length: 9,
			time: 0,
			endpoint: 'a',
			marked: false,
			note: '',
			ports: [],
			content: undefined,
		};
		const verdict = (text: string) => compileFilter(parseFilter(text), exact)(event);
		expect(verdict('dir:out GET')).toBe(NO);
		expect(verdict('dir:in or GET')).toBe(YES);
		expect(verdict('dir:in GET')).toBe(UNKNOWN);
	});

	it('finds text in any case of ASCII letters, and of no others', () => {
		const bytes = (text: string) => new TextEncoder().encode(text);
		fc.assert(
			fc.property(fc.stringMatching(/^[abAB.]{0,40}$/), fc.stringMatching(/^[abAB]{1,4}$/), (text, needle) => {
				expect(foldedFinder(bytes(needle))(bytes(text))).toBe(text.toLowerCase().includes(needle.toLowerCase()));
				expect(plainFinder(bytes(needle))(bytes(text))).toBe(text.includes(needle));
			}),
		);
		expect(foldedFinder(bytes('É'))(bytes('é'))).toBe(false);
		expect(foldedFinder(bytes('[`'))(bytes('{@'))).toBe(false);
	});
});

describe('completion', () => {
	const known = { endpoints: ['echo', 'my server', 'echo'] };
	const offers = (text: string) => completeFilter(text, text.length, known).suggestions.map(({ insert }) => insert);

	it('offers fields by prefix, and connectives after a term', () => {
		expect(offers('di')).toEqual(['dir:']);
		expect(offers('')).toContain('kind:');
		expect(offers('')).not.toContain('and');
		expect(offers('GET a')).toEqual(['and']);
		expect(offers('(n')).toEqual(['note:', 'not']);
	});

	it('offers the values of a field', () => {
		expect(offers('dir:')).toEqual(['dir:none', 'dir:in', 'dir:out']);
		expect(offers('x kind:e')).toEqual(['kind:end', 'kind:error']);
		expect(offers('endpoint:')).toEqual(['endpoint:echo', 'endpoint:"my server"']);
		expect(offers('endpoint:my')).toEqual(['endpoint:"my server"']);
		expect(offers('endpoint:"my s')).toEqual(['endpoint:"my server"']);
		expect(offers('dir:in')).toEqual([]);
		expect(offers('mark:')).toEqual(['mark:yes', 'mark:no']);
		expect(offers('note:')).toEqual(['note:*']);
	});

	it('replaces the word before the caret and nothing else', () => {
		expect(completeFilter('a di b', 4, known)).toMatchObject({ from: 2, to: 4 });
		expect(offers('"dir')).toEqual([]);
	});

	it('every suggestion extends the typed text, and completion never fails', () => {
		fc.assert(
			fc.property(unicodeText(), fc.nat(50), (text, at) => {
				const caret = Math.min(at, text.length);
				const { from, to } = completeFilter(text, caret, known);
				expect(from).toBeLessThanOrEqual(to);
				expect(to).toBe(caret);
			}),
		);
	});
});
