import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksumOf } from '../../payload/index.ts';
import { CHECKSUMS } from '../../payload/names.ts';
import { byTier } from '../../tier.fixture.ts';
import type { StructureInput } from '../document/schema.ts';
import { type FieldData, readMessage } from '../index.ts';
import { checkStructure } from '../read.ts';
import { programOf, written } from '../structure.fixture.ts';
import { guessStructure } from './guess.ts';

/** The guess, which has to read each of the messages without a note. */
function guessed(messages: readonly Uint8Array[]) {
	const guess = guessStructure(messages);
	if (guess === undefined) throw new Error('no guess');
	const { usable, problems } = checkStructure(guess.structure);
	expect(problems).toEqual([]);
	for (const message of messages) {
		if (usable === undefined) throw new Error('no program');
		const { note, length } = readMessage(usable.program, message);
		expect([note, length]).toEqual([undefined, message.length]);
	}
	return guess;
}

const algorithms = CHECKSUMS.filter((one) => one !== 'none');

/** A structure, and messages of it. */
const known = fc.record({
	order: fc.constantFrom('be', 'le'),
	magic: fc.integer({ min: 0x1001, max: 0xffee }),
	bits: fc.constantFrom(8, 16),
	bias: fc.constantFrom(0, 2, 5),
	counter: fc.nat(200),
	algorithm: fc.constantFrom(...algorithms),
	order2: fc.constantFrom('be', 'le'),
	bodies: fc.uniqueArray(fc.uint8Array({ minLength: 3, maxLength: 60 }), {
		minLength: 8,
		maxLength: 12,
		selector: (body) => body.length,
	}),
});

test('finds the constant, the length with its bias, the counter and the checksum of known structures', () => {
	fc.assert(
		fc.property(known, ({ order, magic, bits, bias, counter, algorithm, order2, bodies }) => {
			const fields: StructureInput['fields'] = [
				{ name: 'magic', type: 'u16', const: magic },
				{ name: 'length', type: bits === 8 ? 'u8' : 'u16', compute: `length() - ${bias}` },
				{ name: 'counter', type: 'u8' },
				{
					name: 'body',
					type: 'bytes',
					length: `length + ${bias} - ${(bits === 8 ? 4 : 5) + checksumOf(new Uint8Array(), algorithm).length}`,
				},
				{ name: 'sum', type: 'checksum', algorithm, order: order2 },
			];
			const program = programOf({ order, fields });
			const messages = bodies.map((body, i) => {
				const values: FieldData = { counter: (counter + i) % 256, body };
				return written(program, values);
			});
			const { findings, framing } = guessed(messages);
			const at = 2;
			const length = findings.find(({ kind }) => kind === 'length');
			expect(length).toMatchObject({ kind: 'length', bias });
			// A length of one byte is at its place in one of two as well.
			if (length?.kind === 'length') expect(length.at + length.bytes).toBeGreaterThan(at);
			expect(framing).toMatchObject({ type: 'length', bias });
			const sum = findings.find(({ kind }) => kind === 'checksum');
			expect(sum).toMatchObject({ kind: 'checksum', behind: 0 });
			expect(findings.some(({ kind }) => kind === 'counter')).toBe(true);
			expect(findings[0]).toMatchObject({ kind: 'constant', at: 0 });
		}),
		{ numRuns: byTier(25, 2000) },
	);
});

describe('messages', () => {
	const bytesOf = (...values: readonly number[]) => Uint8Array.from(values);

	test('of one size have a fixed framing, and times are found', () => {
		const messages = [0, 7, 60].map((later) => {
			const message = new Uint8Array(14);
			const view = new DataView(message.buffer);
			view.setUint16(0, 0xbeef);
			view.setUint32(2, 1_700_000_000 + later, true);
			view.setBigUint64(6, BigInt(1_700_000_000_123 + later * 1000));
			return message;
		});
		const { findings, framing } = guessed(messages);
		expect(framing).toEqual({ type: 'fixed', bytes: 14 });
		expect(findings).toContainEqual(
			expect.objectContaining({ kind: 'time', at: 2, bytes: 4, order: 'le', unit: 'seconds' }),
		);
		expect(findings).toContainEqual(
			expect.objectContaining({ kind: 'time', at: 6, bytes: 8, order: 'be', unit: 'milliseconds' }),
		);
	});

	test('that are lines are text with an end', () => {
		const lines = ['OK\r\n', 'TEMP 23.5\r\n', 'ERROR 7 busy\r\n'].map((line) => new TextEncoder().encode(line));
		const { findings, framing, structure } = guessed(lines);
		expect(framing).toEqual({ type: 'delimiter', value: bytesOf(0x0d, 0x0a) });
		expect(findings).toContainEqual(expect.objectContaining({ kind: 'text', at: 0, charset: 'utf-8' }));
		expect(structure.fields?.at(-1)).toMatchObject({ type: 'bytes', const: '0d0a' });
	});

	test('that are too few have none', () => {
		expect(guessStructure([bytesOf(1, 2)])).toBeUndefined();
		expect(guessStructure([])).toBeUndefined();
	});

	test('of any bytes have a structure that reads them', () => {
		fc.assert(
			fc.property(
				fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 2, maxLength: 8 }),
				(messages) => {
					guessed(messages);
				},
			),
			{ numRuns: byTier(60, 20_000) },
		);
	});
});
