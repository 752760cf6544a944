import { toLatin1 } from '../../payload/codec/ascii.ts';
import type { Context, Decoder } from '../core/decoder.ts';
import { faultOf } from '../core/fault.ts';
import type { Reader } from '../core/reader.ts';
import { COMMANDS } from './commands.ts';
import { readInline } from './inline.ts';
import { typeOf } from './types.ts';
import { readValue } from './values.ts';

/** Bytes that the begin of a command fits in: its count, and its name. */
const COMMAND_BEGIN = 64;

/** The begin of an array of strings whose first is a word. */
const COMMAND = /^\*\d+\r\n\$\d+\r\n([A-Za-z.]+)\r\n/;

/** Whether the array at this place is a command: what a client sends, or begins with the name of one. */
function isCommand(reader: Reader, from: Context['from']): boolean {
	const begin = toLatin1(reader.bytes.subarray(reader.at, reader.at + COMMAND_BEGIN));
	const name = COMMAND.exec(begin)?.[1];
	return name !== undefined && from !== 'server' && (from === 'client' || COMMANDS.has(name.toUpperCase()));
}

/** A request or a reply of the Redis serialization protocol, RESP 2 or 3 (Redis documentation, and RESP3 specification). */
function decode(reader: Reader, { from }: Context): void {
	if (typeOf(reader.peek()) === undefined) readInline(reader);
	else if (isCommand(reader, from)) {
		const words: string[] = [];
		readValue(reader, {
			nameAt: (index) => (index === 0 ? 'command' : 'argument'),
			onElement: (value) => words.push(value instanceof Uint8Array ? '…' : String(value ?? 'null')),
		});
		reader.tell(shortened(words), 'command');
	} else readValue(reader);
}

/** Characters of a command that are shown as what it says. */
const MOST_SHOWN = 80;

function shortened(words: readonly string[]): string {
	let text = '';
	for (const word of words) {
		text += text === '' ? word : ` ${word}`;
		if (text.length > MOST_SHOWN) return `${text.slice(0, MOST_SHOWN)}…`;
	}
	return text;
}

/** Text of other protocols begins in the same way, with a status behind a plus or a minus: that of POP3 goes on behind +OK. */
const COMMON = new Set(['+', '-']);
const LIKE_RESP = /^(?:\+(?!OK )|-[A-Z]+[ \r])/;

/** Commands are also sent as a line of words. */
const isLetter = (byte: number): boolean => /[A-Za-z]/.test(String.fromCharCode(byte));

function recognise(bytes: Uint8Array, context: Context): number {
	if (context.transport !== 'stream') return 0;
	const type = typeOf(bytes[0]);
	const line = toLatin1(bytes.subarray(0, COMMAND_BEGIN));
	if (type === undefined) {
		const [, word, end] = /^([A-Za-z]+)(?: [^\r\n]*)?(\r?\n)?/.exec(line) ?? [];
		return word !== undefined && end !== undefined && COMMANDS.has(word.toUpperCase()) ? 0.3 : 0;
	}
	const fault = faultOf(bytes, (reader) => {
		while (reader.left > 0 && typeOf(reader.peek()) !== undefined) reader.group('value', () => decode(reader, context));
	});
	if (fault !== undefined && fault.code !== 'short' && fault.code !== 'limit') return 0;
	if (COMMON.has(type)) return fault !== undefined ? 0.1 : LIKE_RESP.test(line) ? 0.6 : 0.3;
	if (COMMAND.test(line)) return 0.98;
	return fault === undefined ? 0.9 : line.includes('\r\n') ? 0.7 : 0.2;
}

function most([first]: Uint8Array): number {
	const type = typeOf(first);
	if (type === undefined) return 0.3;
	if (COMMON.has(type)) return 0.6;
	return type === '*' ? 0.98 : 0.9;
}

export const resp: Decoder = {
	id: 'resp',
	title: 'RESP',
	ports: { stream: [6379] },
	most,
	mayBegin: (first, transport) => transport === 'stream' && (typeOf(first) !== undefined || isLetter(first)),
	recognise,
	decode,
};
