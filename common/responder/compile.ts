import { LIMITS } from '../contract/base/limits.ts';
import { FIRST_STATE } from '../contract/config/first-state.ts';
import type { Action, ReplyFile, Responder, Rule } from '../contract/config/responder.ts';
import { charsetNamed } from '../payload/charsets/named.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import { faultAt, faultError } from '../payload/codec/fault-error.ts';
import { NO_PROGRAMS, type Program, type Programs } from '../structure/index.ts';
import { saidFault } from '../structure/sentences/said.ts';
import {
	type Captures,
	compileTemplate,
	mergeNeeds,
	type Template,
	type TemplateNeeds,
	type TemplateScope,
} from '../template/index.ts';
import type { Said } from '../words/sentence/said.ts';
import { COST } from './cost.ts';
import { compileFields, compileReply, type FieldMatch } from './fields.ts';
import { type CompiledMatch, compileMatch } from './matcher.ts';
import { RuleCache } from './rule-cache.ts';

export interface CompiledAction {
	readonly delayMs: number;
	/** Absent: nothing is sent. */
	readonly reply: Template | undefined;
	/** Sent after the reply. */
	readonly file: CompiledFile | undefined;
	readonly after: Action['after'];
	/** Of both. */
	readonly needs: TemplateNeeds | undefined;
	/** Maximum nanoseconds for producing its bytes, whatever the message. */
	readonly ns: number;
	/** The same per byte of the message. */
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

/** A rule whose structure does not read a message. */
export interface Unread {
	readonly rule: number;
	readonly why: Said;
}

export interface CompiledResponder {
	readonly onOpen: CompiledAction | undefined;
	/** Messages end where a rule matches, not where the framing ends them. */
	readonly joins: boolean;
	/** A rule depends on the state of the connection, so each message is decided after the one before it. */
	readonly hasStates: boolean;
	/** A rule matches by fields, which are those of a message with its length head and its delimiter. */
	readonly readsFields: boolean;
	/**
	 * The first matching rule of the state, from index `from` on; undefined: the message gets no answer. `whole`: the message with its
	 * length head and its delimiter, needed where it has them and `readsFields` is set.
	 */
	answer(message: Uint8Array, from?: number, state?: string, whole?: Uint8Array): Answer | undefined;
	/** The first rule of the state whose structure does not read a message that no rule answers, and why; undefined where each does. */
	unread(whole: Uint8Array, state: string): Unread | undefined;
	/** Examines joined bytes, at least one. `fresh`: where the ones of the last read begin. `entered` gets each tried rule. */
	join(bytes: Uint8Array, fresh: number, state: string, entered?: (rule: number) => void): JoinResult;
	/** How many rules there are. */
	readonly count: number;
	/** The answer of one rule to a message; undefined where it does not match, or does not hold in the state. As `answer`. */
	try(rule: number, message: Uint8Array, state: string, whole?: Uint8Array): Answer | undefined;
	/** The action of a rule; -1 stands for `onOpen`. */
	action(rule: number): CompiledAction | undefined;
	/** The state that follows a rule; undefined: it stays. */
	next(rule: number): string | undefined;
	/** Maximum nanoseconds for answering a message of this length, its reply included. */
	cost(length: number): number;
}

/** What the rules of a responder are compiled with. */
interface Setting {
	/** Of their text. */
	readonly charset: CharsetName;
	readonly programs: Programs;
}

/** `request`: the structure of the answered message, where the rule has read it. */
function compileAction(
	action: Action,
	scope: TemplateScope,
	path: string,
	{ charset, programs }: Setting,
	request?: Program,
): CompiledAction {
	const { delayMs, after, reply } = action;
	const file = action.file && compileFile(action.file, scope, `${path}.file`, charset);
	const nsPerByte = file?.nsPerByte ?? 0;
	if (action.compose !== undefined) {
		if (reply !== undefined) throw faultError(saidFault('composeTwice'), { path: `${path}.compose` });
		const composed = compileReply(action.compose, request, programs, `${path}.compose`);
		const [ns, each] = [composed.ns, nsPerByte + composed.nsPerByte];
		return { delayMs, after, file, ns, nsPerByte: each, reply: composed, needs: file?.name?.needs };
	}
	if (reply === undefined)
		return { delayMs, after, file, ns: 0, nsPerByte, reply: undefined, needs: file?.name?.needs };
	const result = compileTemplate(reply, { ...scope, file: file !== undefined }, charsetNamed(charset));
	if (!result.ok) throw faultAt(result, `${path}.reply`);
	const { template } = result;
	const needs = mergeNeeds([template.needs, file?.name?.needs]);
	return { delayMs, after, file, ns: 0, nsPerByte: nsPerByte + template.nsPerByte, reply: template, needs };
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

interface CompiledRule extends Pick<CompiledMatch, 'matches' | 'join' | 'ns' | 'nsPerByte'> {
	/** Undefined: it holds in every state. */
	readonly when: string | undefined;
	/** The answer of a rule without captures, made once. */
	readonly answer: Answer;
	/** Of a rule that matches by fields. */
	readonly unread: FieldMatch['unread'] | undefined;
}

/** Rules that a responder was compiled of, for the next time. */
export type CompiledRules = RuleCache<CompiledRule>;

export function compiledRules(): CompiledRules {
	return new RuleCache();
}

function compileRule(rule: Rule, index: number, path: string, setting: Setting): CompiledRule {
	const { when, next, match: written } = rule;
	if (written.type === 'fields') {
		const { program, ...match } = compileFields(written, setting.programs, `${path}.match`);
		const action = compileAction(rule, { message: true }, path, setting, program);
		return { ...match, when, answer: { action, captures: undefined, rule: index, next } };
	}
	const match = compileMatch(written, setting.charset);
	if (!match.ok) throw faultAt(match, `${path}.match.pattern`);
	const action = compileAction(rule, { message: true, regex: match.regex }, path, setting);
	return { ...match, unread: undefined, when, answer: { action, captures: undefined, rule: index, next } };
}

function holds({ when }: CompiledRule, state: string): boolean {
	return when === undefined || when === state;
}

/** Maximum nanoseconds for matching: of the rules without a state, and those of the costliest state. */
function matchingCost(rules: readonly CompiledRule[], costOf: (rule: CompiledRule) => number): number {
	const byState = new Map<string | undefined, number>();
	for (const rule of rules) byState.set(rule.when, (byState.get(rule.when) ?? 0) + costOf(rule));
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
 * the zero-based position in it. The text of patterns and replies is in `charset`, and `programs` are its structures. `cache`: rules that are
 * in it are not compiled again.
 */
export function compileResponder(
	responder: Responder,
	path = 'responder',
	charset: CharsetName = 'utf-8',
	programs: Programs = NO_PROGRAMS,
	cache?: CompiledRules,
): CompiledResponder {
	const setting: Setting = { charset, programs };
	const onOpen = responder.onOpen && compileAction(responder.onOpen, { message: false }, `${path}.onOpen`, setting);
	const rules = responder.rules.map((rule, index) => {
		const compile = () => compileRule(rule, index, `${path}.rules[${index}]`, setting);
		const compiled = cache?.of(rule, charset, programs, compile) ?? compile();
		const { answer } = compiled;
		return answer.rule === index ? compiled : { ...compiled, answer: { ...answer, rule: index } };
	});
	const most = (costOf: (action: CompiledAction) => number) =>
		rules.reduce((found, { answer }) => Math.max(found, costOf(answer.action)), 0);
	const readsFields = rules.some(({ unread }) => unread !== undefined);
	// A message that no rule answers is read again for its note.
	const reads = readsFields ? 2 : 1;
	const fixed = COST.rule * rules.length + most(({ ns }) => ns) + reads * matchingCost(rules, ({ ns }) => ns);
	const nsPerByte = most((action) => action.nsPerByte) + reads * matchingCost(rules, (rule) => rule.nsPerByte);
	const attempt = (index: number, message: Uint8Array, state: string, whole: Uint8Array): Answer | undefined => {
		const rule = rules[index];
		if (rule === undefined || !holds(rule, state)) return undefined;
		const hit = rule.matches(rule.unread === undefined ? message : whole);
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
		readsFields,
		try: (rule, message, state, whole = message) => attempt(rule, message, state, whole),
		answer(message, from = 0, state = FIRST_STATE, whole = message) {
			for (let index = from; index < rules.length; index++) {
				const answer = attempt(index, message, state, whole);
				if (answer !== undefined) return answer;
			}
			return undefined;
		},
		unread(whole, state) {
			for (const [index, rule] of rules.entries()) {
				const why = holds(rule, state) ? rule.unread?.(whole) : undefined;
				if (why !== undefined) return { rule: index, why };
			}
			return undefined;
		},
	};
}
