import { WirebenchError } from '../contract/base/errors.ts';
import { LIMITS } from '../contract/base/limits.ts';
import type { Fault } from '../payload/codec/fault.ts';
import type { WrittenBytes } from '../payload/schema.ts';
import { encodeWritten } from '../payload/written.ts';
import { COST } from './cost.ts';
import { FILTERS, type Filter } from './filters.ts';
import { type PlaceholderScope, parsePlaceholder, type Source } from './placeholder.ts';
import type { ReplyContext } from './reply-context.ts';

/** Produces the bytes of a reply. The result may be the message itself: do not change it. */
export type Template = (context: ReplyContext) => Uint8Array;

type Part = Uint8Array | { readonly source: Source; readonly filters: readonly Filter[] };

/** The innermost pair of braces counts: `{{{data}}}` is a placeholder between single braces. */
const PLACEHOLDER = /\{\{(?!\{)(.*?)\}\}/gsu;

function parseParts(written: WrittenBytes, scope: PlaceholderScope): { ok: true; parts: Part[] } | Fault {
	const parts: Part[] = [];
	const { text, format } = written;
	let at = 0;
	const literal = (to: number): Fault | undefined => {
		const part = text.slice(at, to);
		const open = part.indexOf('{{');
		if (open >= 0) return { ok: false, position: at + open, message: 'This {{ has no }} after it.' };
		const result = encodeWritten({ format, text: part });
		if (!result.ok) return { ...result, position: result.position + at };
		if (result.bytes.length > 0) parts.push(result.bytes);
		return undefined;
	};
	for (const found of text.matchAll(PLACEHOLDER)) {
		const wrong = literal(found.index);
		if (wrong) return wrong;
		const placeholder = parsePlaceholder(found[1] ?? '', found.index + 2, scope);
		if (!placeholder.ok) return placeholder;
		parts.push({ source: placeholder.source, filters: placeholder.filters });
		at = found.index + found[0].length;
	}
	const wrong = literal(text.length);
	return wrong ?? { ok: true, parts };
}

function renderPart(part: Part, context: ReplyContext): Uint8Array {
	if (part instanceof Uint8Array) return part;
	let bytes = part.source(context);
	for (const filter of part.filters) {
		bytes = filter(bytes);
		// A filter may double its input.
		if (bytes.length > LIMITS.payloadBytes) throw tooLarge();
	}
	return bytes;
}

function tooLarge(): WirebenchError {
	return new WirebenchError('too-large', 'The reply would be larger than 64 MiB.');
}

/** Nanoseconds per byte of the message. Bytes that are passed on unchanged cost nothing. */
function costOf(parts: readonly Part[]): number {
	let ns = 0;
	for (const part of parts) {
		if (part instanceof Uint8Array) continue;
		const copied = parts.length > 1 ? COST.copy : 0;
		ns += part.filters.reduce((sum, filter) => sum * growth(filter) + COST.scan, copied);
	}
	return ns;
}

/** Output bytes of a filter per input byte. */
function growth(filter: Filter): number {
	return filter === FILTERS.get('hex') ? 2 : 1;
}

function renderAll(parts: readonly Part[], context: ReplyContext): Uint8Array {
	const rendered: Uint8Array[] = [];
	let length = 0;
	for (const part of parts) {
		const bytes = renderPart(part, context);
		length += bytes.length;
		// Checked in the loop: a template may contain the message a thousand times.
		if (length > LIMITS.payloadBytes) throw tooLarge();
		rendered.push(bytes);
	}
	const reply = new Uint8Array(length);
	let at = 0;
	for (const bytes of rendered) {
		reply.set(bytes, at);
		at += bytes.length;
	}
	return reply;
}

/**
 * Compiles a template: bytes as written, with placeholders between double braces. Literal double braces are written
 * `\x7b\x7b` in the escaped format or `7b7b` in hex. Rendering fails with `too-large` beyond 64 MiB; `nsPerByte`: the
 * maximum cost, in nanoseconds per byte of the message.
 */
export function compileTemplate(
	written: WrittenBytes,
	scope: PlaceholderScope,
): { ok: true; template: Template; nsPerByte: number } | Fault {
	const result = parseParts(written, scope);
	if (!result.ok) return result;
	const { parts } = result;
	const [only] = parts;
	// The plain echo and the fixed text need no copy.
	const nsPerByte = costOf(parts);
	if (parts.length === 1 && only !== undefined)
		return { ok: true, nsPerByte, template: (context) => renderPart(only, context) };
	return { ok: true, nsPerByte, template: (context) => renderAll(parts, context) };
}
