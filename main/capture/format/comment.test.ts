import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIRECTIONS, EVENT_KINDS } from '../../../common/capture/event.ts';
import { eventComment, formatComment, parseComment } from './comment.ts';

test('every comment is parsed as it was written', () => {
	const comment = fc.record({
		connection: fc.integer({ min: 0, max: 0xffff_ffff }),
		kind: fc.constantFrom(...EVENT_KINDS),
		direction: fc.constantFrom(...DIRECTIONS),
		text: fc.oneof(fc.string(), fc.constantFrom('in', ': x', '\n', '#1 close', ' ')),
	});
	fc.assert(
		fc.property(comment, (event) => {
			expect(parseComment(formatComment(event))).toEqual(event);
		}),
	);
});

test('reads like a sentence', () => {
	const open = { connection: 3, kind: 'open', direction: 'in', text: '127.0.0.1:50214 → 127.0.0.1:8080' } as const;
	expect(formatComment(open)).toBe('#3 open in: 127.0.0.1:50214 → 127.0.0.1:8080');
	expect(formatComment({ connection: 3, kind: 'close', direction: 'none', text: '' })).toBe('#3 close');
	expect(formatComment({ connection: 0, kind: 'listening', direction: 'none', text: '[::1]:80' })).toBe(
		'endpoint listening: [::1]:80',
	);
});

test('comments of people are ignored, ours beside them are found', () => {
	for (const text of [
		'',
		'look here',
		'#3',
		'#3 opened',
		'#03 open',
		'endpoint',
		'#3 close ',
		'#3 close:',
		'x #3 close',
	]) {
		expect(parseComment(text), text).toBeUndefined();
	}
	expect(eventComment(['look here', '#3 close'])?.kind).toBe('close');
	expect(eventComment(['look here'])).toBeUndefined();
});
