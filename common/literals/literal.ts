import { toHex } from '../payload/hex.ts';

/** Programming languages in which bytes can be written. */
type LiteralLanguage = 'c' | 'python' | 'javascript';

/** Bytes to write, and what a comment says of them where there are several: one line of plain ASCII. */
export interface LiteralPart {
	readonly bytes: Uint8Array;
	readonly about: string;
	/** Name of the C array: a letter, then letters, digits and underscores. */
	readonly name: string;
}

/** Bytes on one line of a list of numbers, and of a Python string. */
const NUMBERS_A_LINE = 12;
const CHARACTERS_A_LINE = 64;

/** One sequence of bytes: a C array called `data`, a Python `bytes` expression, a JavaScript `Uint8Array` expression. */
export function bytesLiteral(language: LiteralLanguage, bytes: Uint8Array): string {
	switch (language) {
		case 'c':
			return cArray('data', bytes);
		case 'python':
			return `${pythonBytes(bytes, '')}\n`;
		case 'javascript':
			return `${typedArray(bytes, '')}\n`;
	}
}

/** Several: C arrays under their names, a Python list, a JavaScript array. Each has a comment in front. */
export function bytesLiterals(language: LiteralLanguage, parts: readonly LiteralPart[]): string {
	switch (language) {
		case 'c':
			return parts.map(({ name, bytes, about }) => `/* ${about} */\n${cArray(name, bytes)}`).join('\n');
		case 'python':
			return listOf(parts.map(({ bytes, about }) => `\t# ${about}\n\t${pythonBytes(bytes, '\t')},`));
		case 'javascript':
			return listOf(parts.map(({ bytes, about }) => `\t// ${about}\n\t${typedArray(bytes, '\t')},`));
	}
}

function listOf(items: readonly string[]): string {
	return `[\n${items.join('\n')}\n]\n`;
}

/** A definition. C has no array without elements (C17, 6.7.9): one zero byte stands for it, and a comment says so. */
function cArray(name: string, bytes: Uint8Array): string {
	if (bytes.length === 0) return `unsigned char ${name}[1] = {0x00}; /* 0 bytes */\n`;
	return `unsigned char ${name}[${bytes.length}] = {\n${numberLines(bytes, '\t')}\n};\n`;
}

function typedArray(bytes: Uint8Array, indent: string): string {
	if (bytes.length === 0) return 'new Uint8Array(0)';
	return `new Uint8Array([\n${numberLines(bytes, `${indent}\t`)}\n${indent}])`;
}

function numberLines(bytes: Uint8Array, indent: string): string {
	return slices(bytes, NUMBERS_A_LINE)
		.map((line) => `${indent}0x${toHex(line, ', 0x')},`)
		.join('\n');
}

/** Adjacent literals are one; several lines need the parentheses. */
function pythonBytes(bytes: Uint8Array, indent: string): string {
	if (bytes.length <= CHARACTERS_A_LINE) return pythonString(bytes);
	const lines = slices(bytes, CHARACTERS_A_LINE).map((line) => `${indent}\t${pythonString(line)}`);
	return `(\n${lines.join('\n')}\n${indent})`;
}

/** What a Python bytes literal writes otherwise than as the ASCII character itself, by byte. */
const PYTHON_ESCAPES: Readonly<Record<number, string>> = {
	9: '\\t',
	10: '\\n',
	13: '\\r',
	39: "\\'",
	92: '\\\\',
};

function pythonString(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) {
		const isPlain = byte >= 0x20 && byte < 0x7f;
		text += PYTHON_ESCAPES[byte] ?? (isPlain ? String.fromCharCode(byte) : `\\x${toHex(Uint8Array.of(byte))}`);
	}
	return `b'${text}'`;
}

function slices(bytes: Uint8Array, length: number): Uint8Array[] {
	const count = Math.ceil(bytes.length / length);
	return Array.from({ length: count }, (_, i) => bytes.subarray(i * length, (i + 1) * length));
}
