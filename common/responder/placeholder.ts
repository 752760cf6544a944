import { NO_BYTES } from '../framing/framer.ts';
import { fromLatin1 } from '../payload/ascii.ts';
import { type Fault, fault } from '../payload/codec/fault.ts';
import { formatCtime } from './ctime.ts';
import { FILTERS, type Filter } from './filters.ts';
import type { ByteRegex } from './regex.ts';
import type { ReplyContext } from './reply-context.ts';

/** Produces the bytes of a placeholder before its filters. */
export type Source = (context: ReplyContext) => Uint8Array;

/** Which placeholders a template may use. */
export interface PlaceholderScope {
	/** False for a reply on open, where no message has been received. */
	readonly message: boolean;
	/** A file follows the reply. */
	readonly file?: boolean;
	/** The regular expression whose captures can be used. */
	readonly regex?: ByteRegex | undefined;
}

const MESSAGE_SOURCES: ReadonlyMap<string, Source> = new Map<string, Source>([
	['data', (context) => context.data],
	['head', (context) => context.head],
	['eol', (context) => context.eol],
	['n', (context) => fromLatin1(String(context.n))],
]);

const SOURCES: ReadonlyMap<string, Source> = new Map<string, Source>([
	['time', () => fromLatin1(formatCtime(new Date()))],
	['peer', (context) => fromLatin1(context.peer)],
	['host', (context) => fromLatin1(context.host ?? '')],
]);

const FILE_SOURCES: ReadonlyMap<string, Source> = new Map<string, Source>([
	['size', (context) => fromLatin1(String(context.file?.size ?? ''))],
	['type', (context) => fromLatin1(context.file?.type ?? '')],
]);

function capture(group: number): Source {
	return (context) => context.captures?.[group] ?? NO_BYTES;
}

function findSource(name: string, position: number, scope: PlaceholderScope): Source | Fault {
	const plain =
		SOURCES.get(name) ??
		(scope.message ? MESSAGE_SOURCES.get(name) : undefined) ??
		(scope.file ? FILE_SOURCES.get(name) : undefined);
	if (plain) return plain;
	if (FILE_SOURCES.has(name))
		return fault(position, `There is no {{${name}}} here: it is that of a file that follows.`);
	if (MESSAGE_SOURCES.has(name)) return fault(position, `There is no {{${name}}} on open: no message has come yet.`);
	const group = /^\d{1,6}$/.test(name) ? Number(name) : scope.regex?.names.get(name);
	if (group !== undefined) {
		if (!scope.regex) return fault(position, `{{${name}}} is a capture, but this rule has no regular expression.`);
		if (group <= scope.regex.groups) return capture(group);
		return fault(position, `The regular expression has ${scope.regex.groups} groups: there is no {{${name}}}.`);
	}
	const known = [
		...(scope.message ? MESSAGE_SOURCES.keys() : []),
		...SOURCES.keys(),
		...(scope.file ? FILE_SOURCES.keys() : []),
		...(scope.regex?.names.keys() ?? []),
	];
	return fault(
		position,
		`There is no {{${name}}}: it can be ${known.join(', ')}${scope.regex ? ' or the number of a group' : ''}.`,
	);
}

/** Parses the text between the braces, `name|filter|filter`; `position` is its offset in the template. */
export function parsePlaceholder(
	inside: string,
	position: number,
	scope: PlaceholderScope,
): { ok: true; source: Source; filters: Filter[] } | Fault {
	const [name = '', ...names] = inside.split('|');
	const source = findSource(name.trim(), position, scope);
	if (typeof source !== 'function') return source;
	const filters: Filter[] = [];
	let at = position + name.length + 1;
	for (const written of names) {
		const filter = FILTERS.get(written.trim());
		if (!filter)
			return fault(at, `There is no filter “${written.trim()}”: it can be ${[...FILTERS.keys()].join(', ')}.`);
		filters.push(filter);
		at += written.length + 1;
	}
	return { ok: true, source, filters };
}
