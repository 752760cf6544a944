import type { StreamFraming } from '../../../../common/contract/config/framing.ts';
import type { Action, Match } from '../../../../common/contract/config/responder.ts';
import type { EndpointConfigInput, Reconnect } from '../../../../common/endpoints/index.ts';
import type { ActionDraft, EndpointDraft } from './draft.ts';
import type { FramingDraft, StreamFramingDraft } from './framing-draft.ts';
import { optionsInput } from './options-draft.ts';
import { type MatchDraft, proxyInput, proxyTlsInput } from './proxy-draft.ts';
import { asksInput } from './request-list-draft.ts';
import { tlsInput } from './tls-draft.ts';
import { viaInput } from './upstream-proxy-draft.ts';

/** A draft in the shape of a config; the schema still has to validate its values. */
export function configInput(draft: EndpointDraft): Unchecked<EndpointConfigInput> {
	const { kind, name, host, noDelay, afterPeerEnd, ledger } = draft;
	const port = numberOf(draft.port);
	const options = optionsInput(kind, draft.options);
	const responder = draft.answersBy === 'script' ? { script: scriptInput(draft) } : responderInput(draft);
	if (kind === 'udp') {
		const without = draft.remoteHost.trim() === '' && draft.remotePort.trim() === '';
		const remote = without ? undefined : { host: draft.remoteHost, port: numberOf(draft.remotePort) };
		return {
			kind,
			name,
			host,
			port,
			...familyInput(draft),
			remote,
			asks: asksInput(draft.asks),
			responder,
			options,
			ledger,
		};
	}
	if (kind === 'unix-datagram') {
		const optional = (path: string) => (path.trim() === '' ? undefined : path.trim());
		return { kind, name, path: optional(draft.path), remote: optional(draft.remotePath), responder, options, ledger };
	}
	const stream = { name, responder, afterPeerEnd, ledger, ...streamFraming(draft) };
	const { path } = draft;
	const backlog = numberOf(draft.backlog);
	const proxy = () => proxyInput(draft.proxy, match, numberOf);
	const listening = { backlog, serve: draft.serve };
	switch (kind) {
		case 'tcp-server':
			return { kind, ...stream, host, port, noDelay, ...listening, options, tls: tlsInput(kind, draft.tls) };
		case 'tcp-client':
			return {
				kind,
				...stream,
				host,
				port,
				noDelay,
				...clientInput(draft),
				tls: tlsInput(kind, draft.tls),
				reconnect: reconnectInput(draft),
				options,
			};
		case 'unix-server':
			return { kind, ...stream, path, ...listening, options };
		case 'unix-client':
			return { kind, ...stream, path, reconnect: reconnectInput(draft), options };
		case 'tcp-proxy':
			return {
				kind,
				name,
				host,
				port,
				noDelay,
				backlog,
				...dialInput(draft),
				...proxyTlsInput(draft.proxy),
				...streamFraming(draft),
				...proxy(),
			};
		case 'udp-proxy':
			return { kind, name, host, port, ...familyInput(draft), idleMs: numberOf(draft.proxy.idleMs), ...proxy() };
	}
}

/** The responder of a draft. */
export function responderInput(draft: EndpointDraft): {
	readonly onOpen?: unknown;
	readonly rules: readonly unknown[];
} {
	return {
		...(draft.greets ? { onOpen: action(draft.onOpen) } : {}),
		rules: draft.rules.map((rule) => ({ match: match(rule), ...action(rule) })),
	};
}

function scriptInput({ script, scriptLimits }: EndpointDraft) {
	const { timeMs, memoryMiB, outputKiB } = scriptLimits;
	const limits = { timeMs: numberOf(timeMs), memoryMiB: numberOf(memoryMiB), outputKiB: numberOf(outputKiB) };
	return { source: script, limits };
}

/** For datagrams: left out for any family. */
function familyInput({ family }: EndpointDraft) {
	return family === 'any' ? {} : { family };
}

/** The fields that proxies share with a client. */
function dialInput({ family, connectTimeoutMs }: EndpointDraft) {
	return { family, connectTimeoutMs: numberOf(connectTimeoutMs) };
}

function clientInput({ family, localHost, localPort, connectTimeoutMs, ...draft }: EndpointDraft) {
	return {
		via: viaInput(draft),
		family,
		connectTimeoutMs: numberOf(connectTimeoutMs),
		localHost: localHost.trim() === '' ? undefined : localHost.trim(),
		localPort: numberOf(localPort),
	};
}

function reconnectInput({
	reconnects,
	firstMs,
	maxMs,
	attempts,
}: EndpointDraft): UncheckedFields<Reconnect> | undefined {
	if (!reconnects) return undefined;
	return { firstMs: numberOf(firstMs), maxMs: numberOf(maxMs), attempts: numberOf(attempts) };
}

/** The shape of a config with values of any type. */
type Unchecked<T> = T extends { kind: infer K } ? { readonly kind: K } & { readonly [P in keyof T]?: unknown } : never;

/** A number as typed: undefined when empty (its default applies, if it has one), NaN when it is invalid. */
function numberOf(text: string): number | undefined {
	const trimmed = text.trim();
	if (trimmed === '') return undefined;
	return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** The framing of a draft. */
export function streamFraming({ framing, cutsOut, framingOut }: StreamFramingDraft): UncheckedFields<StreamFraming> {
	return { framing: framingInput(framing), ...(cutsOut ? { framingOut: framingInput(framingOut) } : {}) };
}

function framingInput(draft: FramingDraft): unknown {
	const { type, delimiter, eitherLineEnd, length, size, order, offset, adjustment, includesHead, ms } = draft;
	switch (type) {
		case 'delimiter':
			return { type, delimiter, ...(eitherLineEnd ? { eitherLineEnd } : {}) };
		case 'fixed':
			return { type, length: required(length) };
		case 'length': {
			const numbers = { size: Number(size), offset: numberOf(offset), adjustment: numberOf(adjustment) };
			return { type, ...numbers, order, includesHead };
		}
		case 'idle':
			return { type, ms: required(ms) };
		default:
			return { type };
	}
}

/** A number as typed that has no default: NaN also when empty. */
function required(text: string): number {
	return numberOf(text) ?? Number.NaN;
}

function match({ match: type, pattern, patternFormat, ignoreCase }: MatchDraft): Match {
	if (type === 'any') return { type };
	if (type === 'regex') return { type, pattern, ignoreCase };
	return { type, pattern: { format: patternFormat, text: pattern } };
}

function action({ delayMs, replyFormat, reply, after, ...draft }: ActionDraft): UncheckedFields<Action> {
	const { hasFile, filePath: path, fileName, fileMissing: missing } = draft;
	return {
		delayMs: numberOf(delayMs),
		after,
		...(hasFile ? { file: { path, missing, ...(fileName === '' ? {} : { name: fileName }) } } : {}),
		...(replyFormat === 'nothing' ? {} : { reply: { format: replyFormat, text: reply } }),
	};
}

type UncheckedFields<T> = { readonly [P in keyof T]?: unknown };
