import { LIMITS } from '../contract/base/limits.ts';
import { toLatin1 } from '../payload/ascii.ts';
import { toBase64 } from '../payload/base64.ts';
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

/** How many of a message's bytes may be control characters or no UTF-8 for it to be written as escaped text. */
const MOST_BINARY = 0.25;

/** Escaped text where a person can read it, else hex. */
export function formatFor(bytes: Uint8Array): 'escaped' | 'hex' {
	const escapes = toEscaped(bytes).match(/\\x|\\0|\\u/g)?.length ?? 0;
	return escapes > bytes.length * MOST_BINARY ? 'hex' : 'escaped';
}

/** For bytes that would be too long in another format; it has no braces. */
function shortest(bytes: Uint8Array): WrittenBytes {
	return { format: 'base64', text: toBase64(bytes) };
}

/** Recorded bytes as written. */
export function writtenBytes(bytes: Uint8Array): WrittenBytes {
	const format = formatFor(bytes);
	const text = format === 'hex' ? toHex(bytes, ' ') : toEscaped(bytes);
	return text.length > LIMITS.templateChars ? shortest(bytes) : { format, text };
}

/** How the template names a value that the other side had: `undefined` where it is not known any more. */
export type Captured = (replacement: Replacement & { readonly type: 'captured' }) => string | undefined;

/** A message as a template, with the edits that say what is sent; its own braces mean nothing. */
export function writtenTemplate(bytes: Uint8Array, edits: readonly Edit[], captured: Captured): WrittenBytes {
	const format = formatFor(bytes);
	const texts = piecesOf(bytes, edits).map(({ bytes: part, edit }) => {
		const { send } = edit ?? {};
		const place = send?.type === 'captured' ? captured(send) : send?.text;
		if (place !== undefined) return place;
		// A brace before another one, or before a place, would begin one.
		return format === 'hex' ? toHex(part, ' ') : toEscaped(part).replaceAll(/\{(?=\{|$)/g, '\\x7b');
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

/** A regular expression for a whole message, in which each byte is a character. */
export function messagePattern(bytes: Uint8Array, edits: readonly Edit[]): string {
	const parts = piecesOf(bytes, edits).map(({ bytes: part, edit }) =>
		edit === undefined ? literalPattern(toLatin1(part)) : editPattern(edit),
	);
	return `(?s)^${parts.join('')}`;
}
