import type { ByteSelection } from '../../app/shared/hex/byte-selection.ts';
import { words } from '../../words/index.ts';

export type ParsedOffset =
	| { readonly ok: true; readonly selection: ByteSelection }
	| { readonly ok: false; readonly message: string };

const NUMBER = /^([-+−])?\s*(0x[0-9a-f]+|[0-9a-f]+h|[0-9][0-9_,]*)$/i;

/**
 * Reads an offset in a payload of `total` bytes, at least 1: decimal, hexadecimal, or relative to byte `current`; or a
 * range of them, both ends included, the second of which may be relative to the first.
 */
export function parseOffset(text: string, current: number, total: number): ParsedOffset {
	const { expected, last } = words().inspector.find;
	const [first = '', second, ...others] = text.trim().split('..');
	if (others.length > 0) return { ok: false, message: expected };
	const anchor = offsetOf(first, current);
	const head = second === undefined ? anchor : offsetOf(second, anchor ?? current);
	if (anchor === undefined || head === undefined) return { ok: false, message: expected };
	if (Math.min(anchor, head) < 0 || Math.max(anchor, head) >= total) {
		return { ok: false, message: last(total - 1) };
	}
	return { ok: true, selection: { anchor, head } };
}

/** The offset, also outside of the payload; undefined for what is none. */
function offsetOf(text: string, current: number): number | undefined {
	const [, sign, digits = ''] = NUMBER.exec(text.trim()) ?? [];
	const hex = /^0x(.+)$/i.exec(digits)?.[1] ?? /^(.+)h$/i.exec(digits)?.[1];
	const value = hex === undefined ? Number.parseInt(digits.replaceAll(/[_,]/g, ''), 10) : Number.parseInt(hex, 16);
	if (!Number.isSafeInteger(value)) return undefined;
	if (sign === undefined) return value;
	return sign === '+' ? current + value : current - value;
}
