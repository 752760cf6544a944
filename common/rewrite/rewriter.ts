import { LIMITS } from '../contract/base/limits.ts';
import type { Framing } from '../contract/config/framing.ts';
import type { ProxyDirection, rewriteSchema } from '../contract/config/proxy.ts';
import { type Message, NO_BYTES } from '../framing/framer.ts';
import { charsetNamed } from '../payload/charsets/named.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import { concat } from '../payload/codec/concat.ts';
import { faultAt } from '../payload/codec/fault-error.ts';
import { messageError } from '../sentences/message-error.ts';
import {
	compileTemplate,
	mergeNeeds,
	type Template,
	type TemplateNeeds,
	type TemplateValues,
} from '../template/index.ts';
import { lengthHead } from './length-head.ts';
import { type CompiledPlaces, compilePlaces } from './places.ts';

type Rules = ReturnType<typeof rewriteSchema.parse>[ProxyDirection];

export interface RewriteContext {
	/** The number of the message in its direction, from 1. */
	readonly n: number;
	/** Address and port of the sender. */
	readonly peer: string;
	/** What the templates need; left out where they need nothing. */
	readonly values?: TemplateValues;
}

export interface Rewriter {
	/** False without rules. */
	readonly changes: boolean;
	/** What the templates of all rules need for one message. */
	readonly needs: TemplateNeeds | undefined;
	/** Maximum nanoseconds between two calls of `mayGoOn`, for a message of this length. */
	cost(length: number): number;
	/**
	 * The bytes to pass on for a message. Fails with `too-large` when the result does not fit: pass the message on
	 * unchanged. `mayGoOn` is called in the loop; when it returns false there is no result, and the message is unchanged.
	 */
	rewrite(message: Message, context: RewriteContext, mayGoOn: () => boolean): Uint8Array | undefined;
}

interface CompiledRule extends CompiledPlaces {
	readonly template: Template;
}

/**
 * Compiles the rules of one direction. Fails with `bad-input`, the path of the faulty text (which begins with `path`)
 * and the position in it. The text of patterns and replacements is in `charset`.
 */
export function compileRewrite(rules: Rules, framing: Framing, path: string, charset: CharsetName = 'utf-8'): Rewriter {
	const compiled = rules.map(({ match, replace, scope }, index): CompiledRule => {
		const places = compilePlaces(match, scope, charset);
		if (!places.ok) throw faultAt(places, `${path}[${index}].match.pattern`);
		const template = compileTemplate(replace, { message: true, regex: places.regex }, charsetNamed(charset));
		if (!template.ok) throw faultAt(template, `${path}[${index}].replace`);
		const { nsPerByte } = template.template;
		return { ...places, template: template.template, nsPerByte: Math.max(places.nsPerByte, nsPerByte) };
	});
	const nsPerByte = compiled.reduce((most, rule) => Math.max(most, rule.nsPerByte), 0);
	return {
		changes: compiled.length > 0,
		needs: mergeNeeds(compiled.map(({ template }) => template.needs)),
		cost: (length) => nsPerByte * length,
		rewrite(message, context, mayGoOn) {
			let { data } = message;
			for (const rule of compiled) {
				const changed = mayGoOn() ? apply(rule, { ...message, data }, context, mayGoOn) : undefined;
				if (changed === undefined) return undefined;
				data = changed;
			}
			if (data === message.data) return join(message);
			return join({ ...message, ...fittingHead(framing, message, data), data });
		},
	};
}

function apply(
	{ find, template }: CompiledRule,
	message: Message,
	context: RewriteContext,
	mayGoOn: () => boolean,
): Uint8Array | undefined {
	const { data, eol, head = NO_BYTES } = message;
	const places = find(data, mayGoOn);
	if (places === undefined) return undefined;
	if (places.length === 0) return data;
	const parts: Uint8Array[] = [];
	let at = 0;
	let length = 0;
	const add = (bytes: Uint8Array): void => {
		length += bytes.length;
		if (length > LIMITS.payloadBytes) throw messageError('too-large', 'rewrittenTooLarge');
		parts.push(bytes);
	};
	for (const { start, end, captures } of places) {
		if (!mayGoOn()) return undefined;
		add(data.subarray(at, start));
		add(template.render({ ...context, data, eol, head, captures }));
		at = end;
	}
	add(data.subarray(at));
	return concat(parts);
}

/** The head with the new length, where the framing has one. */
function fittingHead(framing: Framing, { head }: Message, data: Uint8Array): { head?: Uint8Array } {
	if (framing.type !== 'length' || head === undefined) return {};
	const fitting = lengthHead(framing, head, data.length);
	if (fitting === undefined) {
		throw messageError('too-large', 'lengthFieldTooSmall', { bytes: data.length });
	}
	return { head: fitting };
}

/** A message as it stands in the stream. */
export function join({ head = NO_BYTES, data, eol }: Message): Uint8Array {
	if (head.length === 0 && eol.length === 0) return data;
	return concat([head, data, eol]);
}
