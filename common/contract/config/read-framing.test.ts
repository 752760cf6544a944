import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../base/limits.ts';
import { streamFramingSchema } from './framing.ts';
import { readStreamFraming } from './read-framing.ts';

/** Values on both sides of every limit, and of types that do not fit. */
const odd = fc.constantFrom(
	undefined,
	null,
	true,
	'',
	'big',
	'little',
	'line',
	'text',
	-1,
	0,
	1,
	3,
	5,
	8,
	1.5,
	2 ** 53,
	LIMITS.delayMs,
	LIMITS.delayMs + 1,
	LIMITS.frameHeadBytes,
	LIMITS.frameHeadBytes + 1,
	LIMITS.frameMessageBytes,
	LIMITS.frameMessageBytes + 1,
	-LIMITS.frameMessageBytes,
	-LIMITS.frameMessageBytes - 1,
	[],
	{},
);
const written = fc.record({
	format: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('text', 'hex', 'escaped', 'base64') }, odd),
	text: fc.oneof(
		{ weight: 4, arbitrary: fc.string() },
		odd,
		fc.constantFrom('a'.repeat(LIMITS.templateChars), 'a'.repeat(LIMITS.templateChars + 1)),
	),
});
const framing = fc.oneof(
	{
		weight: 9,
		arbitrary: fc.record(
			{
				type: fc.constantFrom('none', 'line', 'delimiter', 'fixed', 'length', 'idle', 'other'),
				delimiter: fc.oneof({ weight: 4, arbitrary: written }, odd),
				eitherLineEnd: fc.oneof(fc.boolean(), odd),
				length: fc.oneof(fc.integer({ min: 1, max: 9 }), odd),
				size: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(1, 2, 3, 4, 8) }, odd),
				order: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('big', 'little') }, odd),
				offset: fc.oneof(fc.integer({ min: 0, max: 9 }), odd),
				adjustment: fc.oneof(fc.integer({ min: -9, max: 9 }), odd),
				includesHead: fc.oneof(fc.boolean(), odd),
				ms: fc.oneof(fc.integer({ min: 1, max: 9 }), odd),
			},
			{ requiredKeys: ['type'] },
		),
	},
	odd,
);
const config = fc.oneof(
	{ weight: 9, arbitrary: fc.record({ framing, framingOut: framing, name: fc.string() }, { requiredKeys: [] }) },
	odd,
);

test('a stored framing is read as its schema reads it, with the same defaults, and refused where that refuses it', () => {
	let valid = 0;
	fc.assert(
		fc.property(config, (value) => {
			const { data } = streamFramingSchema.safeParse(value);
			if (data !== undefined) valid++;
			expect(readStreamFraming(value)).toEqual(data);
		}),
		{ numRuns: 1000 },
	);
	expect(valid).toBeGreaterThan(100);
});
