import type { ZodError } from 'zod';
import {
	type EndpointConfig,
	type EndpointConfigInput,
	endpointConfigSchema,
	optionsOf,
	type Reconnect,
	type StreamFraming,
	streamFramingSchema,
	type TcpProxyConfig,
	type UdpProxyConfig,
} from '../../../common/contract/endpoint.ts';
import { WirebenchError } from '../../../common/contract/errors.ts';
import type { Framing } from '../../../common/contract/framing.ts';
import { LIMITS } from '../../../common/contract/limits.ts';
import { PROXY_DIRECTIONS } from '../../../common/contract/proxy.ts';
import { type Action, type Match, type Responder, responderSchema } from '../../../common/contract/responder.ts';
import type { SocketOptions } from '../../../common/contract/socket-options.ts';
import { compileFraming } from '../../../common/framing/index.ts';
import { compileResponder } from '../../../common/responder/index.ts';
import { compileRewrite } from '../../../common/rewrite/index.ts';
import { asksErrors, asksInput } from './asks-draft.ts';
import type { ActionDraft, EndpointDraft } from './draft.ts';
import { faultSentence } from './faults-draft.ts';
import type { FramingDraft, StreamFramingDraft } from './framing-draft.ts';
import { type OptionsDraft, optionsInput } from './options-draft.ts';
import { type MatchDraft, proxyInput, proxyTlsInput } from './proxy-draft.ts';
import { SCRIPT_RANGES } from './script-draft.ts';
import { tlsInput } from './tls-draft.ts';
import { viaInput } from './via-draft.ts';

/** What is wrong, by the path of the faulty part of the config, as in `responder.rules[2].match.pattern`. */
export type FormErrors = ReadonlyMap<string, string>;

export type Judged =
	| { readonly config: EndpointConfig; readonly errors: FormErrors }
	| { readonly config?: undefined; readonly errors: FormErrors };

/** The config that a draft says, checked as the host checks it; or all that is wrong with it. */
export function judge(draft: EndpointDraft): Judged {
	const parsed = endpointConfigSchema.safeParse(configInput(draft));
	if (!parsed.success) return { errors: schemaErrors(parsed.error) };
	const errors = compileErrors(parsed.data);
	return errors.size === 0 ? { config: parsed.data, errors } : { errors };
}

/** The same of the framing alone. */
export function judgeFraming(draft: StreamFramingDraft): {
	readonly framing?: StreamFraming | undefined;
	readonly errors: FormErrors;
} {
	const parsed = streamFramingSchema.safeParse(streamFraming(draft));
	if (!parsed.success) return { errors: schemaErrors(parsed.error) };
	const errors = framingErrors(parsed.data);
	return errors.size === 0 ? { framing: parsed.data, errors } : { errors };
}

/** The same of socket options alone, as those of the endpoint that has the config. */
export function judgeOptions(
	config: EndpointConfig,
	draft: OptionsDraft,
): { readonly options?: SocketOptions | undefined; readonly errors: FormErrors } {
	const parsed = endpointConfigSchema.safeParse({ ...config, options: optionsInput(config.kind, draft) });
	if (!parsed.success) return { errors: schemaErrors(parsed.error) };
	return { options: optionsOf(parsed.data), errors: new Map() };
}

/** What a schema refuses, by path, below `root` where that is given. */
export function schemaErrors(error: ZodError, root?: string): Map<string, string> {
	const errors = new Map<string, string>();
	for (const issue of error.issues) {
		const path = pathText(root === undefined ? issue.path : [root, ...issue.path]);
		if (!errors.has(path)) errors.set(path, sentenceFor(path) ?? issue.message);
	}
	return errors;
}

/** The first error at a path or below it. */
export function errorAt(errors: FormErrors, path: string): string | undefined {
	for (const [at, message] of errors) {
		if (isAtOrBelow(at, path)) return message;
	}
	return undefined;
}

/** Whether a path is another one or inside it: `rules[2].reply` is below `rules`. */
export function isAtOrBelow(path: string, above: string): boolean {
	return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}

/** `['responder', 'rules', 2, 'match']` as `responder.rules[2].match`. */
function pathText(path: readonly PropertyKey[]): string {
	return path
		.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`))
		.join('');
}

const RANGES: Readonly<Record<string, string>> = {
	backlog: 'A whole number from 1 to 65535.',
	connectTimeoutMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	idleTimeoutMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	keepAliveMs: 'Whole seconds, as milliseconds from 1000 to 32767000.',
	receiveBuffer: `A whole number of bytes from 1 to ${2 ** 30}.`,
	sendBuffer: `A whole number of bytes from 1 to ${2 ** 30}.`,
	ttl: 'A whole number from 1 to 255.',
	multicastTtl: 'A whole number from 0 to 255.',
	delayMs: `A whole number of milliseconds from 0 to ${LIMITS.delayMs}.`,
	firstMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	maxMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	attempts: 'A whole number from 0 to 1000000.',
	length: `A whole number of bytes from 1 to ${LIMITS.frameMessageBytes}.`,
	offset: `A whole number of bytes from 0 to ${LIMITS.frameHeadBytes}.`,
	adjustment: `A whole number from -${LIMITS.frameMessageBytes} to ${LIMITS.frameMessageBytes}.`,
	handshakeTimeoutMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	...SCRIPT_RANGES,
	seed: 'A whole number from 0 to 4294967295.',
	idleMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	timeoutMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	repeats: 'A whole number from 0 to 1000.',
	ms: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
};

/** Our own sentence for a number whose schema has only a general one. */
function sentenceFor(path: string): string | undefined {
	return faultSentence(path) ?? RANGES[path.slice(path.lastIndexOf('.') + 1)];
}

/** What only shows when texts are compiled: hex, escapes, templates, regular expressions. Every rule is tried by itself. */
function compileErrors(config: EndpointConfig): Map<string, string> {
	const errors = 'framing' in config ? framingErrors(config) : new Map<string, string>();
	const { onOpen, rules } = 'responder' in config ? config.responder : { onOpen: undefined, rules: [] };
	if (config.kind === 'tcp-proxy' || config.kind === 'udp-proxy') rewriteErrors(errors, config);
	attempt(errors, () => compileResponder({ onOpen, rules: [] }));
	if (config.kind === 'udp') for (const [path, sentence] of asksErrors(config)) errors.set(path, sentence);
	for (const [index, rule] of rules.entries()) {
		attempt(
			errors,
			() => compileResponder({ rules: [rule] }),
			(path) => path.replace('rules[0]', `rules[${index}]`),
		);
	}
	return errors;
}

function rewriteErrors(errors: Map<string, string>, config: TcpProxyConfig | UdpProxyConfig): void {
	const { framing, framingOut = framing } =
		config.kind === 'tcp-proxy' ? config : { framing: { type: 'none' } as const, framingOut: undefined };
	const framings = { toTarget: framing, toClient: framingOut };
	for (const direction of PROXY_DIRECTIONS) {
		const path = `rewrite.${direction}`;
		for (const [index, rule] of config.rewrite[direction].entries()) {
			attempt(
				errors,
				() => compileRewrite([rule], framings[direction], path),
				(at) => at.replace('[0]', `[${index}]`),
			);
		}
	}
}

function framingErrors({ framing, framingOut }: StreamFraming): Map<string, string> {
	const errors = new Map<string, string>();
	attempt(errors, () => compileFraming(framing));
	if (framingOut !== undefined) attempt(errors, () => compileFraming(framingOut, 'framingOut'));
	return errors;
}

/** Puts what a work refuses to the errors, at the place that `place` makes of its path. */
function attempt(errors: Map<string, string>, work: () => void, place = (path: string) => path): void {
	try {
		work();
	} catch (error) {
		if (!(error instanceof WirebenchError) || error.details.path === undefined) throw error;
		errors.set(place(error.details.path), withPosition(error));
	}
}

function withPosition({ message, details }: WirebenchError): string {
	return details.position === undefined ? message : `${message} (character ${details.position + 1})`;
}

function configInput(draft: EndpointDraft): Unchecked<EndpointConfigInput> {
	const { kind, name, host, noDelay, afterPeerEnd, ledger } = draft;
	const port = numberOf(draft.port);
	const options = optionsInput(kind, draft.options);
	const responder = draft.answersBy === 'script' ? { script: scriptInput(draft) } : responderInput(draft);
	if (kind === 'udp') {
		const without = draft.remoteHost.trim() === '' && draft.remotePort.trim() === '';
		const remote = without ? undefined : { host: draft.remoteHost, port: numberOf(draft.remotePort) };
		return { kind, name, host, port, remote, asks: asksInput(draft.asks), responder, options, ledger };
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
			return { kind, name, host, port, idleMs: numberOf(draft.proxy.idleMs), ...proxy() };
	}
}

function responderInput(draft: EndpointDraft): { readonly onOpen?: unknown; readonly rules: readonly unknown[] } {
	return {
		...(draft.greets ? { onOpen: action(draft.onOpen) } : {}),
		rules: draft.rules.map((rule) => ({ match: match(rule), ...action(rule) })),
	};
}

/** The rules and what cuts the messages that they answer, whatever else is wrong; undefined while they are. */
export function judgeRules(
	draft: EndpointDraft,
): { readonly responder: Responder; readonly framing: Framing } | undefined {
	const rules = responderSchema.safeParse({ rules: responderInput(draft).rules });
	const cut = streamFramingSchema.safeParse(draft.kind === 'udp' ? {} : streamFraming(draft));
	if (!rules.success || !cut.success) return undefined;
	const errors = framingErrors(cut.data);
	attempt(errors, () => compileResponder(rules.data));
	return errors.size === 0 ? { responder: rules.data, framing: cut.data.framing } : undefined;
}

function scriptInput({ script, scriptLimits }: EndpointDraft) {
	const { timeMs, memoryMiB, outputKiB } = scriptLimits;
	const limits = { timeMs: numberOf(timeMs), memoryMiB: numberOf(memoryMiB), outputKiB: numberOf(outputKiB) };
	return { source: script, limits };
}

/** What proxies have of a client. */
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

/** The shape of a config, whose values the schema has yet to judge. */
type Unchecked<T> = T extends { kind: infer K } ? { readonly kind: K } & { readonly [P in keyof T]?: unknown } : never;

/** A number as typed: undefined when empty (its default counts, if it has one), NaN when it is none. */
function numberOf(text: string): number | undefined {
	const trimmed = text.trim();
	if (trimmed === '') return undefined;
	return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

function streamFraming({ framing, cutsOut, framingOut }: StreamFramingDraft): UncheckedFields<StreamFraming> {
	return { framing: framingInput(framing), ...(cutsOut ? { framingOut: framingInput(framingOut) } : {}) };
}

function framingInput(draft: FramingDraft): unknown {
	const { type, delimiter, length, size, order, offset, adjustment, includesHead, ms } = draft;
	switch (type) {
		case 'delimiter':
			return { type, delimiter };
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

/** A number as typed that has no default: NaN when empty too. */
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
