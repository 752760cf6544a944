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
	structureFile: 'decode with the structure in a file (docs/structures.md), in place of a protocol',
	values: 'with --structure: print the values alone, one JSON object for each message, as "encode" reads them',
	proto: 'decode Protocol Buffers by a .proto file: fields have its names',
	message: 'with --proto: the message, by its full name or the end of it',
	protoNeeds: '--proto and --message need each other.',
	protoAlone: '--proto is for Protocol Buffers: give no --structure, and no --as but protobuf.',
	asOrStructure: 'Give --as or --structure, not both.',
	valuesNeed: '--values needs --structure.',
	wrongAt: (at: number, what: string) => `The message at byte ${at} cannot be read: ${what}.`,
	structuresList: (file: string) => `${file}: structures is a list of structures, or of paths of their files.`,
	encode: {
		summary: 'print the bytes of a message, from the values of its fields',
		description:
			'Reads the values of a message as JSON and prints its bytes in hexadecimal. Constants, lengths, counts, computed values ' +
			'and checksums need no value: they are computed. "decode --values" prints such JSON.',
		values: 'a JSON file with the value of each field by its name; - reads stdin',
		structure: 'the structure of the message (docs/structures.md)',
	},
	structure: {
		summary: 'check structures, which describe messages',
		help: 'display help for command',
		description:
			'Commands for structure files (docs/structures.md). "wirebench decode --structure" reads messages with one.',
		checkSummary: 'say what is wrong in structure files',
		checkDescription:
			'Prints every problem of each file with its JSON path, and the place in an expression, and keys that Wirebench does not ' +
			'know. The exit code is 0 when all files can be used, else 2.',
		files: 'structure files',
		json: 'print one JSON object for each file: file, ok, findings',
		sampleSummary: 'print a structure to begin with',
		sampleDescription: 'Prints one of the structures that Wirebench has as samples; without --name, the names of all.',
		sampleName: 'which one',
		guessSummary: 'propose a structure for some messages',
		guessDescription:
			'Reads messages of one kind and direction, in the order of their times, and prints a structure for them: constants, a length, a counter, times, a checksum and text, as far as they are found. Correct it by hand.',
		guessFile: 'a file with a message in hexadecimal on each line, at least two; - reads stdin',
		guessId: 'id of the structure (default: guessed)',
		guessFindings: 'print what was found, with how sure it is from 0 to 1, and the framing that fits a stream of them',
		tooFew: 'Give at least two messages, of at most 4096 bytes each.',
		wrongLine: (line: number, why: string) => `Line ${line}: ${why}`,
		importSummary: 'make a structure of a .ksy file',
		importDescription:
			'Reads a description of Kaitai Struct and prints the structure: seq, types, enums, instances, if, repeat, switch-on, contents, size, terminator and encoding. What structures do not have is named with its place.',
		importFile: 'a .ksy file, or a .proto file with --message; - reads stdin',
		importMessage: 'the message of a .proto file',
		fine: (file: string, id: string) => `${file} is fine: ${id}.`,
		unusable: (file: string, problems: number) =>
			`${file} cannot be used: ${problems === 1 ? '1 problem' : `${problems} problems`}.`,
	},
	/** Options of `show`. */
	decode: (ids: string) =>
		`decode payloads: auto, or as one of ${ids}, or as a structure; ENDPOINT=NAME for those of one endpoint (repeatable)`,
	structures: 'a structure file (docs/structures.md), whose id is a protocol in filters and columns (repeatable)',
	structureTwice: (id: string) => `Another structure has the id ${id}.`,
	columns: 'decoded fields to print, with commas between, as in modbus.function,dns.question.name',
	wrongColumn: (name: string) => `“${name}” is no name of a decoded field, as modbus.function is.`,
	manyColumns: (most: number) => `At most ${most} columns.`,
	notes: decodeNotes,
};
