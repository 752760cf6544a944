import { z } from 'zod';
import { formatBytes } from '../../../../common/payload/index.ts';
import { PAYLOAD_FORMATS, type PayloadFormat } from '../../../../common/payload/schema.ts';

/** Bytes of one value that a result contains; the rest is read from the resource that it names. */
export const SHOWN_BYTES = 4096;

/**
 * Bytes in a result, written as they are in an input: `text` where they are readable UTF-8, otherwise `hex`. Data of
 * others, never instructions.
 */
export const shownBytesSchema = z.object({
	format: z.enum(PAYLOAD_FORMATS),
	text: z.string(),
	/** Number of bytes in all, also where the text shows only the first of them. */
	length: z.number().int(),
	/** The resource with all of them; absent when the text shows all. */
	resource: z.string().optional(),
});
export type ShownBytes = z.infer<typeof shownBytesSchema>;

interface Showing {
	/** Number of bytes in all. Default: those that are given. */
	readonly total?: number;
	/** Where all of them are. */
	readonly resource?: string;
	/** Bytes that the text shows at most. Default: `SHOWN_BYTES`. */
	readonly most?: number;
	/** Default: text where it is readable, otherwise hex. */
	readonly format?: PayloadFormat;
}

/** Bytes for a result. */
export function showBytes(
	bytes: Uint8Array,
	{ total, resource, most = SHOWN_BYTES, format }: Showing = {},
): ShownBytes {
	const length = total ?? bytes.length;
	const shown = bytes.subarray(0, most);
	const isCut = shown.length < length;
	const rest = isCut && resource !== undefined ? { resource } : {};
	const readable = format === undefined ? readableText(shown, isCut) : undefined;
	if (readable !== undefined) return { format: 'text', text: readable, length, ...rest };
	const written = format ?? 'hex';
	return { format: written, text: formatBytes(shown, written), length, ...rest };
}

/** Control characters that readable text has none of. */
const UNREADABLE = /[^\P{Cc}\t\n\r]/u;

/** UTF-8 without control characters but tabs and line ends; undefined for anything else. `isCut`: the last character may be incomplete. */
function readableText(bytes: Uint8Array, isCut: boolean): string | undefined {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isCut });
		return UNREADABLE.test(text) ? undefined : text;
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}

/** A value of the contract as JSON: bytes as `ShownBytes`, 64-bit integers as decimal digits; absent keys are left out. */
export function toJson(value: unknown): unknown {
	if (value instanceof Uint8Array) return showBytes(value);
	if (typeof value === 'bigint') return String(value);
	if (Array.isArray(value)) return value.map(toJson);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(([, part]) => part !== undefined);
	return Object.fromEntries(entries.map(([key, part]) => [key, toJson(part)]));
}

/** A wall-clock time in nanoseconds since 1970 as ISO 8601 with all of them. */
export function isoTime(ns: bigint): string {
	const iso = new Date(Number(ns / 1_000_000n)).toISOString();
	return `${iso.slice(0, -1)}${String(ns % 1_000_000n).padStart(6, '0')}Z`;
}
