import { toHex } from '../../payload/index.ts';
import { address4, address6 } from '../../payload/ip-text.ts';
import { dateText } from '../core/date-text.ts';
import type { FieldValue } from '../core/field.ts';
import { integer } from '../core/integer.ts';

/** Tags of the registry "CBOR Tags" of IANA that are met outside their own protocols. */
export const TAGS: ReadonlyMap<number | bigint, string> = new Map([
	[0, 'date and time'],
	[1, 'time since 1970'],
	[2, 'unsigned bignum'],
	[3, 'negative bignum'],
	[4, 'decimal fraction'],
	[5, 'bigfloat'],
	[16, 'COSE_Encrypt0'],
	[17, 'COSE_Mac0'],
	[18, 'COSE_Sign1'],
	[19, 'COSE_Countersignature'],
	[21, 'to be base64url'],
	[22, 'to be base64'],
	[23, 'to be base16'],
	[24, 'encoded CBOR'],
	[25, 'reference to a string'],
	[28, 'shared value'],
	[29, 'reference to a shared value'],
	[30, 'rational number'],
	[32, 'URI'],
	[33, 'base64url'],
	[34, 'base64'],
	[35, 'regular expression'],
	[36, 'MIME message'],
	[37, 'UUID'],
	[38, 'text with a language'],
	[52, 'IPv4'],
	[54, 'IPv6'],
	[61, 'CBOR Web Token'],
	[63, 'CBOR sequence'],
	[64, 'uint8 array'],
	[65, 'uint16 array, big endian'],
	[66, 'uint32 array, big endian'],
	[67, 'uint64 array, big endian'],
	[68, 'uint8 array, clamped'],
	[69, 'uint16 array, little endian'],
	[70, 'uint32 array, little endian'],
	[71, 'uint64 array, little endian'],
	[72, 'int8 array'],
	[73, 'int16 array, big endian'],
	[74, 'int32 array, big endian'],
	[75, 'int64 array, big endian'],
	[77, 'int16 array, little endian'],
	[78, 'int32 array, little endian'],
	[79, 'int64 array, little endian'],
	[80, 'float16 array, big endian'],
	[81, 'float32 array, big endian'],
	[82, 'float64 array, big endian'],
	[83, 'float128 array, big endian'],
	[84, 'float16 array, little endian'],
	[85, 'float32 array, little endian'],
	[86, 'float64 array, little endian'],
	[87, 'float128 array, little endian'],
	[96, 'COSE_Encrypt'],
	[97, 'COSE_Mac'],
	[98, 'COSE_Sign'],
	[100, 'days since 1970'],
	[256, 'names strings'],
	[257, 'binary MIME message'],
	[258, 'set'],
	[259, 'map'],
	[260, 'network address'],
	[261, 'network address and mask'],
	[1001, 'extended time'],
	[1002, 'duration'],
	[1003, 'period'],
	[1004, 'date'],
	[1040, 'array of several dimensions, by columns'],
	[55799, 'self-described CBOR'],
]);

/** An item: of an array its items, of a map nothing that a tag asks for. */
export type Item = FieldValue | readonly Item[] | undefined;

/** Bytes of a bignum that are written as a number: it takes the square of their number. */
const MOST_BIGNUM = 128;
/** Digits that a decimal fraction is written out to. */
const MOST_DIGITS = 40;

const isInteger = (value: Item): value is number | bigint =>
	typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));

function bignum(bytes: Item, sign: (value: bigint) => bigint): FieldValue | undefined {
	if (!(bytes instanceof Uint8Array) || bytes.length > MOST_BIGNUM) return undefined;
	return integer(sign(BigInt(`0x0${toHex(bytes)}`)));
}

/** A date; a fraction of a second is as exact as its float. */
function time(value: Item): string | undefined {
	if (typeof value !== 'number') return undefined;
	const seconds = Math.floor(value);
	return dateText(seconds, Math.floor((value - seconds) * 1e6) * 1000);
}

const parts = (value: Item): readonly Item[] => (Array.isArray(value) ? value : []);

/** A mantissa and the exponent of ten, in decimal. */
function decimal(value: Item): string | undefined {
	const [exponent, mantissa] = parts(value);
	if (!isInteger(exponent) || !isInteger(mantissa)) return undefined;
	if (exponent > MOST_DIGITS || exponent < -MOST_DIGITS) return `${mantissa}e${exponent}`;
	if (exponent >= 0) return `${mantissa}${mantissa === 0 ? '' : '0'.repeat(Number(exponent))}`;
	const sign = mantissa < 0 ? '-' : '';
	const digits = String(mantissa)
		.replace('-', '')
		.padStart(1 - Number(exponent), '0');
	return `${sign}${digits.slice(0, Number(exponent))}.${digits.slice(Number(exponent))}`;
}

/** A mantissa and the exponent of two. */
function bigfloat(value: Item): FieldValue | undefined {
	const [exponent, mantissa] = parts(value);
	if (!isInteger(exponent) || !isInteger(mantissa)) return undefined;
	const number = Number(mantissa) * 2 ** Number(exponent);
	return Number.isSafeInteger(Number(mantissa)) && Number.isFinite(number) && (number !== 0 || Number(mantissa) === 0)
		? number
		: `${mantissa} × 2^${exponent}`;
}

function rational(value: Item): string | undefined {
	const [numerator, denominator] = parts(value);
	return isInteger(numerator) && isInteger(denominator) ? `${numerator}/${denominator}` : undefined;
}

function uuid(value: Item): string | undefined {
	if (!(value instanceof Uint8Array) || value.length !== 16) return undefined;
	return toHex(value).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** An address; of a prefix (RFC 9164) the length and its bytes, in which zeros at the end are left out. */
function address(value: Item, size: 4 | 16): string | undefined {
	const text = (bytes: Uint8Array) => (size === 4 ? address4(bytes) : address6(bytes));
	if (value instanceof Uint8Array) return value.length === size ? text(value) : undefined;
	const [length, bytes] = parts(value);
	if (typeof length !== 'number' || !(bytes instanceof Uint8Array) || bytes.length > size) return undefined;
	const all = new Uint8Array(size);
	all.set(bytes);
	return `${text(all)}/${length}`;
}

const DAY = 86_400;

/** What a tag makes of its content (RFC 8949, 3.4, and the specification of each); the content where it makes nothing of it. */
export function taggedValue(tag: number | bigint, content: Item): FieldValue | undefined {
	const made = (): FieldValue | undefined => {
		switch (tag) {
			case 1:
				return time(content);
			case 2:
				return bignum(content, (value) => value);
			case 3:
				return bignum(content, (value) => -1n - value);
			case 4:
				return decimal(content);
			case 5:
				return bigfloat(content);
			case 30:
				return rational(content);
			case 37:
				return uuid(content);
			case 52:
				return address(content, 4);
			case 54:
				return address(content, 16);
			case 100:
				return typeof content === 'number' ? dateText(content * DAY, 0)?.slice(0, 10) : undefined;
			default:
				return undefined;
		}
	};
	return made() ?? (typeof content === 'object' && !(content instanceof Uint8Array) ? undefined : content);
}
