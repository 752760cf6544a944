import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileExpectation, type Verdict } from './index.ts';

const bytesOf = (hex: string): Uint8Array =>
	Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

function look(pattern: string, got: Uint8Array, whole = false): Verdict {
	const compiled = compileExpectation({ type: 'hex', pattern });
	if (!compiled.ok) throw new Error(`${compiled.position}: ${compiled.message}`);
	return compiled.look(got, whole);
}

test.each([
	['aa ?? b? *', 'aa11b2', { type: 'matched', taken: 3 }],
	['aa ?? b? *', 'aa11b2c3d4', { type: 'matched', taken: 5 }],
	['aa ?? b? *', 'aa11c2', { type: 'differs', at: 2 }],
	['aa??b?', 'aa11', { type: 'more', started: true }],
	['aa * 0d0a', 'aa01020d0a03', { type: 'matched', taken: 5 }],
	['aa * 0d0a', 'aa010d0d', { type: 'more', started: true }],
	['* ?f', '00102f30', { type: 'matched', taken: 3 }],
	['*', '', { type: 'matched', taken: 0 }],
	['AB', 'ab', { type: 'matched', taken: 1 }],
] as const)('on a stream %s meets %s', (pattern, got, verdict) => {
	expect(look(pattern, bytesOf(got))).toEqual(verdict);
});

test.each([
	['aa ?? 0a', 'aa010a', { type: 'matched', taken: 3 }],
	['aa ?? 0a', 'aa010a0b', { type: 'differs', at: 3 }],
	['aa ?? 0a', 'aa01', { type: 'differs', at: 2 }],
	['aa * 0a', 'aa0a0b0a', { type: 'matched', taken: 4 }],
	['aa * 0a', 'aa0a0b', { type: 'differs', at: 2 }],
	['aa * 0a *', 'aa0a0b', { type: 'matched', taken: 3 }],
] as const)('a datagram is whole: %s with %s', (pattern, got, verdict) => {
	expect(look(pattern, bytesOf(got), true)).toEqual(verdict);
});

test.each([
	['', 0],
	['   ', 0],
	['aa b', 3],
	['aa bg', 3],
	['aa, bb', 2],
	['a *', 0],
] as const)('the pattern %j is wrong at %s', (pattern, position) => {
	expect(compileExpectation({ type: 'hex', pattern })).toMatchObject({ ok: false, position });
});

test('the expected bytes of a difference have received ones in place of wildcards', () => {
	const compiled = compileExpectation({ type: 'hex', pattern: 'aa ?? b? 0c' });
	if (!compiled.ok) throw new Error(compiled.message);
	expect(compiled.expected(bytesOf('aa11bf0d'))).toEqual(bytesOf('aa11bf0c'));
});

const digit = fc.constantFrom(...'01f?');
const token = fc.oneof(
	{ weight: 5, arbitrary: fc.tuple(digit, digit).map((pair) => pair.join('')) },
	{ weight: 1, arbitrary: fc.constant('*') },
);
const received = fc.array(fc.constantFrom(0x00, 0x01, 0x0f, 0x10, 0x11, 0xf0, 0xff, 0x0a), { maxLength: 12 });

/** The same as a regular expression of JavaScript, each byte a character. */
function oracle(tokens: readonly string[], whole: boolean): RegExp {
	const digits = [...'0123456789abcdef'];
	const parts = tokens.map((one) => {
		if (one === '*') return '[^]*?';
		const [high = '', low = ''] = one;
		const fits = (wanted: string) => (wanted === '?' ? digits : [wanted]);
		const codes = fits(high).flatMap((h) => fits(low).map((l) => `\\x${h}${l}`));
		return `[${codes.join('')}]`;
	});
	return new RegExp(`^${parts.join('')}${whole || tokens.at(-1) === '*' ? '$' : ''}`);
}

test('wildcards match as a regular expression does', () => {
	fc.assert(
		fc.property(fc.array(token, { minLength: 1, maxLength: 6 }), received, fc.boolean(), (tokens, got, whole) => {
			const found = oracle(tokens, whole).exec(String.fromCharCode(...got));
			const verdict = look(tokens.join(' '), Uint8Array.from(got), whole);
			if (found === null) expect(verdict.type).not.toBe('matched');
			else expect(verdict).toEqual({ type: 'matched', taken: found[0].length });
		}),
		{ numRuns: 2000 },
	);
});

test('what differs stays different whatever follows, and a match needs no more than it took', () => {
	fc.assert(
		fc.property(fc.array(token, { minLength: 1, maxLength: 6 }), received, received, (tokens, got, more) => {
			const verdict = look(tokens.join(''), Uint8Array.from(got));
			const after = look(tokens.join(''), Uint8Array.from([...got, ...more]));
			if (verdict.type === 'differs') expect(after).toEqual(verdict);
			if (verdict.type !== 'matched') return;
			expect(look(tokens.join(''), Uint8Array.from(got.slice(0, verdict.taken)))).toEqual(verdict);
			if (tokens.at(-1) !== '*') expect(after).toEqual(verdict);
		}),
		{ numRuns: 2000 },
	);
});
