import { NO_BYTES } from '../framing/framer.ts';
import { fromLatin1 } from '../payload/codec/ascii.ts';
import { type Fault, fault } from '../payload/codec/fault.ts';
import type { CaptureNames, ReplyContext } from './context.ts';
import type { VariableValues } from './values.ts';

/** Produces a part of a message before its filters: bytes, or characters for the charset of the template. */
export type Source = (context: ReplyContext) => Uint8Array | string;

/** Which placeholders a template may use. */
export interface TemplateScope {
	/** A message has been received: not for a reply on open, and not for what a person sends. */
	readonly message: boolean;
	/** The other end is one known address. Default: true. */
	readonly peer?: boolean;
	/** A file follows the reply. */
	readonly file?: boolean;
	/** The regular expression whose captures can be used. */
	readonly regex?: CaptureNames | undefined;
	/** The variables that exist; undefined where that is known only when it is rendered. */
	readonly variables?: VariableValues | undefined;
	/** Variables of the environment that are looked at; the others are known only when it is rendered. */
	readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
}

const MESSAGE_SOURCES: ReadonlyMap<string, Source> = new Map<string, Source>([
	['data', (context) => context.data],
	['head', (context) => context.head],
	['eol', (context) => context.eol],
	['n', (context) => fromLatin1(String(context.n))],
]);

const PEER_SOURCES: ReadonlyMap<string, Source> = new Map<string, Source>([
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

/** The names that depend on what was received, without captures. */
export function messageNames({ message, peer = true, file = false, regex }: TemplateScope): string[] {
	return [
		...(message ? MESSAGE_SOURCES.keys() : []),
		...(peer ? PEER_SOURCES.keys() : []),
		...(file ? FILE_SOURCES.keys() : []),
		...(regex?.names.keys() ?? []),
	];
}

/** The source of a name that depends on what was received; undefined for any other name. */
export function messageSource(name: string, at: number, scope: TemplateScope): Source | Fault | undefined {
	const { message, peer = true, file = false, regex } = scope;
	const plain =
		(peer ? PEER_SOURCES.get(name) : undefined) ??
		(message ? MESSAGE_SOURCES.get(name) : undefined) ??
		(file ? FILE_SOURCES.get(name) : undefined);
	if (plain) return plain;
	if (FILE_SOURCES.has(name)) return fault(at, 'templateOfFile', { name });
	if (MESSAGE_SOURCES.has(name)) {
		return fault(at, peer ? 'templateOnOpen' : 'templateOfMessage', { name });
	}
	if (PEER_SOURCES.has(name)) return fault(at, 'templateOfPeer', { name });
	const group = /^\d{1,6}$/.test(name) ? Number(name) : regex?.names.get(name);
	if (group === undefined) return undefined;
	if (!regex) return fault(at, message ? 'templateRuleNoRegex' : 'templateNoRegex', { name });
	if (group <= regex.groups) return capture(group);
	return fault(at, 'templateNoGroup', { name, groups: regex.groups });
}
