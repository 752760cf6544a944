import { describe, expect, it } from 'vitest';
import type { PrintedEvent } from './event.ts';
import { formatJson, textFormat } from './format.ts';

const time = '2026-11-21T00:49:35.250Z';
const at = { endpoint: 'echo', connection: 3, time } as const;
const data = (bytes: Uint8Array): PrintedEvent => ({ event: 'data', ...at, direction: 'in', bytes });

/** The text after the time of day, which depends on the test's time zone. */
const afterTime = (event: PrintedEvent): string =>
	textFormat()(event)
		.join('\n')
		.replace(/^\d\d:\d\d:\d\d\.250 /, '');

describe('JSON lines', () => {
	it('have bytes as length and hex, for any kind of buffer', () => {
		const bytes = Buffer.from('xxabc\nxx').subarray(2, 6);
		expect(JSON.parse(formatJson(data(bytes)).join('\n'))).toEqual({
			event: 'data',
			endpoint: 'echo',
			connection: 3,
			direction: 'in',
			length: 4,
			hex: '6162630a',
			time,
		});
	});

	it('are one object a line', () => {
		const lines = formatJson({ event: 'listening', endpoint: 'a\nb\u202e\u009b', address: '::1', port: 7 });
		expect(lines).toEqual(['{"event":"listening","endpoint":"a\\nb\\u202e\\u009b","address":"::1","port":7}']);
	});
});

describe('lines for people', () => {
	it('show the whole payload, and no control sequences of it', () => {
		const long = Buffer.alloc(70_000, 'x');
		expect(afterTime(data(long))).toBe(`#3 ← 70000 ${long.toString()}`);
		const shown = afterTime(data(Buffer.from('a\r\n\x1b[2J\x00\x7f\xff', 'latin1')));
		expect([...shown].filter((character) => /\p{Cc}/u.test(character))).toEqual([]);
		expect(afterTime(data(Buffer.from('grüß\r\n')))).toBe('#3 ← 8 grüß\\r\\n');
	});

	it('show a character of two reads whole, for each connection and direction, and the bytes of half a one at the end', () => {
		const format = textFormat();
		const gbk = (hex: string, more: Partial<PrintedEvent & { event: 'data' }> = {}): PrintedEvent => ({
			...at,
			event: 'data',
			direction: 'in',
			charset: 'gbk',
			bytes: Buffer.from(hex, 'hex'),
			...more,
		});
		const shown = (...events: readonly PrintedEvent[]) =>
			events.flatMap(format).map((line) => line.replace(/^\S+ #\d+ /, ''));
		expect(shown(gbk('41c4'), gbk('c4', { direction: 'out' }), gbk('e3'), gbk('e3', { direction: 'out' }))).toEqual([
			'← 2 A',
			'→ 1 ',
			'← 1 你',
			'→ 1 你',
		]);
		expect(shown(gbk('c4', { datagram: true }), gbk('c4e3'), gbk('c4'))).toEqual(['← 1 \\xc4', '← 2 你', '← 1 ']);
		expect(shown({ event: 'close', ...at, message: 'Closed' })).toEqual([
			'← ended within a character: \\xc4',
			'closed',
		]);
	});

	it('show who did what', () => {
		const local = { address: '127.0.0.1', port: 1 };
		const remote = { address: '::1', port: 2 };
		expect(afterTime({ event: 'open', ...at, direction: 'in', local, remote })).toBe('#3 open from [::1]:2');
		expect(afterTime({ event: 'open', ...at, direction: 'out', local, remote })).toBe('#3 open to [::1]:2');
		expect(afterTime({ event: 'end', ...at, direction: 'in' })).toBe('#3 peer ended its sending side');
		expect(afterTime({ event: 'reset', ...at, direction: 'out' })).toBe('#3 reset by us');
		expect(afterTime({ event: 'error', ...at, errno: 'EPIPE', message: 'EPIPE: gone' })).toBe('#3 error EPIPE: gone');
		expect(afterTime({ event: 'note', endpoint: 'echo', message: 'so', time })).toBe('echo note so');
		expect(textFormat()({ event: 'summary', received: 3, stored: 2, dropped: 1 })).toEqual([
			'received 3 events, stored 2, dropped 1',
		]);
	});
});
