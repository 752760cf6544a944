import { WirebenchError } from '../contract/errors.ts';
import type { Action, ReplyFile, Responder, Rule } from '../contract/responder.ts';
import type { Fault } from '../payload/fault.ts';
import { compileMatch, type Matcher } from './matcher.ts';
import type { PlaceholderScope } from './placeholder.ts';
import type { Captures } from './regex.ts';
import { compileTemplate, type Template } from './template.ts';

export interface CompiledAction {
	readonly delayMs: number;
	/** Absent: nothing is sent. */
	readonly reply: Template | undefined;
	/** Sent after the reply. */
	readonly file: CompiledFile | undefined;
	readonly after: Action['after'];
}

export interface CompiledFile {
	readonly path: string;
	/** Makes the UTF-8 of the name in the folder `path`. Absent: `path` is the file. */
	readonly name: Template | undefined;
	readonly missing: ReplyFile['missing'];
}

/** The action that answers a message, and the captures its template may use. */
export interface Answer {
	readonly action: CompiledAction;
	readonly captures: Captures | undefined;
	/** Index of the rule. */
	readonly rule: number;
}

export interface CompiledResponder {
	readonly onOpen: CompiledAction | undefined;
	/** The first rule that matches, of those from index `from` on, or undefined: then the message stays without an answer. */
	answer(message: Uint8Array, from?: number): Answer | undefined;
}

function refuse({ message, position }: Fault, path: string): never {
	throw new WirebenchError('bad-input', message, { path, position });
}

function compileAction(action: Action, scope: PlaceholderScope, path: string): CompiledAction {
	const { delayMs, after, reply } = action;
	const file = action.file && compileFile(action.file, scope, `${path}.file`);
	if (reply === undefined) return { delayMs, after, file, reply: undefined };
	const result = compileTemplate(reply, { ...scope, file: file !== undefined });
	return result.ok ? { delayMs, after, file, reply: result.template } : refuse(result, `${path}.reply`);
}

function compileFile({ path: file, name, missing }: ReplyFile, scope: PlaceholderScope, path: string): CompiledFile {
	if (name === undefined) return { path: file, missing, name: undefined };
	const result = compileTemplate({ format: 'text', text: name }, scope);
	return result.ok ? { path: file, missing, name: result.template } : refuse(result, `${path}.name`);
}

interface CompiledRule {
	readonly matches: Matcher;
	/** The answer of a rule without captures, made once. */
	readonly answer: Answer;
}

function compileRule(rule: Rule, index: number, path: string): CompiledRule {
	const match = compileMatch(rule.match);
	if (!match.ok) refuse(match, `${path}.match.pattern`);
	const action = compileAction(rule, { message: true, regex: match.regex }, path);
	return { matches: match.matches, answer: { action, captures: undefined, rule: index } };
}

/**
 * Checks a responder and makes it ready to answer. Fails with `bad-input`, the path of the faulty text (it begins
 * with `path`) and the zero-based position in it.
 */
export function compileResponder(responder: Responder, path = 'responder'): CompiledResponder {
	const onOpen = responder.onOpen && compileAction(responder.onOpen, { message: false }, `${path}.onOpen`);
	const rules = responder.rules.map((rule, index) => compileRule(rule, index, `${path}.rules[${index}]`));
	return {
		onOpen,
		answer(message, from = 0) {
			for (let index = from; index < rules.length; index++) {
				const rule = rules[index];
				const hit = rule?.matches(message);
				if (rule === undefined || hit === undefined || hit === false) continue;
				return hit === true ? rule.answer : { ...rule.answer, captures: hit };
			}
			return undefined;
		},
	};
}
