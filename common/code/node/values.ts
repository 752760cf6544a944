import type { CodeFilter, CodePart, CodeValue } from '../description/program.ts';
import { block, type NodeFile } from './file.ts';
import { bufferOf, bytesOf } from './literals.ts';

/** Characters of a list on one line. */
const LINE = 76;

function ctime(file: NodeFile): void {
	file.define(
		'ctime',
		block(
			'function ctime()',
			"const [day, month, date, year, clock] = new Date().toString().split(' ');",
			`return \`\${day} \${month} \${String(Number(date)).padStart(2)} \${clock} \${year}\`;`,
		),
	);
}

/** The value before its filters, as an expression of a Buffer. */
function plainValue(value: CodeValue, file: NodeFile): string {
	switch (value.type) {
		case 'data':
		case 'eol':
		case 'head':
			return value.type;
		case 'n':
			return 'Buffer.from(String(number))';
		case 'peer':
			return file.program.place.transport === 'udp'
				? `Buffer.from(\`\${peer.address}:\${peer.port}\`)`
				: `Buffer.from(\`\${socket.remoteAddress}:\${socket.remotePort}\`)`;
		case 'time':
			ctime(file);
			return 'Buffer.from(ctime())';
		case 'iso':
			return 'Buffer.from(new Date().toISOString())';
		case 'http-date':
			return 'Buffer.from(new Date().toUTCString())';
		case 'size':
			return 'Buffer.from(String(file.content.length))';
		case 'media-type':
			return 'Buffer.from(mediaType(file.path))';
		case 'group':
			return `Buffer.from(found[${value.group}] ?? '', 'latin1')`;
	}
}

/** A filter of the text with a character a byte. */
const mapped = (expression: string, call: string): string => `Buffer.from(${textOf(expression)}${call}, 'latin1')`;

/** The text of an expression with a character a byte. */
function textOf(expression: string): string {
	const inner = /^Buffer\.from\((.*), 'latin1'\)$/.exec(expression)?.[1];
	return inner === undefined ? `${expression}.toString('latin1')` : `(${inner})`;
}

function field(file: NodeFile): void {
	file.define(
		'field',
		block(
			'function field(value, size, order)',
			'const bytes = Buffer.alloc(size);',
			"if (order === 'big') bytes.writeUIntBE(value % 256 ** size, 0, size);",
			'else bytes.writeUIntLE(value % 256 ** size, 0, size);',
			'return bytes;',
		),
	);
}

function filtered(expression: string, filter: CodeFilter, file: NodeFile): string {
	switch (filter.type) {
		case 'upper':
			return mapped(expression, '.replace(/[a-z]+/g, (letters) => letters.toUpperCase())');
		case 'lower':
			return mapped(expression, '.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())');
		case 'hex':
			return `Buffer.from(${expression}.toString('hex'))`;
		case 'reverse':
			return `Buffer.from(${expression}).reverse()`;
		case 'trim':
			return mapped(expression, ".replace(/^[\\t-\\r ]+|[\\t-\\r ]+$/g, '')");
		case 'unescape':
			return mapped(
				expression,
				'.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))',
			);
		case 'length':
			return `Buffer.from(String(${expression}.length))`;
		case 'field':
			field(file);
			return `field(${expression}.length, ${filter.size}, '${filter.order}')`;
	}
}

/** A value with its filters. */
export function expressionOf(value: CodeValue, file: NodeFile): string {
	return value.filters.reduce((expression, filter) => filtered(expression, filter, file), plainValue(value, file));
}

/** What write accepts: the parts of a reply as one expression, which may go over lines. */
export function replyOf(parts: readonly CodePart[], file: NodeFile, more: readonly string[] = []): string {
	const [only, ...others] = parts;
	if (only?.type === 'bytes' && others.length + more.length === 0) return bytesOf(only.bytes, file);
	const all = [
		...parts.map((part) => (part.type === 'bytes' ? bufferOf(part.bytes, file) : expressionOf(part, file))),
		...more,
	];
	const [first = ''] = all;
	if (all.length < 2) return first;
	const list = all.join(', ');
	return list.length > LINE
		? `Buffer.concat([\n${all.map((one) => `  ${one},\n`).join('')}])`
		: `Buffer.concat([${list}])`;
}
