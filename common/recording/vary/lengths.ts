import { RECORDING_SIDES } from '../../contract/calls/recording.ts';
import { toLatin1 } from '../../payload/codec/ascii.ts';
import { headerEnd } from '../../payload/header-end.ts';
import { checksumOf } from '../../payload/index.ts';
import { CHECKSUMS, type ChecksumKind } from '../../payload/schema.ts';
import { type Said, saidBy, type Varying } from './edit.ts';
import { BINARY_NUMBERS, readNumber } from './numbers.ts';

/** Bytes before a length field at most. */
const MOST_BEFORE = 8;

/** The value of Content-Length where the bytes behind the header are exactly so many. */
function contentLength({
	bytes,
}: Said): { readonly at: number; readonly digits: string; readonly body: number } | undefined {
	const body = headerEnd(bytes);
	if (body < 0) return undefined;
	const match = /\r?\nContent-Length:[ \t]*(\d+)(?=[ \t]*\r?\n)/i.exec(toLatin1(bytes.subarray(0, body)));
	const digits = match?.[1];
	if (match === null || digits === undefined || Number(digits) !== bytes.length - body) return undefined;
	return { at: match.index + match[0].length - digits.length, digits, body };
}

/** Content-Length, so that a changed body keeps a true one. */
export function varyingContentLengths(said: readonly Said[]): Varying[] {
	return RECORDING_SIDES.flatMap((from): Varying[] => {
		const parts = saidBy(said, from).flatMap((one) => {
			const found = contentLength(one);
			if (found === undefined) return [];
			const { turn } = one;
			const length = { type: 'template', text: '{{len body..}}' } as const;
			const mark = { type: 'template', text: '{{mark body}}' } as const;
			return [
				{ turn, edit: { at: found.at, length: found.digits.length, send: length } },
				{ turn, edit: { at: found.body, length: 0, send: mark } },
			];
		});
		if (parts.length === 0) return [];
		return [{ kind: 'length', from, reason: { name: 'contentLength' }, parts }];
	});
}

/** A binary field whose value is the number of bytes behind it, or of the whole message, in every message of a side. */
export function varyingBinaryLengths(said: readonly Said[]): Varying[] {
	return RECORDING_SIDES.flatMap((from): Varying[] => {
		const all = saidBy(said, from);
		const lengths = new Set(all.map(({ bytes }) => bytes.length));
		for (const form of BINARY_NUMBERS) {
			// One byte is right by chance too often.
			if (lengths.size < (form.size === 1 ? 4 : 2)) continue;
			for (let at = 0; at <= MOST_BEFORE; at++) {
				for (const whole of [false, true]) {
					const fits = all.every(({ bytes }) => {
						const value = readNumber(bytes, at, form);
						return value === BigInt(whole ? bytes.length : bytes.length - at - form.size);
					});
					if (!fits) continue;
					const text = whole ? `{{len all ${form.name}}}` : `{{len ${form.name}}}`;
					const edit = { at, length: form.size, send: { type: 'template', text } } as const;
					const name = whole ? 'wholeLength' : 'length';
					return [{ kind: 'length', from, reason: { name }, parts: all.map(({ turn }) => ({ turn, edit })) }];
				}
			}
		}
		return [];
	});
}

function hasChecksum(bytes: Uint8Array, kind: ChecksumKind): boolean {
	const { length } = checksumOf(new Uint8Array(), kind);
	if (bytes.length <= length) return false;
	const at = bytes.length - length;
	return checksumOf(bytes.subarray(0, at), kind).every((byte, n) => byte === bytes[at + n]);
}

/** A checksum at the end of every message of a side that is right in all of them. */
export function varyingChecksums(said: readonly Said[]): Varying[] {
	return RECORDING_SIDES.flatMap((from): Varying[] => {
		const all = saidBy(said, from);
		const different = new Set(all.map(({ bytes }) => toLatin1(bytes))).size;
		for (const kind of CHECKSUMS) {
			const { length } = checksumOf(new Uint8Array(), kind);
			// The more bytes, the less likely by chance: 1 in 65,536 at least.
			if (length === 0 || different * length < 4) continue;
			if (!all.every(({ bytes }) => hasChecksum(bytes, kind))) continue;
			const parts = all.map(({ turn, bytes }) => ({
				turn,
				edit: {
					at: bytes.length - length,
					length,
					send: { type: 'template', text: `{{${kind}}}` } as const,
					expect: `.{${length}}`,
					dependent: true,
				},
			}));
			return [{ kind: 'checksum', from, reason: { name: 'checksum', checksum: kind }, parts }];
		}
		return [];
	});
}
