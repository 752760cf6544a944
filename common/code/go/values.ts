import { toLatin1 } from '../../payload/codec/ascii.ts';
import type { CodePart, CodeValue } from '../description/program.ts';
import { type ValueSyntax, valueExpression } from '../text/values.ts';
import { block, type GoFile } from './file.ts';
import { latin1Of } from './literals.ts';

/** Expressions that are slices of bytes; the others are strings. */
const SLICE = /^(?:data|eol|head|content)$|^(?:found\[|shifted\(|reversed\(|unescaped\(|field\(|bytes\.)/;

/** An expression as a slice of bytes. */
export function sliceOf(expression: string): string {
	return SLICE.test(expression) ? expression : `[]byte(${expression})`;
}

function length(expression: string, file: GoFile): string {
	file.import('strconv');
	return `strconv.Itoa(len(${expression}))`;
}

function now(layout: string, file: GoFile): string {
	file.import('time');
	return `time.Now()${layout}`;
}

/** Letters of ASCII from `first` on become those that are `by` further. */
function shifted(expression: string, first: string, by: number, file: GoFile): string {
	file.define('shifted', [
		...file.note('asciiCase'),
		...block(
			'func shifted(text []byte, first byte, by int) []byte',
			'changed := make([]byte, len(text))',
			block(
				'for at, letter := range text',
				block('if letter >= first && letter < first+26', 'letter = byte(int(letter) + by)'),
				'changed[at] = letter',
			),
			'return changed',
		),
	]);
	return `shifted(${sliceOf(expression)}, '${first}', ${by})`;
}

const SYNTAX: ValueSyntax<GoFile> = {
	values: {
		n: (file) => {
			file.import('strconv');
			return 'strconv.Itoa(number)';
		},
		peer: ({ program: { place, task } }) =>
			task.type === 'serve' && (place.transport === 'udp' || place.transport === 'unix-datagram')
				? 'peer.String()'
				: 'connection.RemoteAddr().String()',
		time: (file) => now('.Format(time.ANSIC)', file),
		iso: (file) => now('.UTC().Format("2006-01-02T15:04:05.000Z")', file),
		'http-date': (file) => now('.UTC().Format("Mon, 02 Jan 2006 15:04:05 GMT")', file),
		size: (file) => length('content', file),
		'media-type': () => 'mediaType(name)',
	},
	group: (group) => `found[${group}]`,
	filters: {
		upper: (expression, file) => shifted(expression, 'a', -32, file),
		lower: (expression, file) => shifted(expression, 'A', 32, file),
		hex: (expression, file) => {
			file.import('encoding/hex');
			return `hex.EncodeToString(${sliceOf(expression)})`;
		},
		reverse: (expression, file) => {
			file.define(
				'reversed',
				block(
					'func reversed(text []byte) []byte',
					'changed := make([]byte, len(text))',
					block('for at, one := range text', 'changed[len(text)-1-at] = one'),
					'return changed',
				),
			);
			return `reversed(${sliceOf(expression)})`;
		},
		trim: (expression, file) => {
			file.import('bytes');
			return `bytes.Trim(${sliceOf(expression)}, "\\t\\n\\v\\f\\r ")`;
		},
		unescape: (expression, file) => {
			file.import('encoding/hex', 'regexp');
			if (!file.has('unescaped')) file.constant('percent', ['regexp.MustCompile(`%[0-9A-Fa-f]{2}`)']);
			file.define(
				'unescaped',
				block('func unescaped(text []byte) []byte', [
					...block(
						'return percent.ReplaceAllFunc(text, func(found []byte) []byte',
						'one, _ := hex.DecodeString(string(found[1:]))',
						'return one',
					).slice(0, -1),
					'})',
				]),
			);
			return `unescaped(${sliceOf(expression)})`;
		},
		length,
	},
	field: (expression, size, order, file) => {
		file.define(
			'field',
			block(
				'func field(value, size int, bigEndian bool) []byte',
				'bytes := make([]byte, size)',
				block(
					'for at := range bytes',
					'shift := 8 * at',
					block('if bigEndian', 'shift = 8 * (size - 1 - at)'),
					'bytes[at] = byte(value >> shift)',
				),
				'return bytes',
			),
		);
		return `field(len(${expression}), ${size}, ${order === 'big'})`;
	},
};

/** A value with its filters: a string or a slice of bytes. */
export function expressionOf(value: CodeValue, file: GoFile): string {
	return valueExpression(value, SYNTAX, file);
}

/** What a reply is made of: text with a character a byte, a value, or a format with its values. */
export type GoReply =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'value'; readonly value: string }
	| { readonly type: 'format'; readonly format: string; readonly values: readonly string[] };

/** The parts of a reply, and the values that follow them; undefined: nothing is sent. */
export function replyOf(parts: readonly CodePart[], more: readonly string[], file: GoFile): GoReply | undefined {
	const values: string[] = [];
	let text = '';
	let format = '';
	const add = (value: string): void => {
		values.push(value);
		format += '%s';
	};
	for (const part of parts) {
		if (part.type !== 'bytes') add(expressionOf(part, file));
		else {
			text += toLatin1(part.bytes);
			format += toLatin1(part.bytes).replaceAll('%', '%%');
		}
	}
	for (const one of more) add(one);
	const [only] = values;
	if (only === undefined) return text === '' ? undefined : { type: 'text', text };
	return format === '%s' ? { type: 'value', value: only } : { type: 'format', format, values };
}

/** The call that sends a reply on `connection`. */
export function writeCall(reply: GoReply, file: GoFile): string {
	switch (reply.type) {
		case 'text':
			file.import('io');
			return `io.WriteString(connection, ${latin1Of(reply.text, file)})`;
		case 'value':
			return `connection.Write(${sliceOf(reply.value)})`;
		case 'format':
			file.import('fmt');
			return `fmt.Fprintf(connection, ${[latin1Of(reply.format, file), ...reply.values].join(', ')})`;
	}
}

/** The call that sends a reply to the `peer` of a datagram. */
export function writeToCall(reply: GoReply, file: GoFile): string {
	switch (reply.type) {
		case 'text':
			return `socket.WriteTo([]byte(${latin1Of(reply.text, file)}), peer)`;
		case 'value':
			return `socket.WriteTo(${sliceOf(reply.value)}, peer)`;
		case 'format':
			file.import('fmt');
			return `socket.WriteTo([]byte(fmt.Sprintf(${[latin1Of(reply.format, file), ...reply.values].join(', ')})), peer)`;
	}
}
