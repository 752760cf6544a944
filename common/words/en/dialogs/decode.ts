import { localeOf } from '../../locale/locale.ts';
import { decodeNotes } from '../decode-notes.ts';

const { counted } = localeOf('en');
const bytes = (length: number) => counted(length, { one: 'byte', other: 'bytes' });

/** The decoded fields of a message. */
export const decode = {
	protocol: 'Decode as',
	structures: 'Structures…',
	automatic: 'Automatic',
	guessed: (protocol: string, percent: number) => `${protocol} (${percent} % sure)`,
	first: (length: number) => `The first ${bytes(length)} are decoded.`,
	none: {
		title: 'No known protocol',
		text: 'These bytes look like none of the protocols. Choose one above to decode them as it.',
	},
	fields: 'Fields',
	/** What a chosen protocol holds for. */
	scope: 'for',
	scopes: { endpoint: 'this endpoint', in: 'what it receives', out: 'what it sends', event: 'this event only' },
	/** Of a field in the tree. */
	menu: (name: string) => `Field ${name}`,
	asColumn: 'Show as a column',
	plot: 'Plot this field',
	copy: (value: string) => `Copy ${value}`,
	copyName: 'Copy the name',
	more: 'Column, filter, copy… (Shift F10)',
	/** Of decoders whose title is no name of a protocol, by their ids. */
	titles: { 'length-prefix': 'Messages behind their length' },
	notes: decodeNotes,
};
