import { parseHex } from '../../payload/hex-notation/index.ts';
import { charsetNamed } from '../../payload/index.ts';
import { encodeText } from '../../payload/text.ts';
import { WHOLE_NUMBER } from '../document/names.ts';
import { integerOf, rangeOf } from '../program/integers.ts';
import type { FloatBody, IntegerBody, TextBody } from '../program/program.ts';
import { likelyNames } from '../sentences/likely.ts';
import { type Said, saidFault } from '../sentences/said.ts';
import { unscaled } from './number.ts';
import type { FieldData } from './values.ts';

/** What a value is in a message, or what is wrong with it. */
export type Written<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly said: Said };

const right = <T>(value: T): Written<T> => ({ ok: true, value });
const wrong = (said: Said): Written<never> => ({ ok: false, said });

/** The raw integer of a value: a number, digits in a text, a name of its enum, or a list of its flags. */
export function writtenInteger(data: FieldData, field: string, body: IntegerBody): Written<bigint> {
	const value = rawInteger(data, field, body);
	if (!value.ok) return value;
	const [least, most] = rangeOf(body.bits, body.isSigned);
	if (value.value >= least && value.value <= most) return value;
	return wrong(saidFault('valueBeyond', { field, least: shown(least, body), most: shown(most, body) }));
}

function shown(raw: bigint, { scale }: IntegerBody): string {
	return scale === undefined ? String(raw) : String(Number(raw) * scale.scale + scale.offset);
}

function rawInteger(data: FieldData, field: string, { names, flags, scale }: IntegerBody): Written<bigint> {
	if (typeof data === 'bigint') return right(data);
	if (typeof data === 'boolean') return right(data ? 1n : 0n);
	if (Array.isArray(data) && flags !== undefined) return flagged(data, field, flags);
	if (typeof data === 'string') {
		const text = data.trim();
		if (WHOLE_NUMBER.test(text)) return right(integerOf(text));
		if (names === undefined) return wrong(saidFault('valueNotWhole', { field }));
		const found = [...names].find(([, name]) => name === text);
		if (found !== undefined) return right(found[0]);
		const known = [...names.values()];
		return wrong(saidFault('valueNoMember', { field, name: text, names: likelyNames(text, known) }));
	}
	if (typeof data !== 'number') return wrong(saidFault('valueNotWhole', { field }));
	const raw = scale === undefined ? data : Math.round(unscaled(data, scale));
	return Number.isSafeInteger(raw) ? right(BigInt(raw)) : wrong(saidFault('valueNotWhole', { field }));
}

function flagged(data: readonly FieldData[], field: string, flags: ReadonlyMap<string, number>): Written<bigint> {
	let value = 0n;
	for (const name of data) {
		const bit = typeof name === 'string' ? flags.get(name) : undefined;
		if (bit === undefined)
			return wrong(saidFault('valueNoMember', { field, name: String(name), names: [...flags.keys()].join(', ') }));
		value |= 1n << BigInt(bit);
	}
	return right(value);
}

/** The raw number of a value. */
export function writtenFloat(data: FieldData, field: string, { scale }: FloatBody): Written<number> {
	const isSpecial = data === 'NaN' || data === 'Infinity' || data === '-Infinity';
	if (typeof data !== 'number' && typeof data !== 'bigint' && !isSpecial)
		return wrong(saidFault('valueNotNumber', { field }));
	const value = Number(data);
	return right(scale === undefined ? value : unscaled(value, scale));
}

/** The bytes of a text in its charset. */
export function writtenText(data: FieldData, field: string, { charset }: TextBody): Written<Uint8Array> {
	if (typeof data !== 'string') return wrong(saidFault('valueNotText', { field }));
	const encoded = encodeText(data, charsetNamed(charset));
	return encoded.ok ? right(encoded.bytes) : wrong(saidFault('valueWritten', { field, reason: encoded }));
}

/** Bytes, which JSON has as hexadecimal. */
export function writtenBytes(data: FieldData, field: string): Written<Uint8Array> {
	if (data instanceof Uint8Array) return right(data);
	if (typeof data !== 'string') return wrong(saidFault('valueNotBytes', { field }));
	const parsed = parseHex(data);
	return parsed.ok ? right(parsed.bytes) : wrong(saidFault('valueWritten', { field, reason: parsed }));
}
