import type { CodeAnswer, CodeAnswers, CodeRule, CodeValue } from './program.ts';

/** The values that answers are made of. */
export function valuesIn({ onOpen, rules }: Pick<CodeAnswers, 'onOpen' | 'rules'>): CodeValue[] {
	const answers: CodeAnswer[] = [...(onOpen === undefined ? [] : [onOpen]), ...rules];
	return answers.flatMap(({ reply, file }) => [
		...reply.filter((part) => part.type !== 'bytes'),
		...(file?.name === undefined ? [] : [file.name]),
	]);
}

/** Whether answers use a value. */
export function uses(answers: Pick<CodeAnswers, 'onOpen' | 'rules'>, type: CodeValue['type']): boolean {
	return valuesIn(answers).some((value) => value.type === type);
}

/** Whether a rule uses what its regular expression captured. */
export function usesGroups(rule: CodeRule): boolean {
	return uses({ onOpen: undefined, rules: [rule] }, 'group');
}

/** Whether an answer ends the connection. */
export function ends({ onOpen, rules }: CodeAnswers): boolean {
	return onOpen?.after === 'end' || rules.some(({ after }) => after === 'end');
}

/** Whether an answer resets it. */
export function resets({ onOpen, rules }: CodeAnswers): boolean {
	return onOpen?.after === 'reset' || rules.some(({ after }) => after === 'reset');
}

/** Whether rules depend on a state. */
export function hasStates({ rules }: CodeAnswers): boolean {
	return rules.some(({ when }) => when !== undefined);
}
