import type { NumberField } from './ast.ts';
import { FilterError, filterSentence } from './error.ts';
import type { Written } from './lexer.ts';

/** Factors by unit suffix, largest first. k, M and G are decimal; Ki, Mi and Gi binary. */
const SIZES: readonly (readonly [string, number])[] = [
	['Gi', 2 ** 30],
	['Mi', 2 ** 20],
	['Ki', 2 ** 10],
	['G', 1e9],
	['M', 1e6],
	['k', 1e3],
];
/** Nanoseconds. */
const TIMES: readonly (readonly [string, number])[] = [
	['h', 3.6e12],
	['m', 6e10],
	['s', 1e9],
	['ms', 1e6],
	['us', 1e3],
	['ns', 1],
];
const NUMBER = /^([0-9]+(?:\.[0-9]+)?)([A-Za-z]*)$/;

/** The sentence about a value that is none of the field. */
const EXPECTED = {
	conn: 'filterBadConnection',
	port: 'filterBadPort',
	len: 'filterBadLength',
	time: 'filterBadTime',
} as const satisfies Readonly<Record<NumberField, string>>;

/** Parses the value of a field: a whole number in the field's unit (bytes, ns). Throws FilterError. */
export function parseNumber(field: NumberField, { text, at, end }: Written): number {
	const match = NUMBER.exec(field === 'conn' ? text.replace(/^#/, '') : text);
	const value = match ? Number(match[1]) * (factor(field, match[2] ?? '') ?? Number.NaN) : Number.NaN;
	const rounded = Math.round(value);
	const whole = field === 'len' || field === 'time' || rounded === value;
	if (whole && rounded <= (field === 'port' ? 65_535 : Number.MAX_SAFE_INTEGER)) return rounded;
	throw new FilterError(filterSentence('bad-input', EXPECTED[field]), at, end - at);
}

function factor(field: NumberField, unit: string): number | undefined {
	if (field === 'time') return TIMES.find(([name]) => name === unit.toLowerCase())?.[1];
	if (unit === '') return 1;
	if (field !== 'len') return undefined;
	// Case is ignored: there is no milli-byte.
	return SIZES.find(([name]) => name.toLowerCase() === unit.toLowerCase().replace(/b$/, ''))?.[1];
}

/** The shortest form that parseNumber reads as the same number. */
export function printNumber(field: NumberField, value: number): string {
	if (field !== 'time') return String(value);
	if (value === 0) return '0s';
	const [unit, ns] = TIMES.find(([, factor]) => value % factor === 0) ?? ['ns', 1];
	return `${value / ns}${unit}`;
}
