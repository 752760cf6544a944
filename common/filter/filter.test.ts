import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS, EVENT_KINDS } from '../capture/event.ts';
import { PROTOCOLS } from '../decode/protocols.ts';
import { charsetNamed } from '../payload/index.ts';
import type { CharsetName } from '../payload/schema.ts';
import { encodeText } from '../payload/text.ts';
import { byTier } from '../tier.fixture.ts';
import { unicodeText } from '../unicode-text.fixture.ts';
import type { Filter } from './ast.ts';
import { compileFilter, type EventFacts, NO, UNKNOWN, YES } from './compile.ts';
import { completeFilter } from './complete.ts';
import { pathAt } from './decoded/path.ts';
import { FilterError } from './error.ts';
import { finder, plainFinder } from './find.ts';
import { filterHints, withHint } from './hints.ts';
import { byteNeedle } from './needle-of.ts';
import { neededBytes } from './needles.ts';
import { parseFilter } from './parse.ts';
import { printFilter } from './print.ts';
import { checkRegexes, compileRegex } from './regex.ts';
import { soughtBytes, soughtIn } from './sought.ts';

const word = fc.stringMatching(/^[^\s()"]{1,8}$/).filter((text) => text.isWellFormed());
const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => text.isWellFormed());
const equality = fc.constantFrom('=' as const, '!=' as const);
const operator = fc.constantFrom('>=', '<=', '!=', '=', '<', '>' as const);
/** Words that are read as nothing else. */
const bareWord = word.filter((text) => !isOther(text));
const leaf: fc.Arbitrary<Filter> = fc.oneof(
	fc.record({ type: fc.constant('word' as const), text: bareWord }),
	fc.record({
		type: fc.constant('regex' as const),
		pattern: fc
			.array(fc.constantFrom('a', '.*', '(b|c)', '\\/', '"', ' ', '[x)]', 'é', '\\.'), { minLength: 1, maxLength: 5 })
			.map((parts) => parts.join('')),
		anyCase: fc.boolean(),
	}),
	fc.record({ type: fc.constant('text' as const), text: word, exact: fc.constant(false) }),
	fc.record({ type: fc.constant('text' as const), text: anyText, exact: fc.constant(true) }),
	fc
		.constantFrom('and', 'or', 'not', 'len', 'dir:x', 'a>=b', '/a/')
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
	fc.record({ type: fc.constant('protocol' as const), is: equality, value: fc.constantFrom(...PROTOCOLS) }),
	fc
		.record({
			protocol: fc.constantFrom(...PROTOCOLS),
			names: fc.array(fc.oneof(word, anyText, fc.constantFrom('"', '\\', 'a.b', 'a"b')), {
				minLength: 1,
				maxLength: 3,
			}),
			is: fc.constantFrom('>=', '<=', '!=', '=', '<', '>', 'contains', 'present' as const),
			value: fc.oneof(
				fc.record({ value: word.filter((text) => text !== '*' && !text.startsWith('=')), exact: fc.constant(false) }),
				fc.record({ value: anyText, exact: fc.constant(true) }),
			),
		})
		.map(({ protocol, names, is, value }): Filter => {
			const said = is === 'present' ? { value: '', exact: false } : value;
			return { type: 'decoded', path: [protocol, ...names], is, ...said };
		}),
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

function isOther(text: string): boolean {
	return (
		/^(?:and|or|not)$/i.test(text) ||
		/^\/.+\/i?$/s.test(text) ||
		/^(?:dir|kind|endpoint|conn|port|len|length|time|protocol|text|mark|note|hex)(?:[:<>=]|!=)/i.test(text) ||
		pathAt(text, 0) !== undefined
	);
}

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

	it('parses a regular expression between two slashes, and other words with slashes as words', () => {
		expect(parseFilter('/a b(c)?\\/"/i x')).toEqual({
			type: 'and',
			items: [
				{ type: 'regex', pattern: 'a b(c)?\\/"', anyCase: true },
				{ type: 'word', text: 'x' },
			],
		});
		for (const text of ['/', '//', '/index.html', '/usr/bin', '/a/g', 'a/b/', 'http://x/']) {
			expect(parseFilter(text)).toEqual({ type: 'word', text });
		}
		expect(parseFilter('text:/api/')).toEqual({ type: 'text', text: '/api/', exact: false });
	});

	it.each([
		['/a(b/', 1, 'missing closing )'],
		['x /[z-a]/', 4, 'invalid character class range'],
		['"é" /[aé]/', 7, '“é” is more than one byte'],
		['/a{900}b{900}/', 1, 'too large'],
	])('reports for %s where the regular expression is wrong', (text, position, message) => {
		const fault = (() => {
			try {
				checkRegexes(text);
			} catch (error) {
				return error;
			}
			return undefined;
		})();
		expect(fault).toBeInstanceOf(FilterError);
		expect(fault).toMatchObject({ position, message: expect.stringContaining(message) });
	});

	it('parses numbers with units, also with space around the comparison', () => {
		const value = (text: string) => {
			const filter = parseFilter(text);
			return filter.type === 'number' ? [filter.field, filter.is, filter.value] : filter;
		};
		expect(value('len >= 1.5k')).toEqual(['len', '>=', 1500]);
		expect(value('len:2Ki')).toEqual(['len', '=', 2048]);
		expect(value('length >= 10')).toEqual(['len', '>=', 10]);
		expect(value('Length:10')).toEqual(['len', '=', 10]);
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
	contentCharset: fc.constant('utf-8' as const),
	datagram: fc.constant(false),
	protocol: fc.constant(undefined),
});
/** Filters that are sometimes true for such events. */
const closeLeaf: fc.Arbitrary<Filter> = fc.oneof(
	fc.record({
		type: fc.constant('word' as const),
		text: fc.oneof(fc.stringMatching(/^[abAB]{1,3}$/), fc.constantFrom('ECH', 'er', 'Data', 'open', 'x')),
	}),
	fc.record({
		type: fc.constant('regex' as const),
		pattern: fc.constantFrom('a+B', '^b', 'a$', '[ab]\\r', '(a|bb)a', '.b.', 'b\\x41'),
		anyCase: fc.boolean(),
	}),
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
		case 'word': {
			const wanted = filter.text.toLowerCase();
			const { endpoint, kind } = event;
			const said = `${bytes.toString('latin1')}\n${endpoint}`.toLowerCase();
			return said.includes(wanted) || EVENT_KINDS[kind] === wanted;
		}
		case 'regex':
			return new RegExp(filter.pattern.replaceAll('.', '[^\\n]'), filter.anyCase ? 'i' : '').test(
				bytes.toString('latin1'),
			);
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
		case 'protocol':
		case 'decoded':
			throw new Error('see decoded.test.ts');
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
				const early = test({ ...event, content: undefined });
				expect([expected, UNKNOWN]).toContain(early);
				const needles = neededBytes(filter, 'utf-8');
				if (early !== UNKNOWN || expected === NO || needles === undefined) return;
				const found = needles.some((needle) => finder(needle)(event.content));
				expect(found).toBe(true);
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
			contentCharset: 'utf-8',
			datagram: false,
			protocol: undefined,
		} as const;
		const verdict = (text: string) => compileFilter(parseFilter(text), exact)(event);
		expect(verdict('dir:out GET')).toBe(NO);
		expect(verdict('dir:in or GET')).toBe(YES);
		expect(verdict('dir:in GET')).toBe(UNKNOWN);
	});

	it('reads a regular expression over bytes: a wide character stands for its bytes in the charset', () => {
		const bytes = (text: string) => new TextEncoder().encode(text);
		const finds = (pattern: string, content: Uint8Array, anyCase = false) =>
			compileRegex({ pattern, anyCase }).test(content);
		expect(finds('gr(ü|ue)+n$', bytes('grün'))).toBe(true);
		expect(finds('x\\xff.z', Uint8Array.of(1, 0x78, 0xff, 0, 0x7a))).toBe(true);
		expect(finds('^.{3}$', bytes('€'))).toBe(true);
		expect(finds('É', bytes('é'), true)).toBe(true);
		expect(finds('É', bytes('é'))).toBe(false);
		expect(finds('\\xe9', Uint8Array.of(0xe9))).toBe(true);
		expect(finds('é', Uint8Array.of(0xe9))).toBe(false);
		expect(finds('\\Qé.\\E', bytes('é.'))).toBe(true);
		expect(finds('NEEDLE.*Y', bytes('a needle in hay'), true)).toBe(true);
		expect(finds('a.b', bytes('a\nb'))).toBe(false);
		expect(compileRegex({ pattern: '^b|c', anyCase: false }).scan(bytes('abc'))(1)).toEqual({ from: 2, to: 3 });
	});

	it('finds text in the charset of the content, and ignores the case of its letters, not of bytes that look like letters', () => {
		const event = (charset: CharsetName, text: string): EventFacts => {
			const encoded = encodeText(text, charsetNamed(charset));
			if (!encoded.ok) throw new Error(encoded.message);
			const base = { direction: 1, kind: 2, connection: 1, length: 9, time: 0, endpoint: 'a', marked: false, note: '' };
			const decoded = { ports: [], datagram: false, protocol: undefined };
			return { ...base, ...decoded, content: encoded.bytes, contentCharset: charset };
		};
		const finds = (filter: string, charset: CharsetName, text: string) =>
			compileFilter(parseFilter(filter))(event(charset, text)) === YES;
		for (const charset of ['gbk', 'big5', 'utf-8', 'utf-16le'] as const) {
			for (const filter of ['你好', '"你好"', 'x你', '"你好" or nothing'])
				expect(finds(filter, charset, 'X你好')).toBe(true);
			expect(finds('"x你"', charset, 'X你好')).toBe(false);
			expect(
				soughtIn(parseFilter('好'))?.places(event(charset, '好').content ?? new Uint8Array(), 0, 9, 9, charset),
			).toHaveLength(1);
		}
		expect(finds('/^.你+(好|坏)$/', 'gbk', 'X你你好')).toBe(true);
		expect(finds('/[^ ]你/', 'latin1', 'X')).toBe(false);
		// 0x815a and 0x817a: the second bytes are the letters Z and z, and the characters have nothing in common.
		expect(finds('乑', 'gbk', '亃')).toBe(false);
	});

	it('finds text in any case of ASCII letters, and of no others', () => {
		const bytes = (text: string) => new TextEncoder().encode(text);
		fc.assert(
			fc.property(fc.stringMatching(/^[abAB.]{0,40}$/), fc.stringMatching(/^[abAB]{1,4}$/), (text, needle) => {
				expect(finder(byteNeedle(bytes(needle), true))(bytes(text))).toBe(
					text.toLowerCase().includes(needle.toLowerCase()),
				);
				expect(plainFinder(bytes(needle))(bytes(text))).toBe(text.includes(needle));
			}),
		);
		expect(finder(byteNeedle(bytes('É'), true))(bytes('é'))).toBe(false);
		expect(finder(byteNeedle(bytes('[`'), true))(bytes('{@'))).toBe(false);
	});
});

describe('places of what is sought', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);

	it('agree with a naive search: the first and longest, without overlaps, within bounds', () => {
		const text = fc.stringMatching(/^[abAB]{0,24}$/);
		const needle = fc.stringMatching(/^[abAB]{1,3}$/);
		fc.assert(
			fc.property(
				text,
				fc.array(needle, { minLength: 1, maxLength: 3 }),
				fc.nat(9),
				fc.nat(24),
				(content, all, from, to) => {
					const sought = soughtIn(parseFilter(all.join(' or ')));
					const expected = [];
					for (let at = from; at < Math.min(to, content.length); ) {
						const here = all.filter((one) => content.toLowerCase().startsWith(one.toLowerCase(), at));
						const length = Math.max(0, ...here.map((one) => one.length));
						if (length > 0) expected.push({ from: at, to: at + length });
						at += Math.max(1, length);
					}
					expect(sought?.places(bytes(content), from, to, 100, 'utf-8')).toEqual(expected);
					expect(sought?.places(bytes(content), from, to, 1, 'utf-8')).toEqual(expected.slice(0, 1));
				},
			),
		);
	});

	it('of a regular expression are those that JavaScript finds', () => {
		fc.assert(
			fc.property(
				fc.stringMatching(/^[ab\n]{0,20}$/),
				fc.constantFrom('a+', 'b.a', '^a|ba*', 'a*', '\\bb'),
				(content, pattern) => {
					const expected = [...content.matchAll(new RegExp(pattern, 'g'))]
						.filter(([found]) => found !== '')
						.map((match) => ({ from: match.index, to: match.index + match[0].length }));
					const found = soughtIn({ type: 'regex', pattern, anyCase: false });
					expect(found?.places(bytes(content), 0, content.length, 100, 'utf-8')).toEqual(expected);
				},
			),
		);
	});

	it('are of the terms that a match has, not of negated ones, and of given bytes', () => {
		expect(soughtIn(parseFilter('dir:in not "b" mark:yes'))).toBeUndefined();
		const found = soughtIn(parseFilter('len>1 (A or hex:63) not "b"'));
		expect(found?.places(bytes('abc'), 0, 3, 9, 'utf-8').map(({ from }) => from)).toEqual([0, 2]);
		expect(soughtBytes(bytes('B'), true).places(bytes('abB'), 0, 3, 9, 'utf-8')).toHaveLength(2);
		expect(soughtBytes(bytes('B'), false).places(bytes('abB'), 0, 3, 9, 'utf-8')).toEqual([{ from: 2, to: 3 }]);
	});
});

describe('hints', () => {
	it.each([
		['lenght>100', 'lenght>100', 'length>100'],
		['lenght > 100', 'lenght > 100', 'length>100'],
		['GET knd:error', 'knd:error', 'kind:error'],
		['port 9000', 'port 9000', 'port:9000'],
		['not (conn 3)', 'conn 3', 'conn:3'],
		['dri=in x', 'dri=in', 'dir=in'],
		['endpiont:"my server"', 'endpiont:"my server"', 'endpoint:"my server"'],
		['/needle/g', '/needle/g', '/needle/'],
		['/a b/ /c/gi', '/c/gi', '/c/i'],
	])('%s: offers the condition that was meant', (text, written, meant) => {
		const [hint, ...others] = filterHints(text);
		expect(hint).toMatchObject({ written, meant });
		expect(others).toEqual([]);
		expect(text.slice(hint?.position, (hint?.position ?? 0) + (hint?.length ?? 0))).toBe(written);
		if (hint) expect(filterHints(withHint(text, hint))).toEqual([]);
	});

	it.each([
		'',
		'dir=in',
		'user=bob',
		'http://localhost',
		'kind regards',
		'text message',
		'a or',
		'"port 9000"',
		'/usr/bin',
	])('%s: has none', (text) => {
		expect(filterHints(text)).toEqual([]);
	});

	it('keep a filter valid, whatever it is', () => {
		const piece = fc.constantFrom(
			'lenght',
			'port',
			'knd',
			':',
			'>',
			' ',
			'100',
			'error',
			'"',
			'(',
			')',
			'not',
			'/a/g',
			'\\',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (all) => {
				const text = all.join('');
				for (const hint of filterHints(text)) expect(parseFilter(withHint(text, hint))).toBeDefined();
			}),
		);
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
		expect(offers('leng')).toEqual(['len>=']);
	});

	it('offers the names of decoded fields, one behind each dot', () => {
		const fields = [
			{ name: 'dns.question', type: 'textual' },
			{ name: 'dns.question.name', type: 'textual' },
			{ name: 'dns.flags', type: 'none' },
			{ name: 'dns.flags.opcode', type: 'number' },
		] as const;
		const offered = (text: string) =>
			completeFilter(text, text.length, { ...known, fields }).suggestions.map(({ insert }) => insert);
		expect(offered('port:53 dns.')).toEqual(['dns.question:', 'dns.question.', 'dns.flags.']);
		expect(offered('DNS.q')).toEqual(['dns.question:', 'dns.question.']);
		expect(offered('dns.question.')).toEqual(['dns.question.name:']);
		expect(offered('modbus.')).toEqual([]);
	});

	it('offers names in the order of the fields, those of any element of an array, and those in quotes', () => {
		const fields = [
			{ name: 'json.tags', type: 'textual' },
			{ name: 'json.items', type: 'textual' },
			{ name: 'json.items.0', type: 'textual' },
			{ name: 'json.items.0.id', type: 'number' },
			{ name: 'json."a b"', type: 'textual' },
			{ name: 'json."a b"."c.d"', type: 'number' },
			{ name: 'json.alpha', type: 'number' },
		] as const;
		const offered = (text: string) =>
			completeFilter(text, text.length, { ...known, fields }).suggestions.map(({ insert }) => insert);
		expect(offered('json.t')).toEqual(['json.tags:']);
		expect(offered('json.')).toEqual([
			'json.tags:',
			'json.items:',
			'json.items.',
			'json."a b":',
			'json."a b".',
			'json.alpha:',
		]);
		expect(offered('json.items.')).toEqual(['json.items.0:', 'json.items.0.']);
		expect(offered('json.items.12')).toEqual(['json.items.12:', 'json.items.12.']);
		expect(offered('json.items.12.')).toEqual(['json.items.12.id:']);
		expect(offered('json.a')).toEqual(['json."a b":', 'json."a b".', 'json.alpha:']);
		expect(offered('(json."a b".')).toEqual(['json."a b"."c.d":']);
		expect(offered('JSON."A B"."c.')).toEqual(['json."a b"."c.d":']);
		expect(offered('json."a b".c')).toEqual(['json."a b"."c.d":']);
		expect(offered('json.items.12.id:5')).toEqual([]);
		expect(completeFilter('x json."a b".c y', 14, { ...known, fields })).toMatchObject({ from: 2, to: 14 });
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
