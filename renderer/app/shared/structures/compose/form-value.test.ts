import { expect, test } from 'vitest';
import { fromHex } from '../../../../../common/decode/testing/hex.fixture.ts';
import { toHex } from '../../../../../common/payload/index.ts';
import { readMessage, writeMessage } from '../../../../../common/structure/index.ts';
import { checkStructure } from '../../../../../common/structure/read.ts';
import { STRUCTURE_SAMPLES } from '../../../../../common/structure/samples/index.ts';
import { dataOfForm, formOfData, NOTHING } from './form-value.ts';

/** A message of each sample. */
const MESSAGES: Readonly<Record<string, string>> = {
	device: 'aa55000d0502123401000300ebffd70000ac69',
	tlv: '010005e6b3b5203110000e0200040000004d0300046553f100c80002dead000000',
	imu: 'fa55078140e20100000800fc0100100060ffff7f0000124280e6c547b2',
	rtp: '9288ffff000000a0deadbeef0000000100000002bede000110ff0000d5d5',
	records: 'b1a8cec4000000255131202002cec2b6c820202020000632332e35a1e66e616d65202020200002b1c3cdea0d0a',
};

function programOf(structure: unknown) {
	const { usable } = checkStructure(structure);
	if (usable === undefined) throw new Error('not usable');
	return usable.program;
}

test.each(STRUCTURE_SAMPLES.map((sample) => [sample.id, sample] as const))(
	'a form with the values of a message of %s makes the same message',
	(id, sample) => {
		const program = programOf(sample);
		const { values } = readMessage(program, fromHex(MESSAGES[id] ?? ''));
		const written = writeMessage(program, dataOfForm(program, formOfData(program, values)));
		expect(written.ok ? toHex(written.bytes) : written.faults).toBe(MESSAGES[id]);
	},
);

test('a switch is what the field beside it chooses, by number or name', () => {
	const program = programOf({
		structure: 1,
		id: 'a',
		enums: { Kind: { 1: 'one', 2: 'two' } },
		fields: [
			{ name: 'kind', type: 'u8', enum: 'Kind' },
			{
				name: 'body',
				type: 'switch',
				on: 'kind',
				cases: [
					{ when: 1, field: { type: 'u16' } },
					{ when: 'two', field: { type: 'u8' } },
				],
			},
		],
	});
	const hexOf = (kind: string, body: string) => {
		const written = writeMessage(program, dataOfForm(program, { members: { kind, body } }));
		return written.ok ? toHex(written.bytes) : written.faults.map(({ message }) => message);
	};
	expect(hexOf('1', '258')).toBe('010102');
	expect(hexOf('one', '0x0102')).toBe('010102');
	expect(hexOf('two', '7')).toBe('0207');
});

test('a value that is not given is named with its place', () => {
	const program = programOf({ structure: 1, id: 'a', fields: [{ name: 'size', type: 'u8' }] });
	const written = writeMessage(program, dataOfForm(program, NOTHING));
	expect(written.ok ? [] : written.faults.map(({ field }) => field)).toEqual(['size']);
});
