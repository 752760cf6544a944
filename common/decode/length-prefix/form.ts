import { type ByteOrder, uintAt } from '../core/uint.ts';

/** How the length in front of a message is written. */
export interface Form {
	/** Bytes of the length. */
	readonly size: 1 | 2 | 4;
	readonly order: ByteOrder;
	/** The length counts its own bytes, too. */
	readonly countsItself: boolean;
}

/** The most common first: of several that fit, the first is it. */
const FORMS: readonly Form[] = [false, true].flatMap((countsItself) => [
	{ size: 4, order: 'be', countsItself },
	{ size: 4, order: 'le', countsItself },
	{ size: 2, order: 'be', countsItself },
	{ size: 2, order: 'le', countsItself },
	{ size: 1, order: 'be', countsItself },
]);
const DEFAULT: Form = { size: 4, order: 'be', countsItself: false };

/** Bytes of the message behind the length at an offset; below 0 where the length does not count as many as it has itself. */
export function lengthAt(bytes: Uint8Array, at: number, { size, order, countsItself }: Form): number {
	return uintAt(bytes, at, size, order) - (countsItself ? size : 0);
}

/** Messages that are looked at: so many are no chance. */
const MOST_CHECKED = 32;

/** Whether the bytes are messages of one byte or more, the last of which ends with them, or is not all there where `isCut`. */
function fits(bytes: Uint8Array, form: Form, isCut: boolean): boolean {
	let at = 0;
	for (let messages = 0; at + form.size < bytes.length; messages++) {
		if (messages === MOST_CHECKED) return true;
		const length = lengthAt(bytes, at, form);
		if (length <= 0) return false;
		at += form.size + length;
	}
	return at === bytes.length || (isCut && bytes.length > form.size);
}

/** The form in which all of the bytes are messages; undefined where there is none. @param isCut more bytes follow, which are not known */
export function formOf(bytes: Uint8Array, isCut: boolean): Form | undefined {
	return FORMS.find((form) => fits(bytes, form, isCut));
}

/** The form in which bytes are read that are no whole messages in any. */
export function likelyForm(bytes: Uint8Array): Form {
	const ends = (form: Form) => {
		const length = lengthAt(bytes, 0, form);
		return length > 0 && form.size + length <= bytes.length;
	};
	return FORMS.find(ends) ?? DEFAULT;
}
