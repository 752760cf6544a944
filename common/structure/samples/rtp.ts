import { structureSamples } from '../../words/en/dialogs/structure-samples.ts';
import type { StructureInput } from '../document/schema.ts';

/** RTP (RFC 3550, 5.1): a header packed into bits. */
export const rtp: StructureInput = {
	structure: 1,
	id: 'rtp',
	title: structureSamples.rtp,
	doc: 'A header packed into bits, contributing sources, an extension where its bit is set, then the payload.',
	fields: [
		{ name: 'version', type: 'u2', const: 2 },
		{ name: 'padding', type: 'u1' },
		{ name: 'extension', type: 'u1' },
		{ name: 'sourceCount', type: 'u4' },
		{ name: 'marker', type: 'u1' },
		{ name: 'payloadType', type: 'u7', enum: 'PayloadType' },
		{ name: 'sequence', type: 'u16' },
		{ name: 'timestamp', type: 'u32' },
		{ name: 'source', type: 'u32', show: 'hex' },
		{ name: 'sources', type: 'array', count: 'sourceCount', item: { type: 'u32', show: 'hex' } },
		{
			name: 'header',
			type: 'struct',
			if: 'extension == 1',
			fields: [
				{ name: 'profile', type: 'u16', show: 'hex' },
				{ name: 'words', type: 'u16' },
				{ name: 'data', type: 'bytes', length: 'words * 4' },
			],
		},
		{ name: 'payload', type: 'bytes' },
	],
	enums: {
		PayloadType: { 0: 'PCMU', 3: 'GSM', 8: 'PCMA', 9: 'G722', 10: 'L16 stereo', 14: 'MPA', 26: 'JPEG', 33: 'MP2T' },
	},
};
