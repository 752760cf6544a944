import { structureSamples } from '../../words/en/dialogs/structure-samples.ts';
import type { StructureInput } from '../document/schema.ts';

/** A protocol of a device on a serial line: a length in front, CRC-16/MODBUS at the end. */
export const device: StructureInput = {
	structure: 1,
	id: 'device',
	title: structureSamples.device,
	doc: 'Start bytes, length, address, command, body by the command, CRC-16/MODBUS with the low byte first over all bytes before it.',
	fields: [
		{ name: 'start', type: 'u16', const: '0xaa55' },
		{ name: 'length', type: 'u16', doc: 'Bytes from the address to the end of the body.', compute: 'length(frame)' },
		{
			name: 'frame',
			type: 'struct',
			length: 'root.length',
			fields: [
				{ name: 'address', type: 'u8', doc: '0 is for all devices.' },
				{ name: 'command', type: 'u8', enum: 'Command' },
				{ name: 'sequence', type: 'u16' },
				{
					name: 'body',
					type: 'switch',
					on: 'command',
					cases: [
						{ when: 'read', field: { type: 'struct', of: 'Read' } },
						{ when: 'values', field: { type: 'struct', of: 'Values' } },
						{ when: 'error', field: { type: 'u8', enum: 'Fault' } },
					],
					else: { type: 'bytes' },
				},
			],
		},
		{ name: 'crc', type: 'checksum', algorithm: 'crc16-modbus' },
	],
	types: {
		Read: {
			fields: [
				{ name: 'first', type: 'u16' },
				{ name: 'count', type: 'u8' },
			],
		},
		Values: {
			fields: [
				{ name: 'first', type: 'u16' },
				{ name: 'count', type: 'u8' },
				{ name: 'values', type: 'array', count: 'count', item: { type: 'i16', scale: 0.1, unit: '°C' } },
			],
		},
	},
	enums: {
		Command: { 1: 'read', 2: 'values', 127: 'error' },
		Fault: { 1: 'unknown command', 2: 'no such value', 3: 'busy' },
	},
};
