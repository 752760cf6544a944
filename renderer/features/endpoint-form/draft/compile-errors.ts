import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { type Framing, type StreamFraming, streamFramingSchema } from '../../../../common/contract/config/framing.ts';
import { PROXY_DIRECTIONS, type ProxyDirection } from '../../../../common/contract/config/proxy.ts';
import { type Responder, responderSchema } from '../../../../common/contract/config/responder.ts';
import type { SocketOptions } from '../../../../common/contract/config/socket-options.ts';
import {
	type EndpointConfig,
	endpointConfigSchema,
	optionsOf,
	type ProxyConfig,
} from '../../../../common/endpoints/index.ts';
import { compileFraming } from '../../../../common/framing/index.ts';
import { charsetOf } from '../../../../common/payload/index.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { type CompiledResponder, compiledRules, compileResponder } from '../../../../common/responder/index.ts';
import { compileRewrite } from '../../../../common/rewrite/index.ts';
import type { Programs } from '../../../../common/structure/index.ts';
import { programsNow } from '../../../app/shared/structures/programs.ts';
import { dialogWords } from '../../../words/dialogs.ts';
import { faultText } from '../../../words/errors.ts';
import { type AnswersDraft, rulesInput } from './answers-draft.ts';
import { type FormErrors, schemaErrors } from './errors.ts';
import { type StreamFramingDraft, streamFramingInput } from './framing-draft.ts';
import { type OptionsDraft, optionsInput } from './options-draft.ts';

// Faults that only compiling reveals: hex, escapes, templates, regular expressions.

/** The charset of the texts in a config, by its label. */
interface Text {
	readonly charset?: string | undefined;
}

/** Of both directions of a stream. */
export function framingErrors(config: StreamFraming & Text): Map<string, string> {
	const { framing, framingOut } = config;
	const charset = charsetOf(config);
	const errors = new Map<string, string>();
	attempt(errors, () => compileFraming(framing, 'framing', charset));
	if (framingOut !== undefined) attempt(errors, () => compileFraming(framingOut, 'framingOut', charset));
	return errors;
}

/** Rules are checked after each key: what has not changed is not compiled again. */
const compiled = compiledRules();

/** Faults of the responder; every rule is compiled separately. */
export function responderErrors(config: { readonly responder: Responder } & Text): Map<string, string> {
	const { onOpen, rules } = config.responder;
	const charset = charsetOf(config);
	const errors = new Map<string, string>();
	const programs = programsNow();
	attempt(errors, () => compileResponder({ onOpen, rules: [] }, 'responder', charset, programs));
	for (const [index, rule] of rules.entries()) {
		attempt(
			errors,
			() => compileResponder({ rules: [rule] }, 'responder', charset, programs, compiled),
			(path) => path.replace('rules[0]', `rules[${index}]`),
		);
	}
	return errors;
}

/** Faults of a stream that Wirebench answers. */
export function streamErrors(config: StreamFraming & Text & { readonly responder: Responder }): Map<string, string> {
	return new Map([...framingErrors(config), ...responderErrors(config)]);
}

/** Faults of a proxy's rules, with the framing of each direction. */
export function rewriteErrors(
	{ rewrite, charset }: Pick<ProxyConfig, 'rewrite' | 'charset'>,
	framings: Readonly<Record<ProxyDirection, Framing>>,
): Map<string, string> {
	const errors = new Map<string, string>();
	for (const direction of PROXY_DIRECTIONS) {
		const path = `rewrite.${direction}`;
		for (const [index, rule] of rewrite[direction].entries()) {
			attempt(
				errors,
				() => compileRewrite([rule], framings[direction], path, charsetOf({ charset })),
				(at) => at.replace('[0]', `[${index}]`),
			);
		}
	}
	return errors;
}

/** The framing of a draft, validated like the host does; or all its faults. */
export function judgeFraming(draft: StreamFramingDraft): {
	readonly framing?: StreamFraming | undefined;
	readonly errors: FormErrors;
} {
	const parsed = streamFramingSchema.safeParse(streamFramingInput(draft));
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

/** Rules that can be tried. */
export interface JudgedRules {
	readonly responder: Responder;
	readonly compiled: CompiledResponder;
	readonly framing: Framing;
	readonly charset: CharsetName;
}

/** The rules and the framing of the messages that they answer, whatever else is wrong; undefined while they have faults. */
export function judgeRules(
	draft: AnswersDraft & Text & Partial<StreamFramingDraft>,
	programs: Programs,
): JudgedRules | undefined {
	const charset = charsetOf(draft);
	const rules = responderSchema.safeParse({ rules: rulesInput(draft).rules, ...(draft.join ? { join: true } : {}) });
	const { framing, framingOut, cutsOut } = draft;
	const streams = framing !== undefined && framingOut !== undefined && cutsOut !== undefined;
	const cut = streamFramingSchema.safeParse(streams ? streamFramingInput({ framing, framingOut, cutsOut }) : {});
	if (!rules.success || !cut.success) return undefined;
	const errors = framingErrors({ ...cut.data, charset });
	const responder = attempt(errors, () => compileResponder(rules.data, 'responder', charset, programs, compiled));
	if (responder === undefined || errors.size > 0) return undefined;
	return { responder: rules.data, compiled: responder, framing: cut.data.framing, charset };
}

/** What `work` returns; the error that it throws is added, at the path that `place` returns. */
function attempt<T>(errors: Map<string, string>, work: () => T, place = (path: string) => path): T | undefined {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof WirebenchError) || error.details.path === undefined) throw error;
		errors.set(place(error.details.path), withPosition(error));
		return undefined;
	}
}

function withPosition({ message, details }: WirebenchError): string {
	const text = faultText({ message, says: details.says });
	const { atCharacter } = dialogWords().endpointForm.draft;
	return details.position === undefined ? text : atCharacter(text, details.position + 1);
}
