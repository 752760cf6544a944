import { decodeText, toLatin1 } from '../../payload/index.ts';
import type { Decoder } from '../core/decoder.ts';
import type { Reader } from '../core/reader.ts';
import { isHere, isSpace, lengthTo, skipSpace, skipText, wrong } from '../core/scan.ts';
import { nameLength } from './names.ts';
import { PLAIN, readBetween, readDeclaration, readInstruction, readQuoted, readType } from './prolog.ts';
import { type Document, textOf } from './text.ts';

const BOM = '\u00ef\u00bb\u00bf';

/** The attributes of a start tag, up to its end (XML 1.0, 3.1): fields with the names that XPath has for them. */
function readAttributes(reader: Reader, document: Document): void {
	const names = new Set<string>();
	for (;;) {
		const isApart = skipSpace(reader);
		if (isHere(reader, '>') || isHere(reader, '/>')) return;
		const length = nameLength(reader);
		if (length === 0 || !isApart) wrong(reader, '>');
		const name = decodeText(reader.bytes.subarray(reader.at, reader.at + length), document.charset);
		reader.skip(length);
		skipSpace(reader);
		skipText(reader, '=');
		skipSpace(reader);
		readQuoted(reader, `@${name}`, document);
		if (names.has(name)) reader.note({ code: 'unexpected', expected: `one ${name}` });
		names.add(name);
	}
}

/** Text up to the next mark. Returns it; one of white space alone is between elements, and no field. */
function readText(reader: Reader, document: Document): string {
	const length = lengthTo(reader, '<') ?? reader.left;
	const { value, note } = textOf(reader.bytes.subarray(reader.at, reader.at + length), document);
	if (/^[ \t\n]*$/.test(value)) reader.skip(length);
	else reader.record('text', length, value, note === undefined ? {} : { note });
	return value;
}

/** What is in an element, up to its end tag. Returns the text where that is all there is in it. */
function readContent(reader: Reader, document: Document): string | undefined {
	let text: string | undefined = '';
	while (!isHere(reader, '</')) {
		if (reader.left === 0) reader.fail({ code: 'short', missing: 1 });
		if (isHere(reader, '<!--')) readBetween(reader, 'comment', '<!--', '-->', document);
		else if (isHere(reader, '<![CDATA[')) {
			const section = readBetween(reader, 'cdata', '<![CDATA[', ']]>', document);
			if (text !== undefined) text += section;
		} else if (isHere(reader, '<?')) readInstruction(reader, document);
		else if (isHere(reader, '<')) {
			readElement(reader, document);
			text = undefined;
		} else {
			const part = readText(reader, document);
			if (text !== undefined) text += part;
		}
	}
	return text;
}

/** The name of the element here, in its charset. */
function elementName(reader: Reader, { charset }: Document): string {
	const length = nameLength(reader, 1);
	if (!isHere(reader, '<') || length === 0) wrong(reader, 'an element');
	return decodeText(reader.bytes.subarray(reader.at + 1, reader.at + 1 + length), charset);
}

function readElement(reader: Reader, document: Document): string {
	const name = elementName(reader, document);
	reader.group(name, () => {
		const length = nameLength(reader, 1);
		const tag = reader.bytes.subarray(reader.at + 1, reader.at + 1 + length);
		reader.skip(1 + length);
		readAttributes(reader, document);
		if (isHere(reader, '/>')) {
			reader.skip(2);
			return;
		}
		reader.skip(1);
		const text = readContent(reader, document);
		if (text !== undefined && text !== '') reader.tell(text);
		for (const byte of [0x3c, 0x2f, ...tag]) {
			if (reader.peek() !== byte) wrong(reader, `</${name}>`);
			reader.skip(1);
		}
		skipSpace(reader);
		if (!isHere(reader, '>')) wrong(reader, `</${name}>`);
		reader.skip(1);
	});
	return name;
}

/** Comments and instructions around the element of a document, but not the declaration of the next one. */
function readMisc(reader: Reader, document: Document): void {
	for (;;) {
		skipSpace(reader);
		if (isHere(reader, '<!--')) readBetween(reader, 'comment', '<!--', '-->', document);
		else if (isHere(reader, '<?') && !(isHere(reader, '<?xml') && isSpace(reader.peek(5))))
			readInstruction(reader, document);
		else return;
	}
}

/**
 * A document of XML 1.0 in UTF-8, or in the charset that it declares: elements are fields by their names, attributes begin with
 * `@`. Nothing is fetched, and of the entities only those are replaced that every document has.
 */
function decode(reader: Reader): void {
	if (isHere(reader, BOM)) reader.skip(BOM.length);
	skipSpace(reader);
	let document = PLAIN;
	if (isHere(reader, '<?xml') && isSpace(reader.peek(5))) document = readDeclaration(reader);
	readMisc(reader, document);
	if (isHere(reader, '<!DOCTYPE')) {
		document = readType(reader, document);
		readMisc(reader, document);
	}
	reader.tell(`<${elementName(reader, document)}>`);
	readElement(reader, document);
	readMisc(reader, document);
}

/** White space, which in ISO 8859-1 has 0xa0, a mark of the byte order, or a tag. */
const mayBegin = (first: number): boolean =>
	first === 0x3c || first === 0xef || first === 0x20 || first === 0xa0 || (first >= 0x09 && first <= 0x0d);

/** A declaration, or an element. HTML begins like it, but is no XML. */
function recognise(bytes: Uint8Array): number {
	if (!mayBegin(bytes[0] ?? 0)) return 0;
	const begin = toLatin1(bytes.subarray(0, 200))
		.replace(/^\u00ef\u00bb\u00bf/, '')
		.trimStart();
	if (/^<\?xml\s/.test(begin)) return 0.98;
	if (/^<(!doctype\s+html|html)\b/i.test(begin)) return 0.3;
	if (/^<(!--|!DOCTYPE\s|\?[A-Za-z_])/.test(begin)) return 0.7;
	if (!/^<[A-Za-z_:\u0080-\u00ff][\w:.\-\u0080-\u00ff]*(\s|\/?>|$)/.test(begin)) return 0;
	return toLatin1(bytes.subarray(-8)).trimEnd().endsWith('>') ? 0.9 : 0.7;
}

export const xml: Decoder = { id: 'xml', title: 'XML', ports: {}, most: 0.98, mayBegin, recognise, decode };
