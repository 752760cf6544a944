import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../contract/base/limits.ts';
import { responderSchema } from '../contract/config/responder.ts';
import { compileResponder, tryBytes } from './index.ts';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const text = (data: Uint8Array | undefined) => data && String.fromCharCode(...data);
const equals = (pattern: string) => ({ type: 'equals', pattern: { format: 'text', text: pattern } });
const reply = (answer: string) => ({ format: 'text', text: answer });
const values = { now: 0, random: new Uint8Array(), counts: {}, variables: {}, environment: {} };

function replies(responder: unknown, framing: { type: 'line' } | { type: 'none' }, bytes: string) {
	const trials = tryBytes(compileResponder(responderSchema.parse(responder)), framing, latin1(bytes), () => values);
	return trials.map(({ message, reply: sent }) => [text(message.data), text(sent)]);
}

const lock = {
	rules: [
		{ match: equals('get'), when: 'start', reply: reply('nil') },
		{ match: equals('set'), next: 'kept', reply: reply('ok') },
		{ match: equals('get'), when: 'kept', reply: reply('value') },
		{ match: equals('reset'), next: 'start', reply: reply('ok') },
	],
};

test('the same request gets the answer of the state, which other rules change', () => {
	const asked = ['get', 'get', 'set', 'get', 'reset', 'get', 'what'];
	expect(replies(lock, { type: 'line' }, `${asked.join('\n')}\n`).map(([, sent]) => sent)).toEqual([
		'nil',
		'nil',
		'ok',
		'value',
		'ok',
		'nil',
		undefined,
	]);
});

test('joined messages end where a rule matches; the rules of a state come in their order', () => {
	const joined = { ...lock, join: true };
	expect(replies(joined, { type: 'none' }, 'getsetgetge')).toEqual([
		['get', 'nil'],
		['set', 'ok'],
		['get', 'value'],
		['ge', undefined],
	]);
});

test('bytes that no rule can match do not keep a later message from its answer', () => {
	const { join } = compileResponder(responderSchema.parse({ ...lock, join: true }));
	expect(join(latin1('what'), 0, 'start')).toEqual({ type: 'unanswered', to: 4 });
	expect(join(latin1('gone'), 2, 'start')).toEqual({ type: 'unanswered', to: 4 });
	expect(join(latin1('goget'), 2, 'start')).toEqual({ type: 'unanswered', to: 2 });
	expect(join(latin1('ggo'), 1, 'start')).toEqual({ type: 'unanswered', to: 3 });
	expect(join(latin1('ge'), 1, 'start')).toMatchObject({ type: 'more' });
});

test('a regular expression waits for its match, up to the limit of a message, and lets a literal behind it begin again', () => {
	const rules = [
		{ match: { type: 'regex', pattern: '^put \\d+;' }, reply: reply('{{data}}') },
		{ match: equals('get'), reply: reply('nil') },
	];
	const { join } = compileResponder(responderSchema.parse({ rules, join: true }));
	expect(join(latin1('put 12'), 0, 'start')).toMatchObject({ type: 'more' });
	expect(join(latin1('put 12;get'), 6, 'start')).toMatchObject({ type: 'answer', to: 7 });
	expect(join(latin1('whatget'), 4, 'start')).toEqual({ type: 'unanswered', to: 4 });
	const long = new Uint8Array(LIMITS.frameMessageBytes + 1);
	expect(join(long, 0, 'start')).toEqual({ type: 'unanswered', to: long.length });
});

test('messages are found wherever the reads part them, when a state has one rule', () => {
	const messages = fc.array(fc.uint8Array({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 20 });
	fc.assert(
		fc.property(messages, fc.array(fc.nat(40), { minLength: 1 }), (all, cuts) => {
			const rules = all.map((message, at) => ({
				match: { type: 'equals', pattern: { format: 'hex', text: Buffer.from(message).toString('hex') } },
				when: at === 0 ? 'start' : String(at),
				next: String(at + 1),
			}));
			const { join } = compileResponder(responderSchema.parse({ rules, join: true }));
			const stream = Buffer.concat(all);
			let held = Buffer.alloc(0);
			let state = 'start';
			const found: number[] = [];
			for (let at = 0, n = 0; at < stream.length; n++) {
				const read = stream.subarray(at, at + 1 + (cuts[n % cuts.length] ?? 0));
				at += read.length;
				let fresh = held.length;
				held = Buffer.concat([held, read]);
				while (held.length > 0) {
					const result = join(held, fresh, state);
					if (result.type === 'more') break;
					if (result.type === 'unanswered') throw new Error('Every byte belongs to a message.');
					found.push(result.answer.rule);
					state = result.answer.next ?? state;
					held = held.subarray(result.to);
					fresh = Math.max(0, fresh - result.to);
				}
			}
			expect(found).toEqual(all.map((_, at) => at));
		}),
	);
});
