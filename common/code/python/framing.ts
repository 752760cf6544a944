import type { CodeAnswers, CodeFraming } from '../description/program.ts';
import { uses } from '../description/uses.ts';
import { block, type PythonFile } from './file.ts';
import { bytesOf } from './literals.ts';

type Split = Exclude<CodeFraming, { type: 'none' }>;

/** The name of the function that receives exactly so many bytes. */
const exactly = ({ io }: PythonFile): string => (io.pulls ? 'receive_exactly' : 'receive');

/** Receives exactly so many bytes. */
function defineExactly(file: PythonFile): void {
	file.define(
		exactly(file),
		block(
			`${file.io.def} ${exactly(file)}(${file.io.source}, count):`,
			file.doc('exactly'),
			"received = b''",
			file.note(file.io.note),
			block(
				`while len(received) < count and (chunk := ${file.io.read('count - len(received)')}):`,
				'received += chunk',
			),
			'return received',
		),
	);
}

function byDelimiter(delimiter: Uint8Array, lines: boolean, withEol: boolean, file: PythonFile): string[] {
	const loop = (body: readonly string[]): string[] => [
		"rest = b''",
		...file.note(file.io.note),
		...block(`while chunk := ${file.io.read('65536')}:`, 'rest += chunk', body),
	];
	if (!lines) {
		const end = file.constant('END', [bytesOf(delimiter, file)]);
		const yielded = withEol ? `yield message, ${end}` : 'yield message';
		const last = withEol ? "yield rest, b''" : 'yield rest';
		return [
			...loop(block(`while ${end} in rest:`, `message, rest = rest.split(${end}, 1)`, yielded)),
			...block('if rest:', file.note('rest'), last),
		];
	}
	const end = endPattern(delimiter, true, file);
	const yielded = withEol ? 'yield rest[:end.start()], end[0]' : 'yield rest[:end.start()]';
	return [
		...loop(block(`while end := ${end}.search(rest):`, yielded, 'rest = rest[end.end():]')),
		...block('if rest:', file.note('rest'), withEol ? "yield rest, b''" : 'yield rest'),
	];
}

function escapedByte(byte: number): string {
	return /\w/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
}

/** The constant with a pattern for the end of a message; `lines`: each LF may be CR LF. */
function endPattern(delimiter: Uint8Array, lines: boolean, file: PythonFile): string {
	file.import('re');
	const pattern = [...delimiter].map((byte) => (lines && byte === 10 ? '\\r?\\n' : escapedByte(byte))).join('');
	return file.constant('END', [`re.compile(rb'${pattern}')`]);
}

/** The length that a field in `head` has. */
function lengthOf({ head, size, order, add }: Extract<Split, { type: 'length' }>): string {
	const field = size === head ? 'head' : `head[${head - size}:]`;
	const sum = add === 0 ? '' : ` ${add < 0 ? '-' : '+'} ${Math.abs(add)}`;
	return `int.from_bytes(${field}, '${order}')${sum}`;
}

/** The function that returns the next message. */
function defineNext(framing: Split, withEol: boolean, withHead: boolean, file: PythonFile): void {
	const define = (parameters: string, ...body: readonly (string | readonly string[])[]): void =>
		file.define('next_message', block(`def next_message(${parameters}):`, file.doc('nextPulled'), ...body));
	switch (framing.type) {
		case 'delimiter': {
			const end = endPattern(framing.delimiter, framing.lines, file);
			define(
				'connection, rest',
				block(
					`while not (end := ${end}.search(rest)):`,
					file.note(file.io.note),
					`chunk = ${file.io.read('65536').slice(1, -1)}`,
					block(
						'if not chunk:',
						file.note('rest'),
						'last = bytes(rest)',
						'rest.clear()',
						`return (last,${withEol ? " b''" : ''}) if last else None`,
					),
					'rest += chunk',
				),
				`message = (bytes(rest[:end.start()]),${withEol ? ' bytes(end[0])' : ''})`,
				'del rest[:end.end()]',
				'return message',
			);
			break;
		}
		case 'fixed':
			defineExactly(file);
			define(
				'connection',
				`data = yield from receive_exactly(connection, ${framing.length})`,
				`return (data,) if len(data) == ${framing.length} else None`,
			);
			break;
		case 'length':
			defineExactly(file);
			define(
				'connection',
				`head = yield from receive_exactly(connection, ${framing.head})`,
				block(`if len(head) < ${framing.head}:`, 'return None'),
				`length = ${lengthOf(framing)}`,
				'data = yield from receive_exactly(connection, length)',
				`return (${withHead ? 'head, data' : 'data,'}) if len(data) == length else None`,
			);
			break;
	}
}

/** The generator of messages. */
function defineMessages(framing: Split, withEol: boolean, withHead: boolean, file: PythonFile): void {
	const define = (...body: readonly (string | readonly string[])[]): void =>
		file.define('messages', block(`${file.io.def} messages(${file.io.source}):`, file.doc('messages'), ...body));
	switch (framing.type) {
		case 'delimiter':
			define(byDelimiter(framing.delimiter, framing.lines, withEol, file));
			break;
		case 'fixed':
			defineExactly(file);
			define(block(
				`while len(data := ${file.io.call}${exactly(file)}(${file.io.source}, ${framing.length})) == ${framing.length}:`,
				'yield data',
			));
			break;
		case 'length': {
			const { head } = framing;
			defineExactly(file);
			define(block(
				`while len(head := ${file.io.call}${exactly(file)}(${file.io.source}, ${head})) == ${head}:`,
				`length = ${lengthOf(framing)}`,
				`data = ${file.io.call}${exactly(file)}(${file.io.source}, length)`,
				block('if len(data) < length:', 'return'),
				withHead ? 'yield head, data' : 'yield data',
			));
			break;
		}
	}
}

/** The loop over the messages of a connection: its statement, and the lines in front of it and at the begin of its body. */
export interface MessageLoop {
	readonly before: readonly string[];
	readonly head: string;
	readonly first: readonly string[];
}

/** Adds the function that a loop over messages needs. */
export function messageLoop(answers: CodeAnswers, file: PythonFile): MessageLoop {
	const { framing } = answers;
	if (framing.type === 'none') {
		const missing = [uses(answers, 'eol') ? ["eol = b''"] : [], uses(answers, 'head') ? ["head = b''"] : []].flat();
		return {
			before: [...missing, ...file.note(file.io.note)],
			head: `while data := ${file.io.read('65536')}:`,
			first: [],
		};
	}
	const withEol = uses(answers, 'eol') && framing.type === 'delimiter';
	const withHead = uses(answers, 'head') && framing.type === 'length';
	if (file.io.pulls) defineNext(framing, withEol, withHead, file);
	else defineMessages(framing, withEol, withHead, file);
	const unused = [
		uses(answers, 'eol') && !withEol ? ["eol = b''"] : [],
		uses(answers, 'head') && !withHead ? ["head = b''"] : [],
	].flat();
	const names = [...(withHead ? ['head'] : []), 'data', ...(withEol ? ['eol'] : [])].join(', ');
	if (!file.io.pulls)
		return { before: unused, head: `${file.io.each} ${names} in messages(${file.io.source}):`, first: [] };
	const source = framing.type === 'delimiter' ? 'connection, rest' : 'connection';
	return {
		before: [...unused, ...(framing.type === 'delimiter' ? ['rest = bytearray()'] : [])],
		head: `while message := (yield from next_message(${source})):`,
		first: [`${names}${names.includes(',') ? '' : ','} = message`],
	};
}
