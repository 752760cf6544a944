import { LIMITS } from '../contract/base/limits.ts';
import { FIRST_STATE } from '../contract/config/first-state.ts';
import type { Action, ReplyFile, Responder, Rule } from '../contract/config/responder.ts';
import { charsetNamed } from '../payload/charsets/named.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import { faultAt } from '../payload/codec/fault-error.ts';
import {
	type Captures,
	compileTemplate,
	mergeNeeds,
	type Template,
	type TemplateNeeds,
	type TemplateScope,
} from '../template/index.ts';
import { COST } from './cost.ts';
import { type CompiledMatch, compileMatch } from './matcher.ts';

export interface CompiledAction {
	readonly delayMs: number;
	/** Absent: nothing is sent. */
	readonly reply: Template | undefined;
	/** Sent after the reply. */
	readonly file: CompiledFile | undefined;
	readonly after: Action['after'];
	/** Of both. */
	readonly needs: TemplateNeeds | undefined;
	/** Maximum nanoseconds for producing its bytes, per byte of the message. */
	readonly nsPerByte: number;
}

export interface CompiledFile {
	readonly path: string;
	/** Makes the name in the folder `path`, in `charset`. Absent: `path` is the file. */
	readonly name: Template | undefined;
	/** Of the name: what a message says is in the charset of the endpoint. */
	readonly charset: CharsetName;
	readonly missing: ReplyFile['missing'];
	/** As of an action. */
	readonly nsPerByte: number;
}

/** The action that answers a message, and the captures available to its template. */
export interface Answer {
	readonly action: CompiledAction;
	readonly captures: Captures | undefined;
	/** Index of the rule. */
	readonly rule: number;
	/** The state of the connection after it; undefined: it stays. */
	readonly next: string | undefined;
}

/**
 * What joined bytes are. `answer`: the first `to` are a message. `unanswered`: no rule matches the first `to`. `more`:
 * further bytes are needed.
 */
export type JoinResult =
	| { readonly type: 'answer'; readonly answer: Answer; readonly to: number }
	| { readonly type: 'unanswered'; readonly to: number }
	| { readonly type: 'more' };

export interface CompiledResponder {
	readonly onOpen: CompiledAction | undefined;
	/** Messages end where a rule matches, not where the framing ends them. */
	readonly joins: boolean;
	/** A rule depends on the state of the connection, so each message is decided after the one before it. */
	readonly hasStates: boolean;
	/** The first matching rule of the state, from index `from` on; undefined: the message gets no answer. */
	answer(message: Uint8Array, from?: number, state?: string): Answer | undefined;
	/** Examines joined bytes, at least one. `fresh`: where the ones of the last read begin. `entered` gets each tried rule. */
	join(bytes: Uint8Array, fresh: number, state: string, entered?: (rule: number) => void): JoinResult;
	/** How many rules there are. */
	readonly count: number;
	/** The answer of one rule to a message; undefined where it does not match, or does not hold in the state. */
	try(rule: number, message: Uint8Array, state: string): Answer | undefined;
	/** The action of a rule; -1 stands for `onOpen`. */
	action(rule: number): CompiledAction | undefined;
	/** The state that follows a rule; undefined: it stays. */
	next(rule: number): string | undefined;
	/** Maximum nanoseconds for answering a message of this length, its reply included. */
	cost(length: number): number;
}

function compileAction(action: Action, scope: TemplateScope, path: string, charset: CharsetName): CompiledAction {
	const { delayMs, after, reply } = action;
	const file = action.file && compileFile(action.file, scope, `${path}.file`, charset);
	const nsPerByte = file?.nsPerByte ?? 0;
	if (reply === undefined) return { delayMs, after, file, nsPerByte, reply: undefined, needs: file?.name?.needs };
	const result = compileTemplate(reply, { ...scope, file: file !== undefined }, charsetNamed(charset));
	if (!result.ok) throw faultAt(result, `${path}.reply`);
	const { template } = result;
	const needs = mergeNeeds([template.needs, file?.name?.needs]);
	return { delayMs, after, file, nsPerByte: nsPerByte + template.nsPerByte, reply: template, needs };
}

function compileFile(
	{ path: file, name, missing }: ReplyFile,
	scope: TemplateScope,
	path: string,
	charset: CharsetName,
): CompiledFile {
	if (name === undefined) return { path: file, missing, charset, nsPerByte: 0, name: undefined };
	const result = compileTemplate({ format: 'text', text: name }, scope, charsetNamed(charset));
	if (!result.ok) throw faultAt(result, `${path}.name`);
	return { path: file, missing, charset, nsPerByte: result.template.nsPerByte, name: result.template };
}

interface CompiledRule extends Pick<CompiledMatch, 'matches' | 'join' | 'nsPerByte'> {
	/** Undefined: it holds in every state. */
	readonly when: string | undefined;
	/** The answer of a rule without captures, made once. */
	readonly answer: Answer;
}

function compileRule(rule: Rule, index: number, path: string, charset: CharsetName): CompiledRule {
	const match = compileMatch(rule.match, charset);
	if (!match.ok) throw faultAt(match, `${path}.match.pattern`);
	const action = compileAction(rule, { message: true, regex: match.regex }, path, charset);
	const { matches, join, nsPerByte } = match;
	const answer: Answer = { action, captures: undefined, rule: index, next: rule.next };
	return { matches, join, nsPerByte, when: rule.when, answer };
}

function holds({ when }: CompiledRule, state: string): boolean {
	return when === undefined || when === state;
}

/** Maximum nanoseconds for matching, per byte: of the rules without a state, and those of the costliest state. */
function matchingCost(rules: readonly CompiledRule[]): number {
	const byState = new Map<string | undefined, number>();
	for (const { when, nsPerByte } of rules) byState.set(when, (byState.get(when) ?? 0) + nsPerByte);
	const always = byState.get(undefined) ?? 0;
	byState.delete(undefined);
	return always + Math.max(0, ...byState.values());
}

/** What one look at the bytes gives: the first rule that matches, or that may still do. */
function look(
	rules: readonly CompiledRule[],
	bytes: Uint8Array,
	state: string,
	entered: (rule: number) => void,
): JoinResult & { readonly sure?: boolean } {
	let more = false;
	for (const [index, rule] of rules.entries()) {
		if (!holds(rule, state)) continue;
		entered(index);
		const joined = rule.join(bytes);
		if (joined.type === 'complete') {
			const { captures, taken } = joined;
			return { type: 'answer', to: taken, answer: captures === undefined ? rule.answer : { ...rule.answer, captures } };
		}
		if (joined.type === 'more' && joined.sure) return { type: 'more', sure: true };
		more ||= joined.type === 'more';
	}
	return more ? { type: 'more', sure: false } : { type: 'unanswered', to: bytes.length };
}

/**
 * The same for bytes of several reads. Where those before the last read can no longer be part of a match, or were only
 * kept because a pattern has no bound, and those of the last read begin a message, the ones before are unanswered.
 */
function joinReads(
	rules: readonly CompiledRule[],
	bytes: Uint8Array,
	fresh: number,
	state: string,
	entered: (rule: number) => void,
): JoinResult {
	const whole = look(rules, bytes, state, entered);
	if (whole.type === 'answer' || whole.sure === true) return whole;
	if (fresh > 0) {
		const last = look(rules, bytes.subarray(fresh), state, entered);
		if (last.type === 'answer' || (last.type === 'more' && whole.type === 'unanswered')) {
			return { type: 'unanswered', to: fresh };
		}
	}
	return bytes.length > LIMITS.frameMessageBytes ? { type: 'unanswered', to: bytes.length } : whole;
}

/**
 * Validates and compiles a responder. Fails with `bad-input`, the path of the faulty text (it begins with `path`) and
 * the zero-based position in it. The text of patterns and replies is in `charset`.
 */
export function compileResponder(
	responder: Responder,
	path = 'responder',
	charset: CharsetName = 'utf-8',
): CompiledResponder {
	const onOpen = responder.onOpen && compileAction(responder.onOpen, { message: false }, `${path}.onOpen`, charset);
	const rules = responder.rules.map((rule, index) => compileRule(rule, index, `${path}.rules[${index}]`, charset));
	const fixed = COST.rule * rules.length;
	const nsPerByte =
		rules.reduce((most, { answer }) => Math.max(most, answer.action.nsPerByte), 0) + matchingCost(rules);
	const attempt = (index: number, message: Uint8Array, state: string): Answer | undefined => {
		const rule = rules[index];
		if (rule === undefined || !holds(rule, state)) return undefined;
		const hit = rule.matches(message);
		if (hit === false) return undefined;
		return hit === true ? rule.answer : { ...rule.answer, captures: hit };
	};
	return {
		onOpen,
		count: rules.length,
		action: (rule) => (rule < 0 ? onOpen : rules[rule]?.answer.action),
		next: (rule) => rules[rule]?.answer.next,
		cost: (length) => fixed + nsPerByte * length,
		joins: responder.join === true,
		hasStates: responder.rules.some(({ when }) => when !== undefined),
		join: (bytes, fresh, state, entered = () => undefined) => joinReads(rules, bytes, fresh, state, entered),
		try: attempt,
		answer(message, from = 0, state = FIRST_STATE) {
			for (let index = from; index < rules.length; index++) {
				const answer = attempt(index, message, state);
				if (answer !== undefined) return answer;
			}
			return undefined;
		},
	};
}
