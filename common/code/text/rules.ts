import type { CodeMatch, CodeRule } from '../description/program.ts';
import type { ProgramFile } from './program-file.ts';

/** A match that may fail. */
export type RealMatch = Exclude<CodeMatch, { type: 'any' }>;

/** How a language writes the branches of a statement: a condition each. */
export interface BranchSyntax<File extends ProgramFile> {
	readonly and: string;
	/** Whether a message matches; undefined where the language has no equal. */
	readonly matches: (match: RealMatch, rule: CodeRule, file: File) => string | undefined;
	/** The expression of the rule's file; undefined for a rule without one. */
	readonly source: (rule: CodeRule, file: File) => string | undefined;
	/** Whether there is such a file, which is kept in a variable. */
	readonly isThere: (source: string) => string;
	readonly inState: (name: string) => string;
	readonly toState: (name: string) => string;
	/** What a rule does but for the next state; `source`: of a file that no condition has asked for. */
	readonly answer: (rule: CodeRule, source: string | undefined) => readonly string[];
}

export interface Branch {
	/** Empty: it always holds. */
	readonly condition: string;
	readonly lines: readonly string[];
}

/** The condition of a match; an empty one always holds; undefined where the language has no equal. */
function conditionOf<File extends ProgramFile>(rule: CodeRule, syntax: BranchSyntax<File>, file: File) {
	const { match } = rule;
	const isEmpty = (match.type === 'starts' || match.type === 'ends') && match.bytes.length === 0;
	return match.type === 'any' || isEmpty ? '' : syntax.matches(match, rule, file);
}

/** The rules as branches. What has no equal is left out, and named. */
export function branchesOf<File extends ProgramFile>(
	rules: readonly CodeRule[],
	syntax: BranchSyntax<File>,
	file: File,
): Branch[] {
	return rules.flatMap((rule) => {
		const matches = conditionOf(rule, syntax, file);
		if (matches === undefined) {
			file.omissions.add('regex', rule.match.type === 'regex' ? rule.match.pattern : '');
			return [];
		}
		const source = syntax.source(rule, file);
		const mayLack = rule.file?.optional === true && source !== undefined;
		const conditions = [
			rule.when === undefined ? '' : syntax.inState(rule.when),
			matches,
			mayLack ? syntax.isThere(source) : '',
		];
		const next = rule.next === undefined || rule.after !== 'keep' ? [] : [syntax.toState(rule.next)];
		return {
			condition: conditions.filter((one) => one !== '').join(syntax.and),
			lines: [...syntax.answer(rule, mayLack ? undefined : source), ...next],
		};
	});
}
