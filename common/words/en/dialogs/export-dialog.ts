import { localeOf } from '../../locale/locale.ts';

const { count } = localeOf('en');

/** What to export, and as what. */
export const exportDialog = {
	title: 'Export',
	format: 'Format',
	formats: {
		pcapng: { label: 'pcapng', says: 'A capture in one file: opens in Wireshark, and here again.' },
		jsonl: { label: 'JSON lines', says: 'One event a line: bytes as hex, and as text where UTF-8.' },
		csv: { label: 'CSV', says: 'A table for spreadsheets and scripts, bytes as hex and text.' },
		text: { label: 'Plain text', says: 'A line for each event, and its bytes below as a hex dump.' },
		raw: { label: 'Raw bytes', says: 'What was sent and received, byte for byte, and nothing else.' },
		c: { label: 'C arrays', says: 'The bytes as a C header, to replay them in a test.' },
	},
	events: 'Events',
	all: (events: number) => `All events (${count(events)})`,
	noConnection: 'The selected connection (none is)',
	connection: (id: string) => `Connection #${id}`,
	messages: 'Messages',
	fields: (names: readonly string[]) => `Decoded fields of the log: ${names.join(', ')}`,
	inPlace: 'Messages in place of reads',
	ofMessages: {
		all: (rows: number) => `All rows of the log (${count(rows)})`,
		range: 'A range of rows',
		first: 'First row',
		last: 'Last row',
		rangeFault: (last: string) => `Rows are numbered from 1 to ${last}, the first before the last.`,
	},
	range: 'A range of events',
	first: 'First event',
	last: 'Last event',
	rangeFault: (last: string) => `Events are numbered from 1 to ${last}, the first before the last.`,
	noFilter: 'What the filter shows (none is on)',
	filter: 'What the filter shows',
	filtered: (events: number) => `What the filter shows (${count(events)})`,
	direction: 'Direction',
	ways: { both: 'Both', in: 'Received', out: 'Sent' },
	joined: 'One array for all events',
	name: 'Name',
	nameFault: 'Give it a name.',
	asksWhere: (file: string) => `${file}: the next step asks where`,
	downloads: (file: string) => `${file}: goes to the downloads of this browser`,
};
