import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LATIN1, UTF8, utf16 } from '../payload/charsets/charset.ts';
import { checksumOf, encodeWritten, toHex } from '../payload/index.ts';
import { CHECKSUMS, type ChecksumKind, PAYLOAD_FORMATS, type PayloadFormat } from '../payload/schema.ts';
import { unicodeText } from '../unicode-text.fixture.ts';
import { FILTERS } from './filters.ts';
import { compileMessage, compileTemplate, NOTHING_RECEIVED, type TemplateScope, type TemplateValues } from './index.ts';
import { BINARY_FORMS, fits, formatNumber } from './number-form.ts';

const values: TemplateValues = {
	now: 1795222175007,
	random: Uint8Array.from({ length: 256 }, (_, at) => at),
	counts: {},
	variables: { host: 'example.org', 'b-2': 'ä' },
	environment: { HOME: '/home/me' },
};
const scope: TemplateScope = { message: false, peer: false };
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

function compiled(text: string, format: PayloadFormat = 'text', where: TemplateScope = scope, charset = UTF8) {
	const result = compileTemplate({ format, text }, where, charset);
	if (!result.ok) throw new Error(`${result.position}: ${result.message}`);
	return result.template;
}

function bytesOf(text: string, format: PayloadFormat = 'text', more: Partial<TemplateValues> = {}): Uint8Array {
	return compiled(text, format).render({ ...NOTHING_RECEIVED, values: { ...values, ...more } });
}

const fill = (text: string, more: Partial<TemplateValues> = {}) => latin1(bytesOf(text, 'text', more));
const hex = (text: string, format: PayloadFormat = 'text') => toHex(bytesOf(text, format));

/** Where and why a template is refused, when it is compiled or else when it is rendered. */
function faultOf(text: string, where: TemplateScope = scope): { position: number; message: string } {
	const result = compileTemplate({ format: 'text', text }, where);
	if (!result.ok) return result;
	try {
		result.template.render({ ...NOTHING_RECEIVED, values });
	} catch (error) {
		expect(error).toMatchObject({ code: 'bad-input', details: { position: expect.any(Number) } });
		const { message, details } = error as Error & { details: { position: number } };
		return { message, position: details.position };
	}
	throw new Error(`It is a template: ${text}`);
}

describe('values', () => {
	test.each([
		['{{counter}}', '1'],
		['{{counter width=4 start=0}}', '0000'],
		['{{counter start=-2}}', '-2'],
		['{{counter start=255 u8}}', '\xff'],
		['{{counter start=256 u8}}', '\0'],
		['{{counter start=12345 width=4}}', '2345'],
		['{{counter start=18446744073709551615 le64}}', '\xff'.repeat(8)],
		['{{random 4}}', '\0\x01\x02\x03'],
		['{{random 2|hex}} {{random 2|hex|upper}}', '0001 0203'],
		['{{uuid}}', '00010203-0405-4607-8809-0a0b0c0d0e0f'],
		['{{uuid bytes|hex}}', '000102030405460788090a0b0c0d0e0f'],
		['{{time iso}}', '2026-11-21T00:49:35.007Z'],
		['{{time http}}', 'Sat, 21 Nov 2026 00:49:35 GMT'],
		['{{unix}}', '1795222175'],
		['{{unix ms}}', '1795222175007'],
		['{{unix us}}', '1795222175007000'],
		['{{unix be32|hex}}', '6b00ea9f'],
		['{{unix ms be64|hex}}', '000001a1fb947d1f'],
		['{{unix ns le64|reverse|hex}}', '18e9e90e823245c0'],
		['{{var host}}:{{ var b-2 }}', 'example.org:\xc3\xa4'],
		['{{env HOME|upper}}', '/HOME/ME'],
		['{{"{{"}}x}}', '{{x}}'],
		['{{"a b|c"|upper}}{{{"x"}}}', 'A B|C{x}'],
	])('%s gives %j', (text, expected) => {
		expect(fill(text)).toBe(expected);
	});

	test('times are what Node’s own dates and numbers say', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date(0), max: new Date(9e14), noInvalidDate: true }), (date) => {
				const now = date.getTime();
				expect(fill('{{time iso}} {{unix}} {{unix ms}}', { now })).toBe(
					`${date.toISOString()} ${Math.floor(now / 1000)} ${now}`,
				);
				expect(Buffer.from(bytesOf('{{unix ms be64}}', 'text', { now })).readBigUInt64BE()).toBe(BigInt(now));
				expect(Buffer.from(bytesOf('{{unix le32}}', 'text', { now })).readUInt32LE()).toBe(
					Math.floor(now / 1000) % 2 ** 32,
				);
			}),
		);
	});

	test('a counter counts its own messages: the same name, start and step are one counter', () => {
		const { needs } = compiled('{{counter}}{{counter be16}}{{counter start=0}}{{counter name=b step=-5}}');
		expect(needs?.counters.map(({ key }) => key)).toEqual([' 1 1', ' 0 1', 'b 1 -5']);
		const counts = { ' 1 1': 2, ' 0 1': 41, 'b 1 -5': 3 };
		expect(fill('{{counter}} {{counter|hex}} {{counter start=0 width=3}} {{counter name=b step=-5}}', { counts })).toBe(
			'3 33 041 -14',
		);
	});

	test('a template says what it needs, and nothing where the message and the clock are enough', () => {
		expect(compiled('{{random 3}}{{uuid}}{{var a}}{{env B}}').needs).toEqual({
			counters: [],
			randomBytes: 19,
			variables: ['a'],
			environment: ['B'],
		});
		expect(compiled('{{time iso}}{{unix}}{{len all be16}}{{crc32}}').needs).toBeUndefined();
	});

	test('numbers are those of DataView, modulo what their form can hold', () => {
		for (const [name, form] of BINARY_FORMS) {
			fc.assert(
				fc.property(fc.bigInt({ min: -(2n ** 64n), max: 2n ** 65n }), (value) => {
					const bytes = formatNumber(value, form);
					if (typeof bytes === 'string') throw new Error('It is binary.');
					const back = [...(name.startsWith('le') ? bytes.slice().reverse() : bytes)].reduce(
						(sum, byte) => sum * 256n + BigInt(byte),
						0n,
					);
					expect(back).toBe(BigInt.asUintN(form.bytes * 8, value));
					expect(fits(value, form)).toBe(back === value);
				}),
			);
		}
	});
});

describe('formats', () => {
	test('placeholders give their bytes among those that the format gives', () => {
		expect(hex('01 {{counter be16}} ff {{len all u8}}', 'hex')).toBe('010001ff05');
		expect(hex('\\x01{{counter}}\\x7b\\x7b', 'escaped')).toBe('01317b7b');
		expect(hex('aGk={{counter}}', 'base64')).toBe('686931');
	});

	test('characters are in the charset of the text, bytes stay bytes', () => {
		const inUtf16 = (text: string) =>
			compiled(text, 'text', scope, utf16('utf-16le')).render({ ...NOTHING_RECEIVED, values });
		expect(toHex(inUtf16('a{{counter}}'))).toBe('61003100');
		expect(toHex(inUtf16('{{len all width=2}}'))).toBe('30003400');
		expect(toHex(inUtf16('{{random 2}}{{"é"}}'))).toBe('0001e900');
		expect(toHex(compiled('{{var b-2}}', 'text', scope, LATIN1).render({ ...NOTHING_RECEIVED, values }))).toBe('e4');
	});

	test('a text without double braces means what it means without templates', () => {
		const text = fc.oneof(unicodeText(), fc.string({ unit: fc.constantFrom('0', 'a', ' ', '{', '}', '\\', '=') }));
		fc.assert(
			fc.property(fc.constantFrom(...PAYLOAD_FORMATS), text, (format, written) => {
				fc.pre(!written.includes('{{'));
				const result = compileTemplate({ format, text: written }, scope);
				const plain = encodeWritten({ format, text: written });
				if (plain.ok && result.ok) expect(result.template.render(NOTHING_RECEIVED)).toEqual(plain.bytes);
				else expect(result).toEqual(plain);
			}),
		);
	});

	test('any text can be written literally', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('{', '{{', '}', '}}', 'a', '|', ' ', '"')), (pieces) => {
				const text = pieces.join('');
				expect(fill(text.replaceAll('{', '{{"{"}}'))).toBe(text);
			}),
		);
	});

	test('no text makes the compiler fail, and what it accepts is rendered or refused in words', () => {
		const unit = fc.constantFrom(
			'{{',
			'}}',
			'{',
			'}',
			'"',
			'|',
			' ',
			'len',
			'crc32',
			'counter',
			'mark a',
			'a..',
			'1..',
			'..',
			'all',
			'u8',
			'width=2',
			'hex',
			'trim',
			'x',
		);
		fc.assert(
			fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
				const text = units.join('');
				const result = compileTemplate({ format: 'text', text }, scope);
				if (!result.ok) {
					expect(result.position).toBeGreaterThanOrEqual(0);
					expect(result.position).toBeLessThanOrEqual(text.length);
					expect(result.message).toMatch(/\.$/);
					return;
				}
				try {
					result.template.render({ ...NOTHING_RECEIVED, values });
				} catch (error) {
					expect(error).toMatchObject({ code: 'bad-input', details: { position: expect.any(Number) } });
				}
			}),
			{ numRuns: 500 },
		);
	});
});

describe('ranges', () => {
	const modbus = (bytes: string) => toHex(checksumOf(Buffer.from(bytes, 'latin1'), 'crc16-modbus'));
	test.each([
		['hello{{crc16-modbus|hex}}', `hello${modbus('hello')}`],
		['{{crc16-modbus after|hex}}hello', `${modbus('hello')}hello`],
		['a{{mark body}}hello{{mark end-of-body}}{{crc16-modbus body..end-of-body|hex}}b', `ahello${modbus('hello')}b`],
		['{{crc16-modbus body..|hex}}a{{mark body}}hello', `${modbus('hello')}ahello`],
		['{{len be16}}hello', '\0\x05hello'],
		['{{len}}hello', '5hello'],
		['{{len before}}', '0'],
		['hello{{len before}}', 'hello5'],
		['{{len all be16}}hello', '\0\x07hello'],
		['{{len all width=3}}hello', '008hello'],
		['{{len u8 add=-2}}hello{{len all u8 add=2}}', '\x04hello\x09'],
		['{{len 2..-1 u8}}hello', '\x03hello'],
		['$GPGLL,{{mark x}}5057.970,N*{{xor 1..-3|hex|upper}}', '$GPGLL,5057.970,N*09'],
		['{{len all u8}}hi{{crc16-modbus|hex}}', `\x07hi${modbus('\x07hi')}`],
		['{{crc16-modbus after|hex}}{{len after|length8}}hi', `${modbus('\x01hi')}\x01hi`],
		['{{sum start..here}}{{sum here..}}ab', '\0\xc3ab'],
	])('%s gives %j', (text, expected) => {
		expect(fill(text)).toBe(expected);
	});

	test('each checksum is that of the bytes it covers, before or behind them, whatever stands between', () => {
		const kinds = CHECKSUMS.filter((kind): kind is Exclude<ChecksumKind, 'none'> => kind !== 'none');
		const piece = fc.string({
			unit: fc.constantFrom('a', 'b', '{', 'é', '{{counter}}', '{{uuid}}', '{{"{{"}}', '{{unix be32}}'),
		});
		fc.assert(
			fc.property(fc.constantFrom(...kinds), piece, piece, piece, (kind, head, body, tail) => {
				fc.pre(
					![head, body, tail].some(
						(text) => /\{(?=\{)/.test(text.replaceAll(/\{\{[^{}]*\}\}|\{\{"\{\{"\}\}/g, '')) || text.endsWith('{'),
					),
				);
				// The first random bytes go to the first place: the body stands first.
				const covered = bytesOf(body);
				const sum = latin1(checksumOf(covered, kind));
				const before = fill(`{{${kind} m..e}}${body.replace(/^/, '{{mark m}}')}{{mark e}}`);
				expect(before).toBe(sum + latin1(covered));
				const around = fill(`{{mark m}}${body}{{mark e}}${head}{{${kind} m..e}}${tail}`);
				expect(around.startsWith(latin1(covered))).toBe(true);
				expect(around).toContain(sum);
				const counted = fill(`${body}{{${kind} 0..${covered.length}}}`);
				expect(counted).toBe(latin1(covered) + sum);
			}),
		);
	});

	test('a length counts what is sent, with checksums in it, in any order', () => {
		const part = fc.constantFrom(
			'hello',
			'{{crc32 m..}}',
			'{{crc16-modbus after|hex}}',
			'{{counter}}',
			'{{var host}}',
			'{{random 3}}',
			'{{mark m}}',
		);
		fc.assert(
			fc.property(fc.uniqueArray(part, { maxLength: 7 }), fc.nat(7), (parts, at) => {
				const all = parts.includes('{{mark m}}') ? parts : ['{{mark m}}', ...parts];
				const place = Math.min(at, all.length);
				const text = [...all.slice(0, place), '{{len all be16}}', ...all.slice(place)].join('');
				// A checksum over a range with itself, or two over each other, are refused.
				const result = compileTemplate({ format: 'text', text }, scope);
				if (!result.ok) {
					expect(result.message).toContain('depends on itself');
					return;
				}
				const bytes = bytesOf(text);
				const offset = bytesOf(
					[...all.slice(0, place)]
						.join('')
						.replaceAll(/\{\{crc32 m\.\.\}\}/g, '....')
						.replaceAll(/\{\{crc16-modbus after\|hex\}\}/g, '....'),
				).length;
				expect(Buffer.from(bytes).readUInt16BE(offset)).toBe(bytes.length);
			}),
		);
	});

	test('a range of bytes covers parts of parts, counted from either end', () => {
		fc.assert(
			fc.property(fc.nat(12), fc.nat(12), (a, b) => {
				const [from, to] = [Math.min(a, b), Math.max(a, b)];
				const body = Buffer.from('he1lo exampl');
				const sum = crc32(body.subarray(from, to)).toString(16).padStart(8, '0');
				// The checksum's 8 digits end the message.
				for (const range of [`${from}..${to}`, `${from - 20}..${to}`, `${from}..${to - 20}`]) {
					expect(fill(`he{{counter}}lo {{"exampl"}}{{crc32 ${range}|hex}}`)).toBe(body.toString() + sum);
					expect(fill(`he{{counter}}lo {{"exampl"}}{{len ${range} width=8}}`)).toBe(
						body.toString() + String(to - from).padStart(8, '0'),
					);
				}
			}),
		);
	});

	test('of a message that is answered, ranges are of the reply', () => {
		const template = compiled('{{len be16}}{{data}}{{crc16-modbus}}', 'text', { message: true });
		const data = Buffer.from('hello');
		const reply = Buffer.from(template.render({ ...NOTHING_RECEIVED, data }));
		expect(reply.subarray(0, 7).toString('latin1')).toBe('\0\x07hello');
		expect(toHex(reply.subarray(7))).toBe(toHex(checksumOf(reply.subarray(0, 7), 'crc16-modbus')));
	});
});

describe('what is wrong is refused at its place', () => {
	test.each([
		['a {{nothing}}', 4, /^There is no \{\{nothing\}\}: it can be counter, random, uuid, time, unix, var, env, len, /],
		['{{}}', 2, /^This placeholder is empty/],
		['a{{counter', 1, 'This {{ has no }} after it. For two braces write {{"{{"}}.'],
		['{{{{counter}}', 0, 'This {{ has no }} after it. For two braces write {{"{{"}}.'],
		['a{{counter {{len}}', 1, 'This {{ has no }} after it. For two braces write {{"{{"}}.'],
		['a{{"b}}', 3, 'This quote has no end.'],
		['{{counter width=x}}', 16, 'A width is a whole number from 1 to 64.'],
		['{{counter start=1.5}}', 16, 'It is a whole number of at most 64 bits.'],
		['{{counter be24 width=4}}', 10, 'A width is for a decimal number: leave one of them out.'],
		['{{counter wdth=4}}', 10, /^\{\{counter\}\} has no “wdth=4”: what follows can be u8, be16, /],
		['{{uuid 4}}', 7, '{{uuid}} has no “4”: what follows can be bytes.'],
		['{{"x" y}}', 6, '{{x}} has no “y”: nothing follows the name.'],
		['{{random}}', 2, 'Say how many bytes, from 1 to 65536, as in {{random 4}}.'],
		['{{random 0}}', 9, 'Say how many bytes, from 1 to 65536, as in {{random 4}}.'],
		['{{var}}', 2, 'Name the variable, as in {{var host}}.'],
		['{{var no}}', 6, 'There is no variable “no”: there is host, b-2.'],
		['{{env NO}}', 6, 'Wirebench was started without NO in its environment.'],
		['{{data}}', 2, 'There is no {{data}} here: it is of a message that is answered.'],
		['{{peer}}', 2, 'There is no {{peer}} here: one message may go to several.'],
		['{{1}}', 2, '{{1}} is a capture, but there is no regular expression.'],
		['{{counter|loud}}', 10, /^There is no filter “loud”: it can be upper, /],
		['{{mark}}', 2, /^A mark has a name/],
		['{{mark here}}', 7, /^A mark has a name/],
		['{{mark a}}{{mark a}}', 17, 'There are two marks “a”.'],
		['{{len b..}}', 6, 'A range has no “b”: its ends can be start, end, here, a number of bytes.'],
		['{{mark a}}{{len a..b}}', 16, 'A range has no “b”: its ends can be start, end, here, a number of bytes, a.'],
		['x{{len end..start}}', 7, 'This range ends before it starts.'],
		['x{{len 5..3}}', 3, 'This range ends before it starts.'],
		['x{{crc32 0..9}}', 3, 'This range goes beyond the message, which has 5 bytes.'],
		[
			'x{{crc32 0..3}}',
			3,
			'The value of {{crc32}} depends on itself: choose a range without it, as in {{crc32 start..here}}.',
		],
		['x{{crc32 0..1}}{{sum 5..9}}', 17, 'This range goes beyond the message, which has 6 bytes.'],
		['x{{len 0..9 u8}}', 3, 'This range goes beyond the message, which has 2 bytes.'],
		[
			'{{len all}}',
			2,
			'The value of {{len}} depends on itself: give it a fixed form, as in {{len all width=4}} or {{len all be16}}.',
		],
		['{{crc32 all}}', 2, /^The value of \{\{crc32\}\} depends on itself/],
		['{{crc32 after}}{{sum before}}', 2, /^The value of \{\{crc32\}\} depends on itself/],
		['{{len after|trim}}{{len before|trim}}', 2, /^The value of \{\{len\}\} depends on itself/],
		[`{{len width=1}}${'x'.repeat(10)}`, 2, 'The length 10 does not fit into this form.'],
		[`{{len u8}}${'x'.repeat(256)}`, 2, 'The length 256 does not fit into this form.'],
		['{{len add=-1}}', 2, 'The length -1 does not fit into this form.'],
		['{{sum}}'.repeat(65), 64 * 7, 'At most 64 lengths and checksums can be in one template.'],
	])('%s', (text, position, message) => {
		const fault = faultOf(text);
		expect(fault).toMatchObject({
			position,
			message: typeof message === 'string' ? message : expect.stringMatching(message),
		});
	});

	test('variables that are known are looked at before anything is sent, and a plain name points to them', () => {
		const known: TemplateScope = { ...scope, variables: { host: 'x' }, environment: { NO: undefined, YES: '1' } };
		const at = (text: string) => compileTemplate({ format: 'text', text }, known);
		expect(at('{{var host}}{{env YES}}{{env UNSEEN}}')).toMatchObject({ ok: true });
		expect(at('{{var port}}')).toMatchObject({ ok: false, position: 6 });
		expect(at('{{env NO}}')).toMatchObject({ ok: false, position: 6 });
		expect(at('{{host}}')).toMatchObject({
			ok: false,
			message: expect.stringMatching(/For the variable write \{\{var host\}\}\.$/),
		});
		expect(at('{{var toString}}')).toMatchObject({ ok: false });
	});

	test('cycles that depend on the message are found when it is rendered', () => {
		const template = compiled('{{data}}{{crc32 0..3}}', 'text', { message: true });
		expect(template.render({ ...NOTHING_RECEIVED, data: Buffer.from('abc') }).length).toBe(7);
		expect(() => template.render({ ...NOTHING_RECEIVED, data: Buffer.from('ab') })).toThrow('depends on itself');
	});
});

test('a capture of a rule comes before a placeholder that is younger than captures, and after those that are older', () => {
	const regex = {
		groups: 2,
		names: new Map([
			['len', 1],
			['time', 2],
		]),
	};
	const captures = [Buffer.from('whole'), Buffer.from('mine'), Buffer.from('never')];
	const reply = compiled('{{len}} {{time iso}}', 'text', { message: true, regex });
	expect(latin1(reply.render({ ...NOTHING_RECEIVED, captures, values }))).toBe('mine 2026-11-21T00:49:35.007Z');
});

test('lengths that filters promise are those of what they give', () => {
	for (const { apply, length } of FILTERS.values()) {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				if (length !== undefined) expect(apply(bytes).length).toBe(length(bytes.length));
			}),
		);
	}
});

test('a message ends with its checksum and line end, which no range of the template covers', () => {
	const written = { format: 'text', text: '{{len all u8}}hi', lineEnding: 'crlf', checksum: 'sum' } as const;
	const result = compileMessage(written, UTF8);
	if (!result.ok) throw new Error(result.message);
	expect(latin1(result.message.render(values))).toBe('\x03hi\xd4\r\n');
});
