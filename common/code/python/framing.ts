import type { CodeAnswers } from '../description/program.ts';
import { uses } from '../description/uses.ts';
import { block, type PythonFile } from './file.ts';
import { bytesOf } from './literals.ts';

/** Receives exactly so many bytes. */
function defineExactly(file: PythonFile): void {
	file.define(
		'receive',
		block(
			`${file.io.def} receive(${file.io.source}, count):`,
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
	file.import('re');
	const pattern = [...delimiter].map((byte) => (byte === 10 ? '\\r?\\n' : escapedByte(byte))).join('');
	const end = file.constant('END', [`re.compile(rb'${pattern}')`]);
	const yielded = withEol ? 'yield rest[:end.start()], end[0]' : 'yield rest[:end.start()]';
	return [
		...loop(block(`while end := ${end}.search(rest):`, yielded, 'rest = rest[end.end():]')),
		...block('if rest:', file.note('rest'), withEol ? "yield rest, b''" : 'yield rest'),
	];
}

function escapedByte(byte: number): string {
	return /\w/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
}

/** The loop over the messages of a connection: the statement above its body. Adds the generator that it needs. */
export function messageLoop(answers: CodeAnswers, file: PythonFile): string[] {
	const { framing } = answers;
	if (framing.type === 'none') {
		const missing = [uses(answers, 'eol') ? ["eol = b''"] : [], uses(answers, 'head') ? ["head = b''"] : []].flat();
		return [...missing, ...file.note(file.io.note), `while data := ${file.io.read('65536')}:`];
	}
	const withEol = uses(answers, 'eol') && framing.type === 'delimiter';
	const withHead = uses(answers, 'head') && framing.type === 'length';
	const define = (...body: readonly (string | readonly string[])[]): void =>
		file.define('messages', block(`${file.io.def} messages(${file.io.source}):`, file.doc('messages'), ...body));
	switch (framing.type) {
		case 'delimiter':
			define(byDelimiter(framing.delimiter, framing.lines, withEol, file));
			break;
		case 'fixed':
			defineExactly(file);
			define(block(
				`while len(data := ${file.io.call}receive(${file.io.source}, ${framing.length})) == ${framing.length}:`,
				'yield data',
			));
			break;
		case 'length': {
			const { head, size, order, add } = framing;
			defineExactly(file);
			const field = size === head ? 'head' : `head[${head - size}:]`;
			const sum = add === 0 ? '' : ` ${add < 0 ? '-' : '+'} ${Math.abs(add)}`;
			define(block(
				`while len(head := ${file.io.call}receive(${file.io.source}, ${head})) == ${head}:`,
				`length = int.from_bytes(${field}, '${order}')${sum}`,
				`data = ${file.io.call}receive(${file.io.source}, length)`,
				block('if len(data) < length:', 'return'),
				withHead ? 'yield head, data' : 'yield data',
			));
			break;
		}
	}
	const unused = [
		uses(answers, 'eol') && !withEol ? ["eol = b''"] : [],
		uses(answers, 'head') && !withHead ? ["head = b''"] : [],
	].flat();
	const names = [...(withHead ? ['head'] : []), 'data', ...(withEol ? ['eol'] : [])].join(', ');
	return [...unused, `${file.io.each} ${names} in messages(${file.io.source}):`];
}
