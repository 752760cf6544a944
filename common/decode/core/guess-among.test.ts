import { expect, test } from 'vitest';
import { DECODERS } from '../index.ts';
import type { Context } from './decoder.ts';
import { GuessAmong } from './guess-among.ts';

/** Protocols that are asked how much a message looks like them, and how often for many messages. */
function asked(some: string, messages: readonly Uint8Array[], context: Context): Map<string, number> {
	const counts = new Map<string, number>();
	const counted = DECODERS.map((decoder) => ({
		...decoder,
		recognise: (bytes: Uint8Array, around: Context) => {
			counts.set(decoder.id, (counts.get(decoder.id) ?? 0) + 1);
			return decoder.recognise(bytes, around);
		},
	}));
	const guesses = new GuessAmong(
		counted.filter(({ id, carries = [] }) => id === some || carries.includes(some)),
		counted,
	);
	for (const message of messages) expect(guesses.guess(message, context)?.id).toBe(some);
	return counts;
}

test('few messages at a port of no protocol are read by decoders whose protocol they are not of', () => {
	const messages = Array.from({ length: 4096 }, (_, i) => {
		const message = new Uint8Array([0, 0, 0, 0, 0, 6, i % 10, 3, 0, 100, 0, 2]);
		new DataView(message.buffer).setUint16(0, i * 16 + (i >> 8));
		return message;
	});
	const counts = asked('modbus', messages, { transport: 'stream', ports: [40_000, 50_000] });
	expect(counts.get('modbus')).toBe(messages.length);
	// These read a message whole.
	for (const id of ['mqtt', 'length-prefix', 'websocket', 'resp'])
		expect(counts.get(id) ?? 0, id).toBeLessThan(messages.length / 20);
});
