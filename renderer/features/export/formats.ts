import type { ExportFormat } from '../../../common/contract/calls/exports.ts';

/** The description of each format for people. */
export const FORMATS: readonly { readonly format: ExportFormat; readonly label: string; readonly says: string }[] = [
	{ format: 'pcapng', label: 'pcapng', says: 'A capture in one file: opens in Wireshark, and here again.' },
	{
		format: 'jsonl',
		label: 'JSON lines',
		says: 'One event a line: bytes as hex, and as text where UTF-8.',
	},
	{
		format: 'csv',
		label: 'CSV',
		says: 'A table for spreadsheets and scripts, bytes as hex and text.',
	},
	{ format: 'text', label: 'Plain text', says: 'A line for each event, and its bytes below as a hex dump.' },
	{ format: 'raw', label: 'Raw bytes', says: 'What was sent and received, byte for byte, and nothing else.' },
	{ format: 'c', label: 'C arrays', says: 'The bytes as a C header, to replay them in a test.' },
];
