import { WirebenchError } from '../contract/base/errors.ts';
import type { Action, ReplyFile, Responder, Rule } from '../contract/config/responder.ts';
import type { Fault } from '../payload/codec/fault.ts';
import {
	type Captures,
	compileTemplate,
	mergeNeeds,
	type Template,
	type TemplateNeeds,
	type TemplateScope,
} from '../template/index.ts';
import { COST } from './cost.ts';
import { compileMatch, type Matcher } from './matcher.ts';

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
	/** Makes the UTF-8 of the name in the folder `path`. Absent: `path` is the file. */
	readonly name: Template | undefined;
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
}

export interface CompiledResponder {
	readonly onOpen: CompiledAction | undefined;
	/** The first matching rule, from index `from` on; undefined: the message gets no answer. */
	answer(message: Uint8Array, from?: number): Answer | undefined;
	/** How many rules there are. */
	readonly count: number;
	/** The answer of one rule to a message; undefined where it does not match. */
	try(rule: number, message: Uint8Array): Answer | undefined;
	/** The action of a rule; -1 stands for `onOpen`. */
	action(rule: number): CompiledAction | undefined;
	/** Maximum nanoseconds for answering a message of this length, its reply included. */
	cost(length: number): number;
}

function refuse({ message, position }: Fault, path: string): never {
	throw new WirebenchError('bad-input', message, { path, position });
}

function compileAction(action: Action, scope: TemplateScope, path: string): CompiledAction {
	const { delayMs, after, reply } = action;
	const file = action.file && compileFile(action.file, scope, `${path}.file`);
	const nsPerByte = file?.nsPerByte ?? 0;
	if (reply === undefined) return { delayMs, after, file, nsPerByte, reply: undefined, needs: file?.name?.needs };
	const result = compileTemplate(reply, { ...scope, file: file !== undefined });
	if (!result.ok) refuse(result, `${path}.reply`);
	const { template } = result;
	const needs = mergeNeeds([template.needs, file?.name?.needs]);
	return { delayMs, after, file, nsPerByte: nsPerByte + template.nsPerByte, reply: template, needs };
}

function compileFile({ path: file, name, missing }: ReplyFile, scope: TemplateScope, path: string): CompiledFile {
	if (name === undefined) return { path: file, missing, nsPerByte: 0, name: undefined };
	const result = compileTemplate({ format: 'text', text: name }, scope);
	if (!result.ok) refuse(result, `${path}.name`);
	return { path: file, missing, nsPerByte: result.template.nsPerByte, name: result.template };
}

interface CompiledRule {
	readonly matches: Matcher;
	/** For the match alone. */
	readonly nsPerByte: number;
	/** The answer of a rule without captures, made once. */
	readonly answer: Answer;
}

function compileRule(rule: Rule, index: number, path: string): CompiledRule {
	const match = compileMatch(rule.match);
	if (!match.ok) refuse(match, `${path}.match.pattern`);
	const action = compileAction(rule, { message: true, regex: match.regex }, path);
	return { matches: match.matches, nsPerByte: match.nsPerByte, answer: { action, captures: undefined, rule: index } };
}

/**
 * Validates and compiles a responder. Fails with `bad-input`, the path of the faulty text (it begins with `path`) and
 * the zero-based position in it.
 */
export function compileResponder(responder: Responder, path = 'responder'): CompiledResponder {
	const onOpen = responder.onOpen && compileAction(responder.onOpen, { message: false }, `${path}.onOpen`);
	const rules = responder.rules.map((rule, index) => compileRule(rule, index, `${path}.rules[${index}]`));
	const fixed = COST.rule * rules.length;
	const matching = rules.reduce((sum, rule) => sum + rule.nsPerByte, 0);
	const nsPerByte = rules.reduce((most, { answer }) => Math.max(most, answer.action.nsPerByte), 0) + matching;
	const attempt = (index: number, message: Uint8Array): Answer | undefined => {
		const rule = rules[index];
		const hit = rule?.matches(message);
		if (rule === undefined || hit === undefined || hit === false) return undefined;
		return hit === true ? rule.answer : { ...rule.answer, captures: hit };
	};
	return {
		onOpen,
		count: rules.length,
		action: (rule) => (rule < 0 ? onOpen : rules[rule]?.answer.action),
		cost: (length) => fixed + nsPerByte * length,
		try: attempt,
		answer(message, from = 0) {
			for (let index = from; index < rules.length; index++) {
				const answer = attempt(index, message);
				if (answer !== undefined) return answer;
			}
			return undefined;
		},
	};
}
