import { integer } from '../../decode/core/integer.ts';
import { foldCase } from '../../payload/codec/ascii.ts';
import { toHex } from '../../payload/hex.ts';
import { parseHex } from '../../payload/hex-notation/index.ts';

/** Comparisons of a decoded field; `present` with none. */
export const DECODED_OPERATORS = ['>=', '<=', '!=', '=', '<', '>', 'contains', 'present'] as const;
export type DecodedOperator = (typeof DECODED_OPERATORS)[number];

/** What a field says. */
interface Said {
	readonly value: number | bigint | string | boolean | Uint8Array | undefined;
	readonly meaning: string | undefined;
}

/** Whether any of the values of a field fulfils a comparison. */
export type ValuesTest = (values: readonly Said[]) => boolean;

/** A written value in each form that a field's may have. */
interface Sought {
	readonly text: string;
	/** Case of ASCII letters matters. */
	readonly exact: boolean;
	readonly number: number | bigint | undefined;
	readonly truth: boolean | undefined;
	/** Lower-case hexadecimal. */
	readonly hex: string | undefined;
}

/**
 * Compares values as their type: numbers by size, bytes in hexadecimal, texts as texts, or as numbers where both are such; also by what
 * the value means. `exact`: the case of ASCII letters matters. `!=` holds where there is a value, and none is equal.
 */
export function valuesTest(is: DecodedOperator, value: string, exact: boolean): ValuesTest {
	if (is === 'present') return (values) => values.length > 0;
	const sought = soughtOf(value, exact);
	if (is === '!=') return (values) => values.length > 0 && !values.some((said) => isEqual(said, sought));
	if (is === '=') return (values) => values.some((said) => isEqual(said, sought));
	if (is === 'contains') return (values) => values.some((said) => contains(said, sought));
	return (values) => values.some((said) => isOrdered(said, is, sought));
}

const INTEGER = /^-?(?:\d+|0x[0-9a-f]+)$/i;
const DECIMAL = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['yes', true],
	['1', true],
	['false', false],
	['no', false],
	['0', false],
]);

/** A number as it is written, in decimal or behind 0x; an integer that a number would round is a bigint. */
function numberOf(text: string): number | bigint | undefined {
	if (INTEGER.test(text)) {
		const digits = text.replace('-', '');
		return integer(text.startsWith('-') ? -BigInt(digits) : BigInt(digits));
	}
	return DECIMAL.test(text) ? Number(text) : undefined;
}

function soughtOf(value: string, exact: boolean): Sought {
	const hex = parseHex(value);
	const text = exact ? value : foldCase(value);
	return {
		text,
		exact,
		number: numberOf(value),
		truth: TRUTHS.get(value.toLowerCase()),
		hex: hex.ok && hex.bytes.length > 0 ? toHex(hex.bytes) : undefined,
	};
}

const isText = (text: string | undefined, sought: Sought): boolean =>
	text !== undefined && (sought.exact ? text : foldCase(text)) === sought.text;

const hasText = (text: string | undefined, sought: Sought): boolean =>
	text !== undefined && (sought.exact ? text : foldCase(text)).includes(sought.text);

function isEqual({ value, meaning }: Said, sought: Sought): boolean {
	return isValue(value, sought) || isText(meaning, sought);
}

function isValue(value: Said['value'], sought: Sought): boolean {
	switch (typeof value) {
		case 'undefined':
			return false;
		case 'number':
		case 'bigint':
			// A bigint and a number of the same size are equal, but not strictly.
			return sought.number !== undefined && value >= sought.number && value <= sought.number;
		case 'boolean':
			return value === sought.truth;
		case 'string':
			return isText(value, sought) || isOrdered({ value, meaning: undefined }, 'same', sought);
		default:
			return sought.hex !== undefined && value.length * 2 === sought.hex.length && toHex(value) === sought.hex;
	}
}

function contains({ value, meaning }: Said, sought: Sought): boolean {
	if (hasText(meaning, sought)) return true;
	if (value === undefined) return false;
	if (!(value instanceof Uint8Array)) return hasText(String(value), sought);
	return sought.hex !== undefined && hasBytes(value, sought.hex);
}

/** Whether the digits are there, from the begin of a byte on. */
function hasBytes(bytes: Uint8Array, hex: string): boolean {
	const digits = toHex(bytes);
	for (let at = digits.indexOf(hex); at !== -1; at = digits.indexOf(hex, at + 1)) if (at % 2 === 0) return true;
	return false;
}

/** Comparisons by size are of numbers, and of texts that are written as such. */
function isOrdered({ value }: Said, is: '<' | '<=' | '>' | '>=' | 'same', { number }: Sought): boolean {
	const own = typeof value === 'string' ? numberOf(value.trim()) : value;
	if ((typeof own !== 'number' && typeof own !== 'bigint') || number === undefined) return false;
	switch (is) {
		case '<':
			return own < number;
		case '<=':
			return own <= number;
		case '>':
			return own > number;
		case '>=':
			return own >= number;
		case 'same':
			return own >= number && own <= number;
	}
}
