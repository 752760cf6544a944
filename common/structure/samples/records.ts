import { structureSamples } from '../../words/en/dialogs/structure-samples.ts';
import type { StructureInput } from '../document/schema.ts';

/** Records of names and values, as texts in GBK with their lengths. */
export const records: StructureInput = {
	structure: 1,
	id: 'records',
	title: structureSamples.records,
	doc: 'A header, then as many names and values as it says: a name of 8 bytes filled with blanks, a value with its length in front. The length counts the bytes behind it.',
	charset: 'gbk',
	fields: [
		{ name: 'mark', type: 'text', length: 4, const: '报文' },
		{ name: 'length', type: 'u32', compute: 'length() - 8' },
		{ name: 'code', type: 'text', length: 4, pad: 32 },
		{ name: 'count', type: 'u8' },
		{
			name: 'records',
			type: 'array',
			count: 'count',
			item: {
				type: 'struct',
				fields: [
					{ name: 'name', type: 'text', length: 8, pad: 32 },
					{ name: 'size', type: 'u16' },
					{ name: 'value', type: 'text', length: 'size' },
				],
			},
		},
		{ name: 'end', type: 'text', terminator: '0d 0a' },
	],
};
