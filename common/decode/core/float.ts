import type { ByteOrder } from './uint.ts';

/** A number of IEEE 754 in 2, 4 or 8 bytes. */
export function floatAt(view: DataView, at: number, bytes: 2 | 4 | 8, order: ByteOrder): number {
	const little = order === 'le';
	if (bytes === 2) return float16(view.getUint16(at, little));
	return bytes === 4 ? view.getFloat32(at, little) : view.getFloat64(at, little);
}

/** IEEE 754 binary16, of its bits. */
function float16(bits: number): number {
	const sign = bits >> 15 === 0 ? 1 : -1;
	const exponent = (bits >> 10) & 0x1f;
	const fraction = bits & 0x3ff;
	if (exponent === 0) return sign * 2 ** -14 * (fraction / 1024);
	if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
	return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}
