import { WirebenchError } from '../contract/base/errors.ts';
import { type Charset, UTF8 } from '../payload/charsets/charset.ts';
import { checksumOf } from '../payload/checksum.ts';
import { type Fault, fault } from '../payload/codec/fault.ts';
import { CHECKSUMS, type ChecksumKind, type WrittenBytes } from '../payload/schema.ts';
import { encodeText } from '../payload/text.ts';
import { encodeWritten } from '../payload/written.ts';
import { Args, integer } from './args.ts';
import { NOTHING_RECEIVED, type ReplyContext } from './context.ts';
import { BYTE_COST } from './cost.ts';
import { FILTERS, type Filter } from './filters.ts';
import { messageNames, messageSource, type TemplateScope } from './message-sources.ts';
import { isMarkName, readRange, resolveRange, type WrittenRange } from './range.ts';
import { CycleError, formLength, type Part, Rendering, staticLength } from './rendering.ts';
import { type Placeholder, scan } from './scan.ts';
import { type Made, type Plan, SOURCES } from './sources.ts';
import { needsValues, type TemplateNeeds } from './values.ts';

/** A template that can be rendered. */
export interface Template {
	/** Undefined where it needs nothing but a message and the clock. */
	readonly needs: TemplateNeeds | undefined;
	/** Maximum cost, in nanoseconds per byte of the received message. */
	readonly nsPerByte: number;
	/**
	 * The bytes. The result may be the received message itself: do not change it. Fails with `too-large` beyond 64 MiB,
	 * and with `bad-input` and the position of what has no value.
	 */
	render(context: ReplyContext): Uint8Array;
}

/** A part whose range is resolved when all marks are known. */
type Draft = Exclude<Part, { type: 'length' | 'checksum' }> | ((index: number, count: number) => Part | Fault);

/** Each may go over the whole message. */
const MOST_RANGES = 64;

const SUMS: ReadonlySet<string> = new Set(CHECKSUMS.filter((kind) => kind !== 'none'));

function isChecksum(name: string): name is ChecksumKind {
	return SUMS.has(name);
}

/** Reads the placeholders of one template, one after the other. */
class Reader implements Plan {
	readonly scope: TemplateScope;
	readonly counters: Plan['counters'] = new Map();
	readonly variables = new Set<string>();
	readonly environment = new Set<string>();
	readonly drafts: Draft[] = [];
	readonly marks = new Map<string, number>();
	/** A range depends on a number of bytes, so that its cycles depend on the message. */
	countsBytes = false;
	/** How many placeholders have a range. */
	ranges = 0;
	randomBytes = 0;
	readonly #charset: Charset;
	/** Bytes of a character of ASCII. */
	readonly #perCharacter: number;

	constructor(scope: TemplateScope, charset: Charset) {
		this.scope = scope;
		this.#charset = charset;
		const zero = encodeText('0', charset);
		this.#perCharacter = zero.ok ? zero.bytes.length : 1;
	}

	/** Adds a part; returns what is wrong with it. */
	read({ from, words, filters: names }: Placeholder): Fault | undefined {
		const [name, ...rest] = words;
		if (name === undefined) return fault(from + 2, 'templateEmpty', { names: this.#names().join(', ') });
		const filters = readFilters(names);
		if ('ok' in filters) return filters;
		const args = new Args(name, rest);
		const draft = name.quoted ? this.#quoted(name.text, name.at, filters) : this.#named(args, filters);
		if (draft !== undefined && 'ok' in draft) return draft;
		const wrong = args.end();
		if (wrong !== undefined) return wrong;
		if (this.ranges > MOST_RANGES) {
			return fault(from, 'templateManyRanges', { most: MOST_RANGES });
		}
		if (draft !== undefined) this.drafts.push(draft);
		return undefined;
	}

	#quoted(text: string, at: number, filters: readonly Filter[]): Draft | Fault {
		const encoded = encodeText(text, this.#charset);
		if (!encoded.ok) return { ...encoded, position: encoded.position + at };
		return filters.reduce<Uint8Array>((bytes, { apply }) => apply(bytes), encoded.bytes);
	}

	#named(args: Args, filters: readonly Filter[]): Draft | Fault | undefined {
		const { text: name, at } = args.name;
		// This name is older than those of captures; the names below are younger, and captures of rules come first.
		const received = name === 'time' ? undefined : messageSource(name, at, this.scope);
		if (received !== undefined) {
			if ('ok' in received) return this.#pointed(received, name);
			return { type: 'source', at, name, filters, length: undefined, source: received };
		}
		const made = SOURCES.get(name)?.(args, this);
		if (made !== undefined) return 'ok' in made ? made : this.#source(args, made, filters);
		if (name === 'mark') return this.#mark(args);
		if (name === 'len') return this.#length(args, filters);
		if (isChecksum(name)) return this.#checksum(args, name, filters);
		const says = this.scope.regex ? 'templateUnknownOrGroup' : 'templateUnknown';
		return this.#pointed(fault(at, says, { name, names: this.#names().join(', ') }), name);
	}

	/** An unknown name that is a variable's. */
	#pointed(wrong: Fault, name: string): Fault {
		const { variables = {} } = this.scope;
		if (!Object.hasOwn(variables, name)) return wrong;
		return fault(wrong.position, 'templateIsVariable', { wrong, name });
	}

	#names(): string[] {
		return [...messageNames(this.scope), ...SOURCES.keys(), 'len', ...SUMS, 'mark'];
	}

	#source({ name: { text: name, at } }: Args, made: Made, filters: readonly Filter[]): Draft {
		const { source, bytes, characters } = made;
		const length = bytes ?? (characters === undefined ? undefined : characters * this.#perCharacter);
		return { type: 'source', at, name, filters, source, length };
	}

	#mark(args: Args): Fault | undefined {
		const { text = '', at = args.name.at } = args.any() ?? {};
		if (!isMarkName(text)) {
			return fault(at, 'templateMarkName');
		}
		if (this.marks.has(text)) return fault(at, 'templateTwoMarks', { name: text });
		this.marks.set(text, this.drafts.length);
		return undefined;
	}

	#length(args: Args, filters: readonly Filter[]): Draft {
		const { text: name, at } = args.name;
		const range = this.#range(args, 'after');
		const form = args.form();
		const add = args.option('add', integer, 'templateAdd') ?? 0n;
		const length = formLength(form, this.#perCharacter);
		return this.#ranged(range, (resolved) => ({
			type: 'length',
			at,
			name,
			filters,
			length,
			form,
			add,
			range: resolved,
		}));
	}

	#checksum(args: Args, kind: ChecksumKind, filters: readonly Filter[]): Draft {
		const { text: name, at } = args.name;
		const { length } = checksumOf(new Uint8Array(0), kind);
		return this.#ranged(this.#range(args, 'before'), (range) => ({
			type: 'checksum',
			at,
			name,
			filters,
			length,
			kind,
			range,
		}));
	}

	#range(args: Args, usual: 'before' | 'after'): WrittenRange {
		this.ranges++;
		const range = readRange(args, usual);
		this.countsBytes ||= /\d$/.test(range.from) || /\d$/.test(range.to);
		return range;
	}

	#ranged(range: WrittenRange, make: (range: Extract<Part, { type: 'length' }>['range']) => Part): Draft {
		return (index, count) => {
			const resolved = resolveRange(range, index, count, this.marks);
			return 'ok' in resolved ? resolved : make(resolved);
		};
	}
}

function readFilters(names: Placeholder['filters']): Filter[] | Fault {
	const filters: Filter[] = [];
	for (const { text, at } of names) {
		const filter = FILTERS.get(text);
		if (!filter) return fault(at, 'templateNoFilter', { name: text, names: [...FILTERS.keys()].join(', ') });
		filters.push(filter);
	}
	return filters;
}

/** Reads everything; literals obey the written format. */
function readAll({ text, format }: WrittenBytes, reader: Reader, charset: Charset): Fault | undefined {
	const found = scan(text);
	if (!found.ok) return found;
	let at = 0;
	const literal = (to: number): Fault | undefined => {
		const piece = text.slice(at, to);
		const open = piece.indexOf('{{');
		if (open >= 0) return fault(at + open, 'templateUnclosed');
		const result = encodeWritten({ format, text: piece }, 'none', 'none', charset);
		if (!result.ok) return { ...result, position: result.position + at };
		if (result.bytes.length > 0) reader.drafts.push(result.bytes);
		return undefined;
	};
	for (const placeholder of found.placeholders) {
		const wrong = literal(placeholder.from) ?? reader.read(placeholder);
		if (wrong !== undefined) return wrong;
		at = placeholder.to;
	}
	return literal(text.length);
}

function resolveAll({ drafts }: Reader): { ok: true; parts: Part[] } | Fault {
	const parts: Part[] = [];
	for (const [index, draft] of drafts.entries()) {
		const part = typeof draft === 'function' ? draft(index, drafts.length) : draft;
		if ('ok' in part) return part;
		parts.push(part);
	}
	return { ok: true, parts };
}

/** Nanoseconds per byte of the message. Bytes that are passed on unchanged cost nothing. */
function costOf(parts: readonly Part[]): number {
	let ns = 0;
	// How many times the message can be in what is rendered.
	let copies = 0;
	let sums = 0;
	for (const part of parts) {
		if (part instanceof Uint8Array) continue;
		const copied = parts.length > 1 ? BYTE_COST.copy : 0;
		const growth = (filter: Filter): number => filter.length?.(1) ?? 1;
		ns += part.filters.reduce((sum, filter) => sum * growth(filter) + BYTE_COST.scan, copied);
		if (part.type === 'source') copies += part.filters.reduce((times, filter) => times * growth(filter), 1);
		if (part.type === 'checksum') sums += 1;
	}
	return ns + sums * copies * (BYTE_COST.scan + BYTE_COST.copy);
}

/** What is wrong with the ranges whatever the message, by rendering once with nothing in it. */
function faultInRanges(parts: readonly Part[], isFixed: boolean, charset: Charset): Fault | undefined {
	const empty = parts.map((part): Part => {
		if (part instanceof Uint8Array || part.type !== 'source') return part;
		return { ...part, source: () => new Uint8Array(part.length ?? 0) };
	});
	try {
		new Rendering(empty, NOTHING_RECEIVED, charset).whole();
		return undefined;
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		const { message, details } = error;
		const { position = 0, says } = details;
		if (says === undefined) throw error;
		// Lengths of other messages may fit.
		return isFixed || error instanceof CycleError ? { ok: false, position, message, says } : undefined;
	}
}

/**
 * Compiles a template: bytes as written, with placeholders between double braces (docs/templates.md). Text that a
 * placeholder gives is in `charset` where the format is text or escaped, else in ASCII or UTF-8.
 */
export function compileTemplate(
	written: WrittenBytes,
	scope: TemplateScope,
	charset: Charset = UTF8,
): { ok: true; template: Template } | Fault {
	const inside = written.format === 'text' || written.format === 'escaped' ? charset : UTF8;
	const reader = new Reader(scope, inside);
	const wrong = readAll(written, reader, charset);
	if (wrong !== undefined) return wrong;
	const resolved = resolveAll(reader);
	if (!resolved.ok) return resolved;
	const { parts } = resolved;
	const isFixed = parts.every((part) => staticLength(part) !== undefined);
	const broken =
		reader.ranges > 0 && (isFixed || !reader.countsBytes) ? faultInRanges(parts, isFixed, inside) : undefined;
	if (broken !== undefined) return broken;
	const { randomBytes } = reader;
	const needs: TemplateNeeds = {
		counters: [...reader.counters.values()],
		randomBytes,
		variables: [...reader.variables],
		environment: [...reader.environment],
	};
	return {
		ok: true,
		template: {
			needs: needsValues(needs) ? needs : undefined,
			nsPerByte: costOf(parts),
			render: (context) => new Rendering(parts, context, inside).whole(),
		},
	};
}
