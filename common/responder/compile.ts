import { WirebenchError } from '../contract/errors.ts';
import type { Action, Responder, Rule } from '../contract/responder.ts';
import type { Fault } from '../payload/fault.ts';
import { compileMatch, type Matcher } from './matcher.ts';
import type { PlaceholderScope } from './placeholder.ts';
import type { Captures } from './regex.ts';
import { compileTemplate, type Template } from './template.ts';

export interface CompiledAction {
	readonly delayMs: number;
	/** Absent: nothing is sent. */
	readonly reply: Template | undefined;
	readonly after: Action['after'];
}

/** The action that answers a message, and the captures its template may use. */
export interface Answer {
	readonly action: CompiledAction;
	readonly captures: Captures | undefined;
}

export interface CompiledResponder {
	readonly onOpen: CompiledAction | undefined;
	/** The first rule that matches, or undefined: then the message stays without an answer. */
	answer(message: Uint8Array): Answer | undefined;
}

function refuse({ message, position }: Fault, path: string): never {
	throw new WirebenchError('bad-input', message, { path, position });
}

function compileAction(action: Action, scope: PlaceholderScope, path: string): CompiledAction {
	const { delayMs, after, reply } = action;
	if (reply === undefined) return { delayMs, after, reply: undefined };
	const result = compileTemplate(reply, scope);
	return result.ok ? { delayMs, after, reply: result.template } : refuse(result, `${path}.reply`);
}

interface CompiledRule {
	readonly matches: Matcher;
	/** The answer of a rule without captures, made once. */
	readonly answer: Answer;
}

function compileRule(rule: Rule, path: string): CompiledRule {
	const match = compileMatch(rule.match);
	if (!match.ok) refuse(match, `${path}.match.pattern`);
	const action = compileAction(rule, { message: true, regex: match.regex }, path);
	return { matches: match.matches, answer: { action, captures: undefined } };
}

/**
 * Checks a responder and makes it ready to answer. Fails with `bad-input`, the path of the faulty text (it begins
 * with `path`) and the zero-based position in it.
 */
export function compileResponder(responder: Responder, path = 'responder'): CompiledResponder {
	const onOpen = responder.onOpen && compileAction(responder.onOpen, { message: false }, `${path}.onOpen`);
	const rules = responder.rules.map((rule, index) => compileRule(rule, `${path}.rules[${index}]`));
	return {
		onOpen,
		answer(message) {
			for (const { matches, answer } of rules) {
				const hit = matches(message);
				if (hit === true) return answer;
				if (hit !== false) return { action: answer.action, captures: hit };
			}
			return undefined;
		},
	};
}
