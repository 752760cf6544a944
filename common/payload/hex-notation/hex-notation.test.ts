import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byTier } from '../../tier.fixture.ts';
import { toHex } from '../hex.ts';
import { hexDump } from '../hex-dump.ts';
import { parseHex } from './index.ts';

function read(text: string): string {
	const result = parseHex(text);
	return result.ok ? toHex(result.bytes) : `${result.position}: ${result.message}`;
}

/** Arbitrary bytes; half of them look like more bytes in a column of characters. */
const anyBytes = fc.oneof(
	fc.uint8Array({ minLength: 1, maxLength: 70 }),
	fc
		.string({ unit: fc.constantFrom(...'0123456789abcdef '), minLength: 1, maxLength: 70 })
		.map((text) => new TextEncoder().encode(text)),
);

const LIST = 'Expected a byte such as 0x41, not “1”: in a list a number without 0x is decimal.';
const WORDS = 'words whose byte order is not known';

describe('pairs', () => {
	test.each([
		['AA-BB', 'aabb'],
		['AA-BB-\nCC', 'aabbcc'],
		['00:1a:2B', '001a2b'],
		['\\x78\\x79', '7879'],
		['"\\x01\\x02" \\\n"\\x03";', '010203'],
		["$'\\x0d'".slice(1), '0d'],
		['0x01, 0x02', '0102'],
		['0x0, 0xf,0x10', '000f10'],
		['0x0102', '0102'],
		['01 /* one */ 02 // two 99\n03', '010203'],
		['"0d0a"', '0d0a'],
		['0001 0000 0006 01 03', '0001000000060103'],
		['00000000 00000001', '0000000000000001'],
	])('%j is %s', (text, hex) => {
		expect(read(text)).toBe(hex);
	});

	test.each([
		['414', 2, 'stands alone'],
		['0x102', 4, 'stands alone'],
		['-41', 0, '“-”'],
		['41--42', 2, '“-”'],
		['\\x4', 2, 'stands alone'],
		['\\x7879', 4, '\\x or a separator'],
		['"41', 0, 'not closed'],
		['41 /* x', 3, '*/'],
		['10.20.30.40', 2, '“.”'],
	])('%j fails at %i', (text, position, words) => {
		const result = parseHex(text);
		expect(result).toMatchObject({ ok: false, position, message: expect.stringContaining(words) });
	});
});

describe('literals and lists of programming languages', () => {
	test.each([
		["b'\\x01a\\n'", '01610a'],
		['b"it\'s\\0"', '6974277300'],
		['{0x01, 0x02};', '0102'],
		['unsigned char a[] = {\n  0x41, // A }\n  0x42 /* B, 0x43 */,\n};\nunsigned int a_len = 2;', '4142'],
		['/* of 0x99 */ static const uint8_t ab[2] = {0x0, 0xff};', '00ff'],
		['[]byte{0x01, 0x02}', '0102'],
		['new byte[] { 0x7f, (byte)0x80 }', '7f80'],
		['let a: [u8; 2] = [0x01, 0x02];', '0102'],
		['new Uint8Array([0x01,0x02])', '0102'],
		['bytes([0x01])', '01'],
		['unsigned char data[0] = {};\n', ''],
	])('%j is %s', (text, hex) => {
		expect(read(text)).toBe(hex);
	});

	test.each([
		['{1, 2}', `1: ${LIST}`],
		['[1 2 84]', `1: ${LIST}`],
		['01 02 {0x03}', '6: Expected only bytes, or only a list of bytes, not both.'],
		['{0x01', '0: Expected a } at the end of the list.'],
		["b'\\xzz'", '2: Expected an escape of a bytes literal, as in \\x0a or \\n.'],
		["b'é'", '2: Expected a character of ASCII in a bytes literal, not “é”.'],
	])('%j is a fault', (text, fault) => {
		expect(read(text)).toBe(fault);
	});

	test('elements of several bytes have an unknown order', () => {
		expect(read('uint16_t a[] = {0x0102};')).toMatch(/^0: .*order is not known/);
		expect(read('{0x0102}')).toMatch(/^1: .*order of the bytes/);
		expect(read('{0x01}; char b[] = {0x02};')).toMatch(/^19: A second list/);
	});
});

/** The output of each tool, reproduced here so that thousands of random bytes need no process. */
const ascii = (part: Uint8Array) =>
	Array.from(part, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
function lines(bytes: Uint8Array, width: number, line: (at: number, part: Uint8Array) => string): string {
	const all: string[] = [];
	for (let at = 0; at < bytes.length; at += width) all.push(line(at, bytes.subarray(at, at + width)));
	return all.join('\n');
}
const hex = (at: number, digits: number) => at.toString(16).padStart(digits, '0');
const pairs = (part: Uint8Array) => toHex(part, ' ');

const FORMATS: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
	xxd: (bytes) =>
		lines(
			bytes,
			16,
			(at, part) =>
				`${hex(at, 8)}: ${toHex(part)
					.replaceAll(/(.{4})(?=.)/g, '$1 ')
					.padEnd(39)}  ${ascii(part)}`,
		),
	'hexdump -C': (bytes) =>
		`${lines(bytes, 16, (at, part) => {
			const halves = [part.subarray(0, 8), part.subarray(8)].map(pairs);
			return `${hex(at, 8)}  ${halves.join('  ').trimEnd().padEnd(48)}  |${ascii(part)}|`;
		})}\n${hex(bytes.length, 8)}\n`,
	'od -A x -t x1z': (bytes) =>
		`${lines(bytes, 16, (at, part) => `${hex(at, 6)} ${pairs(part).padEnd(47)}  >${ascii(part)}<`)}\n${hex(bytes.length, 6)}\n`,
	'od -t x1 (octal offsets)': (bytes) =>
		`${lines(bytes, 16, (at, part) => `${at.toString(8).padStart(7, '0')} ${pairs(part)}`)}\n${bytes.length.toString(8).padStart(7, '0')}`,
	Wireshark: (bytes) => lines(bytes, 16, (at, part) => `${hex(at, 4)}   ${pairs(part).padEnd(47)}   ${ascii(part)}`),
	'Wireshark with CR LF': (bytes) =>
		lines(bytes, 16, (at, part) => `${hex(at, 4)}   ${pairs(part).padEnd(47)}   ${ascii(part)}\r`),
	'Wireshark, bytes only': (bytes) => lines(bytes, 16, (at, part) => `${hex(at, 4)}   ${pairs(part)}`),
	'a stream that Wireshark follows': (bytes) =>
		lines(bytes, 16, (at, part) => {
			const halves = [part.subarray(0, 8), part.subarray(8)];
			return `${hex(at, 8)}  ${halves.map(pairs).join('  ').trimEnd().padEnd(48)}   ${halves.map(ascii).join(' ').trimEnd()}`;
		}),
	'Format-Hex': (bytes) =>
		`   Label: String (System.String) <1F3A>\n\n          Offset Bytes${' '.repeat(43)}Ascii\n${' '.repeat(17)}00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F\n          ------ ----------------------------------------------- -----\n${lines(
			bytes,
			16,
			(at, part) => `${hex(at, 16).toUpperCase()} ${pairs(part).toUpperCase().padEnd(47)} ${ascii(part)}`,
		)}`,
	'tcpdump -X': (bytes) =>
		`12:00:00.1 IP 127.0.0.1.5 > 127.0.0.1.6: Flags [P.]\n${lines(
			bytes,
			16,
			(at, part) =>
				`\t0x${hex(at, 4)}:  ${toHex(part)
					.replaceAll(/(.{4})(?=.)/g, '$1 ')
					.padEnd(39)}  ${ascii(part)}`,
		)}`,
	'gdb x/8xb': (bytes) =>
		lines(
			bytes,
			8,
			(at, part) => `0x7fffffffe0${hex(at, 2)}:\t${Array.from(part, (byte) => `0x${hex(byte, 2)}`).join('\t')}`,
		),
	'our own dump': (bytes) =>
		hexDump(bytes)
			.map(({ offset, hex: digits, ascii: shown }) => `${offset}  ${digits}  ${shown}`)
			.join('\n'),
	'a C array': (bytes) =>
		`char a[] = {\n${lines(bytes, 12, (_at, part) => `  ${Array.from(part, (byte) => `0x${hex(byte, 2)}`).join(', ')},`)}\n};`,
	dashes: (bytes) => toHex(bytes, '-'),
	colons: (bytes) => toHex(bytes, ':'),
	'an escaped string': (bytes) => `"\\x${toHex(bytes, '\\x')}"`,
	'one run': (bytes) => toHex(bytes),
};

describe('dumps', () => {
	test.each(Object.keys(FORMATS))('%s of any bytes is read back', (format) => {
		fc.assert(
			fc.property(anyBytes, (bytes) => {
				expect(read(FORMATS[format]?.(bytes) ?? '')).toBe(toHex(bytes));
			}),
			{ numRuns: 400 },
		);
	});

	const programs: readonly (readonly [string, ...string[]])[] = [
		['xxd'],
		['xxd', '-d'],
		['xxd', '-g', '1', '-u', '-c', '8'],
		['xxd', '-i'],
		['xxd', '-p'],
		['hexdump', '-C'],
		['od', '-A', 'x', '-t', 'x1z'],
		['od', '-A', 'd', '-t', 'x1'],
		['od', '-t', 'x1'],
	];
	const samples = [
		Buffer.from('61'),
		Buffer.from('12 34 56 78 9a bc de f0 GET / HTTP/1.0\r\n\r\n'),
		Buffer.concat([Buffer.alloc(100), Buffer.from(Array.from({ length: 256 }, (_, i) => i)), Buffer.from('end     ')]),
	];
	test.for(programs.map((program) => ({ program, name: program.join(' ') })))(
		'the output of $name is read back',
		({ program: [command, ...args] }, context) => {
			for (const sample of samples) {
				const { error, stdout } = spawnSync(command, args, { input: sample });
				if (error !== undefined) context.skip(`${command} is not installed`);
				expect(read(stdout.toString('latin1'))).toBe(sample.toString('hex'));
			}
		},
	);

	test.each([
		['hexdump prints words', '0000000 4547 2054\n0000004\n', WORDS],
		['od prints octal words', '0000000 042507 020124\n0000004\n', WORDS],
		['od -A x -t x2', '000000 4547 2054\n000004\n', WORDS],
		['xxd -e', '00000000: 20544547 5448202f 312f5054 0a0d302e  GET / HTTP/1.0..', 'last byte first'],
		['xxd -e of bytes that do not show', '00000000: 03020100 07060504                    ........', 'last byte first'],
		['a line is missing', '00000000  41 42  |AB|\n00000010  43  |C|', '16 bytes in this line'],
		['a second dump follows', '0000   41 42   AB\n0000   43   C', 'a second dump'],
		['one line that may be bytes', '000000 47 45', 'may be an offset too'],
		['one line from the middle', '00000010  47 45', 'may be an offset too'],
		['a prompt behind it', '00000000: 4142  AB\n$ ls', 'line of the dump'],
		['more lines than memory', '00000000  00 00  |..|\n*\n7ffffffffffffffe\n', '64 MiB'],
	])('%s: a fault', (_name, text, words) => {
		expect(parseHex(text)).toMatchObject({ ok: false, message: expect.stringContaining(words) });
	});

	test('one line of a dump is recognised by its characters', () => {
		expect(read('00000010  34 31 20 34 32  |41 42|')).toBe('3431203432');
		expect(read('00000010: 3431 2034 32                             41 42')).toBe('3431203432');
	});
});

test('any pasted text gives bytes or a fault within the text', () => {
	const piece = fc.constantFrom(
		'0x',
		'\\x',
		'41',
		'4',
		' ',
		'  ',
		'\n',
		':',
		'-',
		'{',
		'}',
		'[',
		'*',
		'|',
		'"',
		"b'",
		'/*',
		'//',
		'00000000',
		'0000010',
		'AB',
		'é',
		',',
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
			const text = pieces.join('');
			const result = parseHex(text);
			if (!result.ok) {
				expect(result.position).toBeGreaterThanOrEqual(0);
				expect(result.position).toBeLessThanOrEqual(text.length);
			}
		}),
		{ numRuns: byTier(600, 3000) },
	);
});
