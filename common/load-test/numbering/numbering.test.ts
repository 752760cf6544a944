import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberingSchema } from '../../contract/config/numbering.ts';
import { compileNumberedText, type NumberHeader, numberMessage, prepareMessage, readHeader } from './index.ts';

const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const number = fc.maxSafeNat();

test('a header matches its documentation, and is read back', () => {
	const record = fc.record({ stream: u32, number, high: u32, low: u32, total: number });
	fc.assert(
		fc.property(record, fc.integer({ min: 32, max: 200 }), (wanted, size) => {
			const bytes = new Uint8Array(size);
			prepareMessage(bytes, wanted.stream, wanted.total);
			numberMessage(bytes, wanted.number, wanted);
			const view = Buffer.from(bytes);
			expect(view.toString('latin1', 0, 4)).toBe('WBN1');
			expect(view.readUInt32BE(4)).toBe(wanted.stream);
			expect(view.readBigUInt64BE(8)).toBe(BigInt(wanted.number));
			expect(view.readBigUInt64BE(16)).toBe((BigInt(wanted.high) << 32n) | BigInt(wanted.low));
			expect(view.readBigUInt64BE(24)).toBe(BigInt(wanted.total));
			const read: NumberHeader = { stream: 0, number: 0, high: 0, low: 0, total: 0 };
			expect(readHeader(bytes, read)).toBe(true);
			expect(read).toEqual(wanted);
		}),
	);
});

test('any bytes are a header or none', () => {
	const read: NumberHeader = { stream: 0, number: 0, high: 0, low: 0, total: 0 };
	expect(readHeader(Buffer.from('WBN1'), read)).toBe(false);
	expect(readHeader(Buffer.alloc(64), read)).toBe(false);
	const beyond = Buffer.alloc(32, 0xff);
	beyond.write('WBN1');
	expect(readHeader(beyond, read)).toBe(false);
});

test.each(['%d', '%08d', 'a %5d b', 'n=%d\\n', '%d%%', '\\x00\\xff%03d\\r\\n'])('%j: a number is read back', (text) => {
	const compiled = compileNumberedText(text);
	fc.assert(fc.property(number, (n) => void expect(compiled.read(compiled.encode(n))).toBe(n)));
});

test('a text is read without its line end, and no other text is', () => {
	const { encode, read } = compileNumberedText('n=%03d;\\r\\n');
	expect(Buffer.from(encode(7)).toString()).toBe('n=007;\r\n');
	const reads = (text: string) => read(Buffer.from(text));
	expect(['n=007;\r\n', 'n=007;', 'n=7;\r', 'n=1234;'].map(reads)).toEqual([7, 7, 7, 1234]);
	const others = ['', 'n=', 'n=;', 'n=7', 'x=7;', 'n=7;!', 'n=99999999999999999;', 'n= 7;'];
	expect(others.map(reads)).toEqual(others.map(() => undefined));
});

test('a text has exactly one place, and valid escapes', () => {
	const accepted = (text: string) => numberingSchema.safeParse({ type: 'text', text }).success;
	expect(['%d', 'a%05db', '%d %d', 'none', '%s', ''].map(accepted)).toEqual([true, true, false, false, false, false]);
	expect(() => compileNumberedText('%d\\q')).toThrow(
		expect.objectContaining({
			code: 'bad-input',
			details: expect.objectContaining({ path: 'numbering.text', position: 2 }),
		}),
	);
});
