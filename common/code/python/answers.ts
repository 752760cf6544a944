import type { CodeAnswer, CodeRule } from '../description/program.ts';
import { usesGroups } from '../description/uses.ts';
import { block, type PythonFile } from './file.ts';
import { pathOf } from './files.ts';
import { bytesOf, regexOf, stringOf } from './literals.ts';
import { replyOf } from './values.ts';

/** How an answer is sent, and what ends its conversation. */
export interface Sending {
	readonly send: (expression: string) => readonly string[];
	/** Lines that end it; the statement that leaves the loop is the last one. */
	readonly end: readonly string[];
	readonly reset: readonly string[];
}

/** The condition of a match; an empty one always holds. */
function conditionOf(rule: CodeRule, file: PythonFile): string | undefined {
	const { match } = rule;
	switch (match.type) {
		case 'any':
			return '';
		case 'equals':
			return `data == ${bytesOf(match.bytes, file)}`;
		case 'starts':
			return `data.startswith(${bytesOf(match.bytes, file)})`;
		case 'ends':
			return `data.endswith(${bytesOf(match.bytes, file)})`;
		case 'contains':
			return `${bytesOf(match.bytes, file)} in data`;
		case 'regex': {
			const pattern = regexOf(match.pattern);
			if (pattern === undefined) return undefined;
			file.import('re');
			const search = `re.search(${pattern}, data${match.ignoreCase ? ', re.IGNORECASE' : ''})`;
			return usesGroups(rule) ? `(found := ${search})` : search;
		}
	}
}

/** What an answer does, but for the state that follows. */
export function answerLines(answer: CodeAnswer, sending: Sending, file: PythonFile, path?: string): string[] {
	const lines: string[] = [];
	const { delayMs, reply, after } = answer;
	if (delayMs > 0) {
		file.import(file.io.module);
		lines.push(file.io.sleep(delayMs / 1000));
	}
	if (answer.file !== undefined) {
		if (path !== undefined) lines.push(`path = ${path}`);
		lines.push('content = path.read_bytes()');
	}
	const parts = [replyOf(reply, file), answer.file === undefined ? '' : 'content'].filter((part) => part !== '');
	if (parts.length > 0) lines.push(...sending.send(parts.join(' + ')));
	return [...lines, ...(after === 'end' ? sending.end : after === 'reset' ? sending.reset : [])];
}

interface Branch {
	readonly condition: string;
	readonly lines: readonly string[];
}

function branchOf(rule: CodeRule, sending: Sending, file: PythonFile): Branch | undefined {
	const matches = conditionOf(rule, file);
	if (matches === undefined) {
		file.omissions.add('regex', rule.match.type === 'regex' ? rule.match.pattern : '');
		return undefined;
	}
	const path = pathOf(rule, file);
	const mayLack = rule.file?.optional === true && path !== undefined;
	const conditions = [
		rule.when === undefined ? '' : `state == ${stringOf(rule.when)}`,
		matches,
		mayLack ? `(path := ${path})` : '',
	].filter((one) => one !== '');
	const next = rule.next === undefined || rule.after !== 'keep' ? [] : [`state = ${stringOf(rule.next)}`];
	const lines = [...answerLines(rule, sending, file, mayLack ? undefined : path), ...next];
	return { condition: conditions.join(' and '), lines: lines.length === 0 ? ['pass'] : lines };
}

/** The rules as one statement with a branch each. */
export function ruleLines(rules: readonly CodeRule[], sending: Sending, file: PythonFile): string[] {
	const branches = rules.flatMap((rule) => branchOf(rule, sending, file) ?? []);
	if (branches.length === 0) return [...file.note('readsOnly'), 'print(data)'];
	return branches.flatMap(({ condition, lines }, at) => {
		if (condition === '') return at === 0 ? [...lines] : block('else:', lines);
		return block(`${at === 0 ? 'if' : 'elif'} ${condition}:`, lines);
	});
}
