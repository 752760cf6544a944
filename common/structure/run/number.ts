import { dateText } from '../../decode/core/date-text.ts';
import type { FieldValue } from '../../decode/core/field.ts';
import { integer } from '../../decode/core/integer.ts';
import type { Value } from '../expression/ast.ts';
import type { IntegerBody, Scale } from '../program/program.ts';

/** Digits that a product with a decimal factor keeps: 3 × 0.1 is 0.3. */
const DIGITS = 15;

/** A raw number as it is shown. */
export function scaled(raw: number, { scale, offset }: Scale): number {
	const value = raw * scale + offset;
	return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : value;
}

/** The raw number of a shown one, without rounding to a whole one. */
export function unscaled(value: number, { scale, offset }: Scale): number {
	const raw = (value - offset) / scale;
	return Number.isFinite(raw) ? Number(raw.toPrecision(DIGITS)) : raw;
}

/** A value as fields have it: integers are numbers where that is exact. */
export function fieldValue(value: Value): FieldValue {
	return typeof value === 'bigint' ? integer(value) : value;
}

/** Whether an integer can mean anything. */
export function hasMeaning({ names, show, unit }: IntegerBody): boolean {
	return names !== undefined || show !== 'decimal' || unit !== '';
}

/** What an integer means: its name, its date, its number with its unit. */
export function integerMeaning(
	raw: bigint,
	value: Value,
	{ names, show, unit, bits }: IntegerBody,
): string | undefined {
	const name = names?.get(raw);
	if (name !== undefined) return name;
	if (show === 'hex')
		return `0x${BigInt.asUintN(bits, raw)
			.toString(16)
			.padStart(Math.ceil(bits / 4), '0')}`;
	if (show === 'seconds') return dateText(Number(raw), 0);
	if (show === 'milliseconds') {
		const rest = ((raw % 1000n) + 1000n) % 1000n;
		return dateText(Number((raw - rest) / 1000n), Number(rest) * 1_000_000);
	}
	return unit === '' ? undefined : `${value} ${unit}`;
}
