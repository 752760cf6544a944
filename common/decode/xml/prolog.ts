import { charsetLabelled, charsetNamed, decodeText, UTF8 } from '../../payload/index.ts';
import type { Reader } from '../core/reader.ts';
import { isHere, lengthTo, skipSpace, skipText, wrong } from '../core/scan.ts';
import { nameLength } from './names.ts';
import { type Document, textOf } from './text.ts';

/** Reads a name as a field. */
export function readName(reader: Reader, field: string): string {
	const length = nameLength(reader);
	if (length === 0) wrong(reader, 'a name');
	return reader.text(field, length);
}

/** Reads a value in quotes as a field; the quotes are in its range. */
export function readQuoted(reader: Reader, field: string, document: Document): string {
	const quote = isHere(reader, '"') ? '"' : "'";
	if (!isHere(reader, quote)) wrong(reader, '"');
	const length = lengthTo(reader, quote, 1);
	if (length === undefined) {
		reader.rest(field);
		return reader.fail({ code: 'short', missing: 1 });
	}
	const { value, note } = textOf(reader.bytes.subarray(reader.at + 1, reader.at + length), document);
	return reader.record(field, length + 1, value, note === undefined ? {} : { note });
}

/** What is read of a document before its encoding is known. */
export const PLAIN: Document = { charset: UTF8, hasType: false };

/** The declaration at the beginning (XML 1.0, 2.8). Returns how the texts behind it are read. */
export function readDeclaration(reader: Reader): Document {
	return reader.group('declaration', () => {
		skipText(reader, '<?xml');
		let document = PLAIN;
		while (skipSpace(reader) && !isHere(reader, '?>')) {
			const length = nameLength(reader);
			if (length === 0) wrong(reader, '?>');
			const name = decodeText(reader.bytes.subarray(reader.at, reader.at + length), UTF8);
			reader.skip(length);
			skipSpace(reader);
			skipText(reader, '=');
			skipSpace(reader);
			const value = readQuoted(reader, name, PLAIN);
			const charset = name === 'encoding' ? charsetLabelled(value) : undefined;
			if (charset !== undefined) document = { ...document, charset: charsetNamed(charset) };
		}
		skipText(reader, '?>');
		return document;
	});
}

/** An instruction for a program (2.6). */
export function readInstruction(reader: Reader, { charset }: Document): void {
	reader.group('instruction', () => {
		skipText(reader, '<?');
		reader.tell(readName(reader, 'target'));
		skipSpace(reader);
		const length = lengthTo(reader, '?>');
		if (length === undefined) {
			reader.rest('data');
			reader.fail({ code: 'short', missing: 2 });
		}
		if (length > 0) reader.text('data', length, charset);
		reader.skip(2);
	});
}

/** What stands between two marks, as it is: a comment (2.5), a section of characters (2.7). */
export function readBetween(reader: Reader, field: string, begin: string, end: string, { charset }: Document): string {
	const length = lengthTo(reader, end, begin.length);
	if (length === undefined) {
		reader.rest(field);
		reader.fail({ code: 'short', missing: end.length });
	}
	const bytes = reader.bytes.subarray(reader.at + begin.length, reader.at + length);
	return reader.record(field, length + end.length, decodeText(bytes, charset).replace(/\r\n?/g, '\n'));
}

/** What else a declaration of the internal subset can be: passed over up to its end, quotes in it with what they hold. */
function skipDeclaration(reader: Reader): void {
	while (!isHere(reader, '>')) {
		if (reader.left === 0) reader.fail({ code: 'short', missing: 1 });
		const quote = isHere(reader, '"') ? '"' : isHere(reader, "'") ? "'" : undefined;
		if (quote === undefined) reader.skip(1);
		else reader.skip((lengthTo(reader, quote, 1) ?? reader.left) + 1);
	}
	reader.skip(1);
}

/** Where something is that is elsewhere: never looked for. */
function readExternal(reader: Reader, document: Document): boolean {
	const isPublic = isHere(reader, 'PUBLIC');
	if (!isPublic && !isHere(reader, 'SYSTEM')) return false;
	reader.skip(6);
	skipSpace(reader);
	if (isPublic) {
		readQuoted(reader, 'public', document);
		skipSpace(reader);
	}
	readQuoted(reader, 'system', document);
	return true;
}

/** An entity that a document declares (4.2); values are as they are written. */
function readEntity(reader: Reader, document: Document): void {
	reader.group('entity', () => {
		skipText(reader, '<!ENTITY');
		skipSpace(reader);
		if (isHere(reader, '%')) {
			reader.skip(1);
			skipSpace(reader);
		}
		const name = readName(reader, 'name');
		skipSpace(reader);
		if (readExternal(reader, document)) reader.tell(name, 'external, not read');
		else {
			readQuoted(reader, 'value', { ...document, hasType: true });
			reader.tell(name);
		}
		skipDeclaration(reader);
	});
}

/** The declaration of the document's type (2.8), and the entities in it. */
export function readType(reader: Reader, document: Document): Document {
	reader.group('doctype', () => {
		skipText(reader, '<!DOCTYPE');
		skipSpace(reader);
		reader.tell(readName(reader, 'name'));
		skipSpace(reader);
		readExternal(reader, document);
		skipSpace(reader);
		if (isHere(reader, '[')) {
			reader.skip(1);
			for (skipSpace(reader); !isHere(reader, ']'); skipSpace(reader)) {
				if (isHere(reader, '<!ENTITY')) readEntity(reader, document);
				else if (isHere(reader, '<!--')) readBetween(reader, 'comment', '<!--', '-->', document);
				else if (isHere(reader, '<?')) readInstruction(reader, document);
				else if (isHere(reader, '<!')) skipDeclaration(reader);
				else if (isHere(reader, '%')) reader.skip((lengthTo(reader, ';') ?? reader.left) + 1);
				else wrong(reader, ']');
			}
			reader.skip(1);
			skipSpace(reader);
		}
		skipText(reader, '>');
	});
	return { ...document, hasType: true };
}
