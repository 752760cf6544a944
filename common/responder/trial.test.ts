import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Responder, responderSchema } from '../contract/config/responder.ts';
import { endpointConfigSchema } from '../endpoints/index.ts';
import { findPreset } from '../presets/index.ts';
import { compileResponder, tryBytes as tryWith } from './index.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const latin1 = (data: Uint8Array | undefined) => data && String.fromCharCode(...data);
const values = { now: 0, random: new Uint8Array(), counts: {}, variables: { x: 'value' }, environment: {} };
const tryBytes = (responder: Responder, framing: Parameters<typeof tryWith>[1], data: Uint8Array) =>
	tryWith(compileResponder(responder), framing, data, () => values);
const responder = responderSchema.parse({
	rules: [
		{
			match: { type: 'regex', pattern: '^add (\\d+) (\\d+)' },
			reply: { format: 'text', text: '{{2}}+{{1}}' },
			delayMs: 5,
		},
		{ match: { type: 'equals', pattern: { format: 'text', text: 'quit' } }, after: 'end' },
		{ match: { type: 'starts', pattern: { format: 'text', text: 'a' } }, reply: { format: 'text', text: '{{n}}' } },
		{ match: { type: 'contains', pattern: { format: 'text', text: ' ' } } },
	],
});

test('each message reports the answering rule, its captures, the reply, and the later rules that match too', () => {
	const trials = tryBytes(responder, { type: 'line' }, bytes('add 1 22\nb\nabc\nquit\nabc\n'));
	expect(
		trials.map(({ rule, later, captures, reply, delayMs, after }) => ({
			rule,
			later,
			captures: captures.map(latin1),
			reply: latin1(reply),
			delayMs,
			after,
		})),
	).toEqual([
		{ rule: 0, later: [2, 3], captures: ['1', '22'], reply: '22+1', delayMs: 5, after: 'keep' },
		{ rule: undefined, later: [], captures: [], reply: undefined, delayMs: 0, after: 'keep' },
		{ rule: 2, later: [], captures: [], reply: '3', delayMs: 0, after: 'keep' },
		{ rule: 1, later: [], captures: [], reply: undefined, delayMs: 0, after: 'end' },
	]);
});

test('a file is named, with its details before it', () => {
	const config = endpointConfigSchema.parse(findPreset('http-server')?.config);
	if (config.kind !== 'tcp-server') throw new Error('It is a server.');
	const [trial] = tryBytes(config.responder, { type: 'none' }, bytes('GET /a%20b.png HTTP/1.1\r\n\r\n'));
	expect(trial).toMatchObject({ rule: 0, later: [1, 2], file: { path: 'sample:', name: 'a b.png', missing: 'next' } });
	expect(latin1(trial?.reply)).toContain('Content-Type: image/png\r\nContent-Length: ?\r\n');
});

test('the answer comes from the first rule that matches alone', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 20 }), (data) => {
			const [trial] = tryBytes(responder, { type: 'none' }, data);
			const alone = responder.rules.map((rule) => tryBytes({ rules: [rule] }, { type: 'none' }, data)[0]?.rule === 0);
			expect(trial?.rule ?? -1).toBe(alone.indexOf(true));
			expect(trial?.later).toEqual(alone.flatMap((hit, at) => (hit && at > (trial?.rule ?? -1) ? [at] : [])));
		}),
	);
});

test('values of a reply are those that are drawn for it; what has none is a fault in place of the reply', () => {
	const reply = (text: string) =>
		responderSchema.parse({ rules: [{ match: { type: 'any' }, reply: { format: 'text', text } }] });
	const [trial] = tryBytes(reply('{{counter}} {{var x}} {{time iso}}'), { type: 'none' }, bytes('a'));
	expect(latin1(trial?.reply)).toBe('1 value 1970-01-01T00:00:00.000Z');
	const [broken] = tryBytes(reply('{{var y}}'), { type: 'none' }, bytes('a'));
	expect(broken).toMatchObject({ fault: 'There is no variable “y”: there is x.' });
	expect(broken?.reply).toBeUndefined();
});
