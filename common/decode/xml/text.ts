import { type Charset, decodeText } from '../../payload/index.ts';
import type { Note } from '../core/field.ts';

/** Entities that every document has (XML 1.0, 4.6). */
const PREDEFINED: ReadonlyMap<string, string> = new Map([
	['lt', '<'],
	['gt', '>'],
	['amp', '&'],
	['apos', "'"],
	['quot', '"'],
]);

/** What texts of a document are read with. */
export interface Document {
	readonly charset: Charset;
	/** Entities are declared, here or elsewhere: a name that is not predefined is no mistake then. */
	readonly hasType: boolean;
}

/** The character of a reference by its number; undefined where it is none (4.1). */
function numbered(reference: string): string | undefined {
	const code = reference.startsWith('#x') ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
	return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/**
 * A text with its references replaced: characters by their number, and the predefined entities. Others stay as they are
 * written, whatever a document says that they are: they may stand for very much, or for what is elsewhere.
 */
export function textOf(
	bytes: Uint8Array,
	{ charset, hasType }: Document,
): { readonly value: string; readonly note?: Note } {
	let isWrong = false;
	const value = decodeText(bytes, charset)
		.replace(/\r\n?/g, '\n')
		.replace(/&(?:(#\d+|#x[0-9a-fA-F]+|[^\s&;<#]+);)?/g, (written, reference: string | undefined) => {
			const text =
				reference === undefined
					? undefined
					: reference.startsWith('#')
						? numbered(reference)
						: (PREDEFINED.get(reference) ?? (hasType ? written : undefined));
			isWrong ||= text === undefined;
			return text ?? written;
		});
	return isWrong ? { value, note: { code: 'unexpected', expected: '&amp; or a declared entity' } } : { value };
}
