import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Expectation } from './expectation-schema.ts';
import { compileExpectation, differenceLines, excerpt, Inbox, type Verdict } from './index.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

function look(expectation: Expectation, got: string, whole = false): Verdict {
	const compiled = compileExpectation(expectation);
	if (!compiled.ok) throw new Error(compiled.message);
	return compiled.look(ascii(got), whole);
}

const text = (pattern: string) => ({ format: 'text', text: pattern }) as const;

test('on a stream the expected bytes are consumed, and the rest is left', () => {
	const bytes = { type: 'bytes', pattern: text('Welcome!') } as const;
	expect(look(bytes, 'Wel')).toEqual({ type: 'more', started: true });
	expect(look(bytes, '')).toEqual({ type: 'more', started: false });
	expect(look(bytes, 'Welcome!next')).toEqual({ type: 'matched', taken: 8 });
	expect(look(bytes, 'Welcome?')).toEqual({ type: 'differs', at: 7 });
	expect(look(bytes, 'x')).toEqual({ type: 'differs', at: 0 });
	const contains = { type: 'contains', pattern: text('\r\n\r\n') } as const;
	expect(look(contains, 'HTTP/1.1 200 OK\r\n\r\nbody')).toEqual({ type: 'matched', taken: 19 });
	expect(look(contains, 'HTTP')).toEqual({ type: 'more' });
	const regex = { type: 'regex', pattern: '[0-9]+;', ignoreCase: false } as const;
	expect(look(regex, 'n=12;34;')).toEqual({ type: 'matched', taken: 5 });
	expect(look({ type: 'any' }, '')).toEqual({ type: 'more' });
	expect(look({ type: 'any' }, 'ab')).toEqual({ type: 'matched', taken: 2 });
});

test('a datagram is complete: nothing is awaited after it', () => {
	const bytes = { type: 'bytes', pattern: text('Hello') } as const;
	expect(look(bytes, 'Hel', true)).toEqual({ type: 'differs', at: 3 });
	expect(look(bytes, 'Hello!', true)).toEqual({ type: 'differs', at: 5 });
	expect(look({ type: 'contains', pattern: text('x') }, 'abc', true)).toEqual({ type: 'differs', at: 0 });
	expect(look({ type: 'any' }, '', true)).toEqual({ type: 'matched', taken: 0 });
});

test('an invalid pattern reports its place', () => {
	expect(compileExpectation({ type: 'regex', pattern: '(', ignoreCase: false })).toMatchObject({ ok: false });
	expect(compileExpectation({ type: 'bytes', pattern: { format: 'hex', text: '41 4g' } })).toMatchObject({
		ok: false,
		position: 4,
	});
	expect(compileExpectation({ type: 'contains', pattern: text('') })).toMatchObject({ ok: false, position: 0 });
});

test('however a stream is split, its expectations consume the same bytes', () => {
	const word = fc.uint8Array({ minLength: 1, maxLength: 20 });
	fc.assert(
		fc.property(
			fc.array(word, { minLength: 1, maxLength: 8 }),
			fc.array(fc.nat(30), { maxLength: 20 }),
			(words, cuts) => {
				const stream = Uint8Array.from(words.flatMap((bytes) => [...bytes]));
				const inbox = new Inbox(false);
				const waiting = words.map((bytes) => {
					const compiled = compileExpectation({
						type: 'bytes',
						pattern: { format: 'hex', text: [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') },
					});
					if (!compiled.ok) throw new Error(compiled.message);
					return compiled;
				});
				let sent = 0;
				for (const cut of [...cuts, stream.length]) {
					inbox.push(stream.subarray(sent, sent + cut));
					sent = Math.min(stream.length, sent + cut);
					for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
						const verdict = next.look(inbox.next() ?? new Uint8Array(), false);
						expect(verdict.type).not.toBe('differs');
						if (verdict.type !== 'matched') break;
						inbox.take(verdict.taken);
						waiting.shift();
					}
				}
				expect(waiting).toHaveLength(0);
				expect(inbox).toMatchObject({ length: 0, empty: true });
			},
		),
	);
});

test('datagrams keep their boundaries, also empty ones', () => {
	const inbox = new Inbox(true);
	for (const datagram of ['ab', '', 'c']) inbox.push(ascii(datagram));
	const seen: (string | undefined)[] = [];
	while (!inbox.empty) {
		seen.push(new TextDecoder().decode(inbox.next()));
		inbox.take(0);
	}
	expect(seen).toEqual(['ab', '', 'c']);
	expect(inbox.length).toBe(0);
});

test('a difference shows both sides from its line on, and marks the differing bytes', () => {
	const shown = excerpt(18, ascii('0123456789abcdefHello, Ann~'), ascii('0123456789abcdefHeLlo, Bob'));
	expect(differenceLines(shown)).toEqual([
		'At byte 18 (0x12): expected 6c “l”, got 4c “L”.',
		'expected 0010  48 65 6c 6c 6f 2c 20 41 6e 6e 7e                 Hello, Ann~',
		'got      0010  48 65 4c 6c 6f 2c 20 42 6f 62                    HeLlo, Bob',
		'                     ^^             ^^ ^^ ^^ --',
	]);
	// Names of another language take two cells a character.
	const words = { at: () => '', nothing: '', expected: '预期的', got: 'got' };
	expect(differenceLines(excerpt(2, ascii('abc'), ascii('abd')), words).slice(1, 3)).toEqual([
		expect.stringMatching(/^预期的 0000 {2}61 62 63/),
		expect.stringMatching(/^got {4}0000 {2}61 62 64/),
	]);
	expect(differenceLines(excerpt(2, ascii('abc'), ascii('ab')))[0]).toBe(
		'At byte 2 (0x2): expected 63 “c”, got nothing.',
	);
});
