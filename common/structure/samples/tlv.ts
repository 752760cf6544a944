import { structureSamples } from '../../words/en/dialogs/structure-samples.ts';
import type { StructureInput } from '../document/schema.ts';

/** A chain of types, lengths and values. */
export const tlv: StructureInput = {
	structure: 1,
	id: 'tlv',
	title: structureSamples.tlv,
	doc: 'Items follow each other up to one of type end; a group has items in it.',
	fields: [{ name: 'items', type: 'array', until: 'item.type == Type::end', item: { type: 'struct', of: 'Item' } }],
	types: {
		Item: {
			fields: [
				{ name: 'type', type: 'u8', enum: 'Type' },
				{ name: 'length', type: 'u16' },
				{
					name: 'value',
					type: 'switch',
					on: 'type',
					cases: [
						{ when: 'end', field: { type: 'bytes', length: 'length' } },
						{ when: 'name', field: { type: 'text', length: 'length' } },
						{ when: 'number', field: { type: 'struct', length: 'length', fields: [{ name: 'number', type: 'u32' }] } },
						{
							when: 'time',
							field: { type: 'struct', length: 'length', fields: [{ name: 'at', type: 'u32', show: 'seconds' }] },
						},
						{
							when: 'group',
							field: { type: 'array', length: 'length', item: { type: 'struct', of: 'Item' } },
						},
					],
					else: { type: 'bytes', length: 'length' },
				},
			],
		},
	},
	enums: { Type: { 0: 'end', 1: 'name', 2: 'number', 3: 'time', 16: 'group' } },
};
