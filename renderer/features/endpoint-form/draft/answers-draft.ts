import type { ComposedMessage } from '../../../../common/contract/config/fields.ts';
import type { Action, ReplyFile, Responder, Rule } from '../../../../common/contract/config/responder.ts';
import type { PayloadFormat } from '../../../../common/payload/schema.ts';
import { type RuleMatchDraft, ruleMatchDraft, ruleMatchInput } from './match-draft.ts';
import { numberOf, type UncheckedFields } from './numbers.ts';
import { type ScriptDraft, scriptDraft, scriptInput } from './script-draft.ts';

/** The answers of an endpoint while they are edited. */
export interface AnswersDraft extends ScriptDraft {
	/** Whether `onOpen` applies. */
	readonly greets: boolean;
	readonly onOpen: ActionDraft;
	readonly rules: readonly RuleDraft[];
	/** Messages end where a rule matches. */
	readonly join: boolean;
}

export interface ActionDraft {
	readonly delayMs: string;
	readonly replyFormat: PayloadFormat | 'nothing' | 'fields';
	readonly reply: string;
	/** Of a reply by fields: the id of its structure, and the values. */
	readonly composeStructure: string;
	readonly composeValues: ComposedMessage['values'];
	/** Whether a file follows the reply. */
	readonly hasFile: boolean;
	readonly filePath: string;
	/** Empty: the path is that of a file. */
	readonly fileName: string;
	readonly fileMissing: ReplyFile['missing'];
	readonly after: Action['after'];
}

export interface RuleDraft extends ActionDraft, RuleMatchDraft {
	/** Identifies rules while they are moved. */
	readonly key: number;
	/** Index of the rule in the stored config. */
	readonly origin?: number;
	/** Empty: in every state. */
	readonly when: string;
	/** Empty: the state stays. */
	readonly next: string;
}

let lastKey = 0;

/** An echo rule to start from; for a regular expression the reply is still to be written. */
export function newRule(match: 'any' | 'regex' = 'any'): RuleDraft {
	lastKey += 1;
	return {
		key: lastKey,
		...ruleMatchDraft({ type: 'any' }),
		match,
		when: '',
		next: '',
		...actionDraft({ delayMs: 0, reply: { format: 'text', text: match === 'regex' ? '' : '{{data}}' }, after: 'keep' }),
	};
}

export function answersDraft({ onOpen, rules, join = false, script }: Responder): AnswersDraft {
	return {
		greets: onOpen !== undefined,
		onOpen: actionDraft(onOpen ?? { delayMs: 0, reply: { format: 'text', text: 'Welcome!' }, after: 'keep' }),
		rules: rules.map((rule, origin) => ({ ...ruleDraft(rule), origin })),
		join,
		...scriptDraft(script),
	};
}

function ruleDraft({ match, when = '', next = '', ...action }: Rule): RuleDraft {
	return { ...newRule(), ...actionDraft(action), ...ruleMatchDraft(match), when, next };
}

function actionDraft({ delayMs, reply, compose, file, after }: Action): ActionDraft {
	return {
		delayMs: String(delayMs),
		replyFormat: compose === undefined ? (reply?.format ?? 'nothing') : 'fields',
		reply: reply?.text ?? '',
		composeStructure: compose?.structure ?? '',
		composeValues: compose?.values ?? {},
		hasFile: file !== undefined,
		filePath: file?.path ?? '',
		fileName: file?.name ?? '',
		fileMissing: file?.missing ?? 'error',
		after,
	};
}

/** The input for the schema. */
export function answersInput(draft: AnswersDraft): UncheckedFields<Responder> {
	return draft.answersBy === 'script' ? { script: scriptInput(draft) } : rulesInput(draft);
}

/** The responder of a draft. */
export function rulesInput({ greets, onOpen, rules, join }: AnswersDraft) {
	return {
		...(greets ? { onOpen: action(onOpen) } : {}),
		rules: rules.map((rule) => ({ match: ruleMatchInput(rule), ...statesInput(rule), ...action(rule) })),
		...(join ? { join } : {}),
	};
}

function statesInput({ when, next }: RuleDraft): { when?: string; next?: string } {
	const one = when.trim();
	const other = next.trim();
	return { ...(one === '' ? {} : { when: one }), ...(other === '' ? {} : { next: other }) };
}

function action({ delayMs, replyFormat, reply, after, ...draft }: ActionDraft): UncheckedFields<Action> {
	const { composeStructure, composeValues } = draft;
	const { hasFile, filePath: path, fileName, fileMissing: missing } = draft;
	return {
		delayMs: numberOf(delayMs),
		after,
		...(hasFile ? { file: { path, missing, ...(fileName === '' ? {} : { name: fileName }) } } : {}),
		...(replyFormat === 'fields' ? { compose: { structure: composeStructure, values: composeValues } } : {}),
		...(replyFormat === 'fields' || replyFormat === 'nothing' ? {} : { reply: { format: replyFormat, text: reply } }),
	};
}
