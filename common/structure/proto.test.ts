import { expect, test } from 'vitest';
import { parseProto } from '../decode/protobuf/schema/index.ts';
import { ValueReader } from '../decode/values.ts';
import { structureDecoders } from './decoders.ts';
import { structureFields } from './field-names.ts';
import { mainMessage, protoStructure } from './proto-structure.ts';
import { checkStructure } from './read.ts';

const TEXT = `syntax = "proto3"; package acme;
enum Kind { NONE = 0; HOT = 3; }
message Part { sint32 x = 1; Kind kind = 2; }
message Whole { repeated Part parts = 1; map<string, double> sums = 2; repeated uint32 packed = 3; bool on = 4; }`;

const WHOLE = protoStructure(TEXT, 'acme.Whole');

test('a structure of a .proto text is a protocol, whose fields filters name', () => {
	const { usable, problems, unknown } = checkStructure(WHOLE);
	expect([problems, unknown]).toEqual([[], []]);
	if (usable === undefined) throw new Error('no structure');
	expect(structureFields(usable.program)).toEqual([
		{ name: 'whole.parts', type: 'none' },
		{ name: 'whole.parts.x', type: 'number' },
		{ name: 'whole.parts.kind', type: 'number' },
		{ name: 'whole.sums', type: 'none' },
		{ name: 'whole.sums.key', type: 'textual' },
		{ name: 'whole.sums.value', type: 'number' },
		{ name: 'whole.packed', type: 'number' },
		{ name: 'whole.packed.value', type: 'number' },
		{ name: 'whole.on', type: 'truth' },
	]);
	const reader = new ValueReader(
		[
			['whole', 'parts', 'kind'],
			['whole', 'packed', 'value'],
		],
		structureDecoders([usable.structure]),
	);
	const bytes = Uint8Array.of(0x0a, 4, 8, 3, 16, 3, 0x1a, 2, 5, 6);
	reader.read(bytes, { ports: [], datagram: false, protocol: 'whole' });
	expect(reader.values(0)).toEqual([{ value: 3, meaning: 'HOT' }]);
	expect(reader.values(1).map(({ value }) => value)).toEqual([5, 6]);
});

test('a fault names its place', () => {
	const problems = (structure: unknown) =>
		checkStructure(structure).problems.map(({ path, message }) => [path, message]);
	expect(problems({ ...WHOLE, proto: { text: TEXT, message: 'Other' } })).toEqual([
		['proto', 'The .proto text has no message Other: it can be acme.Part, acme.Whole.'],
	]);
	expect(problems({ ...WHOLE, proto: { text: 'import "x.proto";', message: 'A' } })).toEqual([
		['proto', expect.stringMatching(/^Line 1 imports “x.proto”/)],
	]);
	const either = 'Give the structure either fields or a .proto text.';
	expect(problems({ structure: 1, id: 'a' })).toEqual([['fields', either]]);
	expect(problems({ ...WHOLE, fields: [{ name: 'a', type: 'u8' }] })).toEqual([['proto', either]]);
});

test('the main message of a text is in no other one', () => {
	expect(mainMessage(parseProto(TEXT))).toBe('acme.Whole');
	expect(mainMessage(parseProto('message Tree { repeated Tree children = 1; }'))).toBe('Tree');
	expect(mainMessage(parseProto('enum E { A = 0; }'))).toBeUndefined();
});
