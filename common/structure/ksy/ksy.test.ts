import { expect, test } from 'vitest';
import { fromHex } from '../../decode/testing/hex.fixture.ts';
import { type FieldData, readMessage } from '../index.ts';
import { checkStructure } from '../read.ts';
import { importKsy } from './import.ts';

/** What a .ksy file without anything outside reads in bytes. */
function read(ksy: string, hex: string): FieldData {
	const { structure, outside } = importKsy(ksy);
	expect(outside).toEqual([]);
	const { problems, unknown, usable } = checkStructure(structure);
	expect([problems, unknown]).toEqual([[], []]);
	if (usable === undefined) throw new Error('no program');
	const bytes = fromHex(hex);
	const { values, note, length } = readMessage(usable.program, bytes);
	expect([note, length]).toEqual([undefined, bytes.length]);
	return values;
}

/** In the shape of the public formats of Kaitai: a chain of chunks, packed bits, a header with what depends on it. */
const CHUNKS = `
meta:
  id: my_chunks
  title: Chunks
  endian: be
  encoding: ASCII
doc: |
  A chain of chunks.
seq:
  - id: magic
    contents: [0x89, 'PK', 0]
  - id: chunks
    type: chunk
    repeat: until
    repeat-until: _.kind == kind::end or _io.eof
types:
  chunk:
    seq:
      - id: len
        type: u4
      - id: kind
        type: u1
        enum: kind
      - id: body
        size: len
        type:
          switch-on: kind
          cases:
            'kind::text': text
            'kind::point': point
      - id: crc
        type: u2le
        if: kind != kind::end
  text:
    seq:
      - id: name
        type: strz
        encoding: UTF-8
      - id: rest
        type: str
        size-eos: true
        encoding: gbk
  point:
    seq:
      - {id: x, type: s2}
      - {id: y, type: f4}
    instances:
      twice:
        value: x * 2
enums:
  kind:
    0: end
    1: text
    2:
      id: point
`;

const BITS = `
meta: {id: header, endian: le, bit-endian: be}
seq:
  - id: version
    type: b4
  - id: count
    type: b4
  - id: flag
    type: b1
  - id: number
    type: b15
  - id: words
    type: u2
    repeat: expr
    repeat-expr: count - 1
  - id: label
    type: str
    size: 8
    terminator: 0
    pad-right: 0
    encoding: latin1
  - id: ofs
    type: u1
  - id: rest
    type: u1
    repeat: eos
instances:
  total:
    value: words.size + version
  at_offset:
    pos: ofs
    type: u2be
`;

test('chunks with cases by a member of an enum, texts, numbers and a value', () => {
	const values = read(CHUNKS, '89504b00  00000006 01 616200 cec2 21 3412  00000006 02 fffe 3fc00000 0100  00000000 00');
	expect(values).toEqual({
		magic: fromHex('89504b00'),
		chunks: [
			{ len: 6, kind: 1, body: { name: 'ab', rest: '温!' }, crc: 0x1234 },
			{ len: 6, kind: 2, body: { x: -2, twice: -4, y: 1.5 }, crc: 1 },
			{ len: 0, kind: 0, body: new Uint8Array() },
		],
	});
});

test('bits, counts, a filled text, a value and a field at an offset', () => {
	const values = read(BITS, '42 8005 0100 6162000000000000 05 0708');
	expect(values).toEqual({
		version: 4,
		count: 2,
		flag: 1,
		number: 5,
		words: [1],
		total: 5,
		label: 'ab',
		ofs: 5,
		rest: [7, 8],
		at_offset: 0x6162,
	});
});

test('what is outside is named with its place, and what is no .ksy file is none', () => {
	const { structure, outside } = importKsy(`
meta: {id: x, imports: [other]}
seq:
  - {id: a, type: u1, valid: 3}
  - {id: b, size: 2, process: zlib}
  - {id: c, type: 'list(3)'}
  - {id: d, size: 'a.map(2)'}
types:
  list:
    params: [{id: n, type: u1}]
    seq: [{id: v, type: u1, repeat: expr, repeat-expr: 'n +'}]
`);
	expect(structure).toMatchObject({ id: 'x', fields: [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }] });
	expect(outside.map(({ path, message }) => [path.join('.'), message])).toEqual([
		['meta.imports', 'It is not imported: structures have no imports.'],
		['types.list.params', 'It is not imported: structures have no params.'],
		[
			'types.list.seq.0.repeat-expr',
			'The expression n + is not imported. Expected a number, a text in quotes, or the name of a field.',
		],
		['seq.0.valid', 'It is not imported: structures have no valid.'],
		['seq.1.process', 'It is not imported: structures have no zlib.'],
		['seq.2.type', 'It is not imported: structures have no list(3).'],
		['seq.3.size', expect.stringContaining('The expression a.map(2) is not imported.')],
	]);
	expect(importKsy('a: [').structure).toBeUndefined();
	expect(importKsy('just a text')).toMatchObject({ structure: undefined, outside: [{ path: ['seq'] }] });
});
