import { decodeNotes } from '../decode-notes.ts';

/** The command that decodes a message. */
export const decoding = {
	summary: 'print the fields of a message, by its protocol',
	description:
		'Reads bytes and prints one JSON object for each unit (a packet, a request): protocol, start, end, fields, and error where something is missing or wrong. ' +
		'Offsets are in bytes from the start of the message; the end is behind the last byte.',
	file: 'a file with the bytes of a message; - reads stdin',
	as: (ids: string) => `the protocol: auto, or one of ${ids}`,
	hex: 'the bytes in hexadecimal, in any notation that programs print',
	transport:
		'how the message travels: some protocols have a length in front of it on streams (default: what it looks like)',
	nothing: 'Name a file, or give the bytes with --hex.',
	both: 'Give a file or --hex, not both.',
	unknown: 'These bytes look like no protocol that Wirebench knows. Choose one with --as.',
	wrongHex: (why: string) => `--hex: ${why}`,
	notes: decodeNotes,
};
