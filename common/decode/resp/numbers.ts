import type { FieldValue } from '../core/field.ts';

/** Digits of a big number that are made one: turning text into an integer takes more than linear time. */
const MOST_DIGITS = 1000;

const INTEGER = /^[+-]?\d+$/;
const DOUBLE = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?inf|-?nan)$/i;

/** An integer; a bigint beyond 53 bits. Undefined where the text is none. */
export function integerOf(text: string): number | bigint | undefined {
	if (!INTEGER.test(text) || text.length > MOST_DIGITS) return undefined;
	const number = Number(text);
	return Number.isSafeInteger(number) ? number : BigInt(text.replace('+', ''));
}

/** A big number; its text where it is very long. */
export function bigOf(text: string): FieldValue | undefined {
	return text.length > MOST_DIGITS && INTEGER.test(text) ? text : integerOf(text);
}

/** A number of RESP 3 with a fraction or an exponent, infinity, or none. */
export function doubleOf(text: string): number | undefined {
	if (!DOUBLE.test(text)) return undefined;
	if (/inf$/i.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	return Number(text);
}
