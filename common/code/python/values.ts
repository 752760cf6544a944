import type { CodeFilter, CodePart, CodeValue } from '../description/program.ts';
import type { PythonFile } from './file.ts';
import { bytesOf } from './literals.ts';

/** The value before its filters, as an expression of bytes. */
function plainValue(value: CodeValue, file: PythonFile): string {
	switch (value.type) {
		case 'data':
		case 'eol':
		case 'head':
			return value.type;
		case 'n':
			return 'str(number).encode()';
		case 'peer':
			return file.program.place.transport === 'tcp' || file.program.place.transport === 'udp'
				? "f'{peer[0]}:{peer[1]}'.encode()"
				: 'str(peer).encode()';
		case 'time':
			file.import('time');
			return 'time.ctime().encode()';
		case 'iso':
			file.from('datetime', 'datetime');
			file.from('datetime', 'timezone');
			return "datetime.now(timezone.utc).strftime('%Y-%m-%dT%H:%M:%S.%f')[:-3].encode() + b'Z'";
		case 'http-date':
			file.from('email.utils', 'formatdate');
			return 'formatdate(usegmt=True).encode()';
		case 'size':
			return 'str(len(content)).encode()';
		case 'media-type':
			return 'media_type(path)';
		case 'group':
			return `(found[${value.group}] or b'')`;
	}
}

function filtered(expression: string, filter: CodeFilter, file: PythonFile): string {
	switch (filter.type) {
		case 'upper':
		case 'lower':
			return `${expression}.${filter.type}()`;
		case 'hex':
			return `${expression}.hex().encode()`;
		case 'reverse':
			return `${expression}[::-1]`;
		case 'trim':
			return `${expression}.strip()`;
		case 'unescape':
			file.from('urllib.parse', 'unquote_to_bytes');
			return `unquote_to_bytes(${expression})`;
		case 'length':
			return `str(len(${expression})).encode()`;
		case 'field':
			return `(len(${expression}) % 256**${filter.size}).to_bytes(${filter.size}, '${filter.order}')`;
	}
}

/** A value with its filters. */
export function expressionOf(value: CodeValue, file: PythonFile): string {
	const plain = plainValue(value, file);
	const atom = value.filters.length > 0 && plain.includes(' + ') ? `(${plain})` : plain;
	return value.filters.reduce((expression, filter) => filtered(expression, filter, file), atom);
}

/** The parts of a reply as one expression. */
export function replyOf(parts: readonly CodePart[], file: PythonFile): string {
	return parts
		.map((part) => (part.type === 'bytes' ? bytesOf(part.bytes, file) : expressionOf(part, file)))
		.join(' + ');
}
