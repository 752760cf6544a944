import type { CodeAnswer, CodeRule } from '../description/program.ts';
import { usesGroups } from '../description/uses.ts';
import { type BranchSyntax, branchesOf, type RealMatch } from '../text/rules.ts';
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

/** The condition of a match; undefined where it has no equal. */
function matches(match: RealMatch, rule: CodeRule, file: PythonFile): string | undefined {
	switch (match.type) {
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

function syntaxOf(sending: Sending, file: PythonFile): BranchSyntax<PythonFile> {
	return {
		and: ' and ',
		matches,
		source: pathOf,
		isThere: (path) => `(path := ${path})`,
		inState: (name) => `state == ${stringOf(name)}`,
		toState: (name) => `state = ${stringOf(name)}`,
		answer: (rule, path) => answerLines(rule, sending, file, path),
	};
}

/** The rules as one statement with a branch each. */
export function ruleLines(rules: readonly CodeRule[], sending: Sending, file: PythonFile): string[] {
	const branches = branchesOf(rules, syntaxOf(sending, file), file);
	if (branches.length === 0) return [...file.note('readsOnly'), 'print(data)'];
	return branches.flatMap(({ condition, lines }, at) => {
		const body = lines.length === 0 ? ['pass'] : lines;
		if (condition === '') return at === 0 ? [...body] : block('else:', body);
		return block(`${at === 0 ? 'if' : 'elif'} ${condition}:`, body);
	});
}
