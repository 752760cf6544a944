import type { CodePart, CodeValue } from '../description/program.ts';
import { type ValueSyntax, valueExpression } from '../text/values.ts';
import type { PythonFile } from './file.ts';
import { bytesOf } from './literals.ts';

const SYNTAX: ValueSyntax<PythonFile> = {
	values: {
		n: () => 'str(number).encode()',
		peer: ({ program: { place } }) => ('host' in place ? "f'{peer[0]}:{peer[1]}'.encode()" : 'str(peer).encode()'),
		time: (file) => {
			file.import('time');
			return 'time.ctime().encode()';
		},
		iso: (file) => {
			file.from('datetime', 'datetime');
			file.from('datetime', 'timezone');
			return "datetime.now(timezone.utc).isoformat(timespec='milliseconds').replace('+00:00', 'Z').encode()";
		},
		'http-date': (file) => {
			file.from('email.utils', 'formatdate');
			return 'formatdate(usegmt=True).encode()';
		},
		size: () => 'str(len(content)).encode()',
		'media-type': () => 'media_type(path)',
	},
	group: (group) => `(found[${group}] or b'')`,
	filters: {
		upper: (expression) => `${expression}.upper()`,
		lower: (expression) => `${expression}.lower()`,
		hex: (expression) => `${expression}.hex().encode()`,
		reverse: (expression) => `${expression}[::-1]`,
		trim: (expression) => `${expression}.strip()`,
		unescape: (expression, file) => {
			file.from('urllib.parse', 'unquote_to_bytes');
			return `unquote_to_bytes(${expression})`;
		},
		length: (expression) => `str(len(${expression})).encode()`,
	},
	field: (expression, size, order) => `(len(${expression}) % 256**${size}).to_bytes(${size}, '${order}')`,
};

/** A value with its filters. */
export function expressionOf(value: CodeValue, file: PythonFile): string {
	return valueExpression(value, SYNTAX, file);
}

/** The parts of a reply as one expression. */
export function replyOf(parts: readonly CodePart[], file: PythonFile): string {
	return parts
		.map((part) => (part.type === 'bytes' ? bytesOf(part.bytes, file) : expressionOf(part, file)))
		.join(' + ');
}
