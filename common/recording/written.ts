import { LIMITS } from '../contract/base/limits.ts';
import { toBase64 } from '../payload/base64.ts';
import type { Charset } from '../payload/charsets/charset.ts';
import { isAsciiIn } from '../payload/charsets/names.ts';
import { toLatin1 } from '../payload/codec/ascii.ts';
import type { DecodedCharacter } from '../payload/codec/utf8.ts';
import { toEscaped } from '../payload/escaped.ts';
import { toHex } from '../payload/hex.ts';
import type { WrittenBytes } from '../payload/schema.ts';
import { type Edit, literalPattern, type Replacement } from './vary/index.ts';

/** A part of a message: recorded bytes, or a varying part of them. */
export type Piece = { readonly bytes: Uint8Array; readonly edit?: Edit };

/** The message in pieces: what lies between the edits, which are in the order of their places, and they. */
export function piecesOf(bytes: Uint8Array, edits: readonly Edit[]): Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	for (const edit of edits) {
		if (edit.at > at) pieces.push({ bytes: bytes.subarray(at, edit.at) });
		at = edit.at + edit.length;
		pieces.push({ bytes: bytes.subarray(edit.at, at), edit });
	}
	if (at < bytes.length) pieces.push({ bytes: bytes.subarray(at) });
	return pieces;
}

/** How many of a message's bytes may be control characters or no text for it to be written as escaped text. */
const MOST_BINARY = 0.25;

/** Escaped text where a person can read it, else hex. */
export function formatFor(bytes: Uint8Array, charset: Charset): 'escaped' | 'hex' {
	const escapes = toEscaped(bytes, charset).match(/\\x|\\0|\\u/g)?.length ?? 0;
	return escapes > bytes.length * MOST_BINARY ? 'hex' : 'escaped';
}

/** For bytes that would be too long in another format; it has no braces. */
function shortest(bytes: Uint8Array): WrittenBytes {
	return { format: 'base64', text: toBase64(bytes) };
}

/** Recorded bytes as written. */
export function writtenBytes(bytes: Uint8Array, charset: Charset): WrittenBytes {
	const format = formatFor(bytes, charset);
	const text = format === 'hex' ? toHex(bytes, ' ') : toEscaped(bytes, charset);
	return text.length > LIMITS.templateChars ? shortest(bytes) : { format, text };
}

/** How the template names a value that the other side had: `undefined` where it is not known any more. */
export type Captured = (replacement: Replacement & { readonly type: 'captured' }) => string | undefined;

/** A message as a template, with the edits that say what is sent; its own braces mean nothing. */
export function writtenTemplate(
	bytes: Uint8Array,
	edits: readonly Edit[],
	captured: Captured,
	charset: Charset,
): WrittenBytes {
	// What varies was found as ASCII, which a placeholder in hex gives in any charset.
	const isBytes = sendsOther(edits, captured) && !isAsciiIn(charset.name);
	const format = isBytes ? 'hex' : formatFor(bytes, charset);
	const texts = piecesOf(bytes, edits).map(({ bytes: part, edit }) => {
		const { send } = edit ?? {};
		const place = send?.type === 'captured' ? captured(send) : send?.text;
		if (place !== undefined) return place;
		// A brace before another one, or before a place, would begin one. As a character it is right in any charset.
		return format === 'hex' ? toHex(part, ' ') : toEscaped(part, charset).replaceAll(/\{(?=\{|$)/g, '\\u007b');
	});
	const text = texts.join(format === 'hex' ? ' ' : '');
	return text.length > LIMITS.templateChars && !sendsOther(edits, captured) ? shortest(bytes) : { format, text };
}

/** Whether the template would be filled in with anything. */
export function sendsOther(edits: readonly Edit[], captured: Captured): boolean {
	return edits.some(({ send }) => send !== undefined && (send.type === 'template' || captured(send) !== undefined));
}

/** The edits that say what is expected. One that only varies with others is exact without them. */
export function expectedEdits(edits: readonly Edit[]): readonly Edit[] {
	const expected = edits.filter(({ expect }) => expect !== undefined);
	return expected.every(({ dependent }) => dependent) ? [] : expected;
}

/** A regular expression for an edit. */
export function editPattern({ expect = '', capture }: Edit): string {
	return capture === undefined ? expect : `(?P<${capture}>${expect})`;
}

/** Bytes as a regular expression that matches them: visible text of the charset stays. */
function literalIn(bytes: Uint8Array, charset: Charset): string {
	if (!isAsciiIn(charset.name)) return literalPattern(toLatin1(bytes));
	const character: DecodedCharacter = { code: 0, length: 1 };
	let pattern = '';
	for (let at = 0; at < bytes.length; at += character.length) {
		charset.decode(bytes, at, character);
		const part = bytes.subarray(at, at + character.length);
		const text = character.code > 0x7f ? toEscaped(part, charset) : '\\';
		pattern += text.startsWith('\\') ? literalPattern(toLatin1(part)) : text;
	}
	return pattern;
}

/** A regular expression for a whole message. */
export function messagePattern(bytes: Uint8Array, edits: readonly Edit[], charset: Charset): string {
	const parts = piecesOf(bytes, edits).map(({ bytes: part, edit }) =>
		edit === undefined ? literalIn(part, charset) : editPattern(edit),
	);
	return `(?s)^${parts.join('')}`;
}
