import type { CodePart, CodeValue } from '../description/program.ts';
import { type ValueSyntax, valueExpression } from '../text/values.ts';
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

const SYNTAX: ValueSyntax<NodeFile> = {
	values: {
		n: () => 'Buffer.from(String(number))',
		peer: ({ program: { place } }) =>
			place.transport === 'udp'
				? `Buffer.from(\`\${peer.address}:\${peer.port}\`)`
				: `Buffer.from(\`\${socket.remoteAddress}:\${socket.remotePort}\`)`,
		time: (file) => {
			ctime(file);
			return 'Buffer.from(ctime())';
		},
		iso: () => 'Buffer.from(new Date().toISOString())',
		'http-date': () => 'Buffer.from(new Date().toUTCString())',
		size: () => 'Buffer.from(String(file.content.length))',
		'media-type': () => 'Buffer.from(mediaType(file.path))',
	},
	group: (group) => `Buffer.from(found[${group}] ?? '', 'latin1')`,
	filters: {
		upper: (expression) => mapped(expression, '.replace(/[a-z]+/g, (letters) => letters.toUpperCase())'),
		lower: (expression) => mapped(expression, '.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())'),
		hex: (expression) => `Buffer.from(${expression}.toString('hex'))`,
		reverse: (expression) => `Buffer.from(${expression}).reverse()`,
		trim: (expression) => mapped(expression, ".replace(/^[\\t-\\r ]+|[\\t-\\r ]+$/g, '')"),
		unescape: (expression) =>
			mapped(expression, '.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))'),
		length: (expression) => `Buffer.from(String(${expression}.length))`,
	},
	field: (expression, size, order, file) => {
		field(file);
		return `field(${expression}.length, ${size}, '${order}')`;
	},
};

/** A value with its filters. */
export function expressionOf(value: CodeValue, file: NodeFile): string {
	return valueExpression(value, SYNTAX, file);
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
