import { decodeText, fromLatin1, UTF8 } from '../../payload/index.ts';
import { endLine, peekLine } from '../core/line.ts';
import type { Reader } from '../core/reader.ts';

/** An argument between spaces, in quotation marks where it has some itself. */
const ARGUMENT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\')*'|[^\s"']+|["']/g;

const NAMED: ReadonlyMap<string, string> = new Map([
	['n', '\n'],
	['r', '\r'],
	['t', '\t'],
	['b', '\b'],
	['a', '\x07'],
]);

/** The text of an argument without its quotation marks and escapes. */
function unquoted(text: string): string {
	if (text.length < 2) return text;
	if (text.startsWith("'")) return text.slice(1, -1).replaceAll("\\'", "'");
	if (!text.startsWith('"')) return text;
	return text
		.slice(1, -1)
		.replace(/\\(?:x([0-9a-f]{2})|(.))/gi, (_, hex: string | undefined, other: string | undefined) =>
			hex === undefined ? (NAMED.get(other ?? '') ?? other ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
		);
}

/** UTF-8 of bytes that are characters. */
const decoded = (text: string) => decodeText(fromLatin1(text), UTF8);

/** A command as a person types it: words in one line, for telnet. */
export function readInline(reader: Reader): void {
	const line = peekLine(reader);
	if (line === undefined) {
		reader.text('line', reader.left);
		reader.fail({ code: 'short', missing: 1 });
	}
	const from = reader.at;
	let first = true;
	for (const { 0: text, index } of line.matchAll(ARGUMENT)) {
		reader.skip(from + index - reader.at);
		reader.record(first ? 'command' : 'argument', text.length, decoded(unquoted(text)));
		first = false;
	}
	reader.skip(from + line.length - reader.at);
	reader.tell(decoded(line.trim()), 'inline command');
	endLine(reader);
}
