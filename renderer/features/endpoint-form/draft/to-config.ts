import type { ZodError } from 'zod';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import { type StreamFraming, streamFramingSchema } from '../../../../common/contract/config/framing.ts';
import { PROXY_DIRECTIONS } from '../../../../common/contract/config/proxy.ts';
import { type Responder, responderSchema } from '../../../../common/contract/config/responder.ts';
import type { SocketOptions } from '../../../../common/contract/config/socket-options.ts';
import {
	type EndpointConfig,
	endpointConfigSchema,
	optionsOf,
	type TcpProxyConfig,
	type UdpProxyConfig,
} from '../../../../common/endpoints/index.ts';
import { compileFraming } from '../../../../common/framing/index.ts';
import { compileResponder } from '../../../../common/responder/index.ts';
import { compileRewrite } from '../../../../common/rewrite/index.ts';
import { configInput, responderInput, streamFraming } from './config-input.ts';
import type { EndpointDraft } from './draft.ts';
import { faultSentence } from './faults-draft.ts';
import type { StreamFramingDraft } from './framing-draft.ts';
import { type OptionsDraft, optionsInput } from './options-draft.ts';
import { asksErrors } from './request-list-draft.ts';
import { SCRIPT_RANGES } from './script-draft.ts';

/** Faults by the path in the config, as in `responder.rules[2].match.pattern`. */
export type FormErrors = ReadonlyMap<string, string>;

export type Judged =
	| { readonly config: EndpointConfig; readonly errors: FormErrors }
	| { readonly config?: undefined; readonly errors: FormErrors };

/** The config of a draft, validated like the host does; or all its faults. */
export function judge(draft: EndpointDraft): Judged {
	const parsed = endpointConfigSchema.safeParse(configInput(draft));
	if (!parsed.success) return { errors: schemaErrors(parsed.error) };
	const errors = compileErrors(parsed.data);
	return errors.size === 0 ? { config: parsed.data, errors } : { errors };
}

/** The same for the framing alone. */
export function judgeFraming(draft: StreamFramingDraft): {
	readonly framing?: StreamFraming | undefined;
	readonly errors: FormErrors;
} {
	const parsed = streamFramingSchema.safeParse(streamFraming(draft));
	if (!parsed.success) return { errors: schemaErrors(parsed.error) };
	const errors = framingErrors(parsed.data);
	return errors.size === 0 ? { framing: parsed.data, errors } : { errors };
}

/** The same for the socket options of an endpoint with this config. */
export function judgeOptions(
	config: EndpointConfig,
	draft: OptionsDraft,
): { readonly options?: SocketOptions | undefined; readonly errors: FormErrors } {
	const parsed = endpointConfigSchema.safeParse({ ...config, options: optionsInput(config.kind, draft) });
	if (!parsed.success) return { errors: schemaErrors(parsed.error) };
	return { options: optionsOf(parsed.data), errors: new Map() };
}

/** The faults of a schema by path, below `root` where that is given. */
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

/** Whether a path equals another one or is inside it: `rules[2].reply` is below `rules`. */
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

/** Faults that only compiling reveals: hex, escapes, templates, regular expressions. Every rule is compiled separately. */
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

/** Adds the error that `work` throws, at the path that `place` returns. */
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

/** The rules and the framing of the messages that they answer, whatever else is wrong; undefined while they have faults. */
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
