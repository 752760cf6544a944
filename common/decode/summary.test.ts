import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAs } from './core/decode.ts';
import { dns } from './dns/index.ts';
import { SAMPLES as DNS } from './dns/samples.fixture.ts';
import { DECODERS, decoderOf } from './index.ts';
import { modbus } from './modbus/index.ts';
import { SAMPLES as MODBUS } from './modbus/samples.fixture.ts';
import { summaryOf } from './summary.ts';
import { sampleNamed } from './testing/samples.fixture.ts';

test('a line has the protocol, what its unit says, and the fields that tell most', () => {
	const line = (decoder: typeof modbus, { bytes, context }: (typeof MODBUS)[number]) =>
		summaryOf(decoder, decodeAs(decoder, bytes, context))?.text;
	expect(line(modbus, sampleNamed(MODBUS, 'read holding registers'))).toBe(
		'modbus: request, unit 17, Read Holding Registers: 3 registers at 107',
	);
	expect(line(modbus, sampleNamed(MODBUS, 'two requests in one read'))).toMatch(/ \(\+1\)$/);
	const [query] = DNS;
	expect(query && line(dns, query)).toMatch(/^dns: query, question \S+ \w+, no error$/);
});

test('units that have no text of their own show their first fields', () => {
	const json = decoderOf('json');
	const bytes = new TextEncoder().encode('{"a":1,"b":{"c":2},"d":"x","e":3}');
	expect(json && summaryOf(json, decodeAs(json, bytes, { transport: 'stream' }))?.text).toBe(
		'json: {4}, a 1, b {1}, d x',
	);
});

test('every message has one line at most, of bounded length', () => {
	fc.assert(
		fc.property(fc.constantFrom(...DECODERS), fc.uint8Array({ maxLength: 400 }), (decoder, bytes) => {
			const text = summaryOf(decoder, decodeAs(decoder, bytes, { transport: 'stream' }))?.text ?? '';
			expect(text).not.toMatch(/[\r\n]/);
			expect(text.length).toBeLessThan(230);
		}),
	);
});
