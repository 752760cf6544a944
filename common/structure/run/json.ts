import { toHex } from '../../payload/hex.ts';
import type { FieldData } from './values.ts';

/** JSON of the values of a message: bytes in hexadecimal, integers beyond 53 bits and numbers that are none as text. */
export type PlainData = string | number | boolean | readonly PlainData[] | { readonly [name: string]: PlainData };

/** The values of a message as JSON has them. `dataOfPlain` is its inverse for the fields of a structure. */
export function plainData(data: FieldData): PlainData {
	if (typeof data === 'bigint') return String(data);
	if (typeof data === 'number') return Number.isFinite(data) ? data : String(data);
	if (typeof data !== 'object') return data;
	if (data instanceof Uint8Array) return toHex(data);
	if (isList(data)) return data.map(plainData);
	return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, plainData(value)] as const));
}

/** Values as a person writes them in JSON; null is a value that is not given. */
export function dataOfPlain(value: unknown): FieldData | undefined {
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	if (typeof value !== 'object' || value === null) return undefined;
	if (Array.isArray(value)) return value.flatMap((one) => dataOfPlain(one) ?? []);
	const known = Object.entries(value).flatMap(([name, one]) => {
		const data = dataOfPlain(one);
		return data === undefined ? [] : [[name, data] as const];
	});
	return Object.fromEntries(known);
}

function isList(data: readonly FieldData[] | { readonly [name: string]: FieldData }): data is readonly FieldData[] {
	return Array.isArray(data);
}
