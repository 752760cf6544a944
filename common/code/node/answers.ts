import type { CodeAnswer, CodeRule } from '../description/program.ts';
import { usesGroups } from '../description/uses.ts';
import { joined } from '../text/lines.ts';
import { type BranchSyntax, branchesOf, type RealMatch } from '../text/rules.ts';
import { block, type NodeFile } from './file.ts';
import { fileOf } from './files.ts';
import { bufferOf, regexOf, stringOf } from './literals.ts';
import { replyOf } from './values.ts';

/** How an answer is sent, and what ends its conversation. */
export interface Sending {
	readonly send: (expression: string) => string;
	readonly end: readonly string[];
	readonly reset: readonly string[];
}

/** The condition of a match; undefined where it has no equal. */
function matches(match: RealMatch, rule: CodeRule, file: NodeFile): string | undefined {
	switch (match.type) {
		case 'equals':
			return `data.equals(${bufferOf(match.bytes, file)})`;
		case 'starts':
			return `data.subarray(0, ${match.bytes.length}).equals(${bufferOf(match.bytes, file)})`;
		case 'ends':
			return `data.subarray(-${match.bytes.length}).equals(${bufferOf(match.bytes, file)})`;
		case 'contains':
			return `data.includes(${bufferOf(match.bytes, file)})`;
		case 'regex': {
			const pattern = regexOf(match.pattern, match.ignoreCase);
			if (pattern === undefined) return undefined;
			return usesGroups(rule)
				? `(found = ${pattern}.exec(data.toString('latin1')))`
				: `${pattern}.test(data.toString('latin1'))`;
		}
	}
}

/** What an answer does, but for the state that follows. */
export function answerLines(answer: CodeAnswer, sending: Sending, file: NodeFile, read?: string): string[] {
	const lines: string[] = [];
	const { delayMs, reply, after } = answer;
	if (delayMs > 0) {
		file.import('node:timers/promises', 'setTimeout as sleep');
		lines.push(`await sleep(${delayMs});`);
	}
	if (read !== undefined) lines.push(`const file = ${read};`);
	const content = answer.file === undefined ? [] : ['file.content'];
	if (reply.length + content.length > 0) lines.push(...sending.send(replyOf(reply, file, content)).split('\n'));
	return [...lines, ...(after === 'end' ? sending.end : after === 'reset' ? sending.reset : [])];
}

function syntaxOf(sending: Sending, file: NodeFile): BranchSyntax<NodeFile> {
	return {
		and: ' && ',
		matches,
		source: fileOf,
		isThere: (source) => `(file = ${source})`,
		inState: (name) => `state === ${stringOf(name)}`,
		toState: (name) => `state = ${stringOf(name)};`,
		answer: (rule, source) => answerLines(rule, sending, file, source),
	};
}

/** The rules as one statement with a branch each. */
export function ruleLines(rules: readonly CodeRule[], sending: Sending, file: NodeFile): string[] {
	const branches = branchesOf(rules, syntaxOf(sending, file), file);
	if (branches.length === 0) return [...file.note('readsOnly'), 'console.log(data);'];
	const variables = [
		...(rules.some((rule) => rule.match.type === 'regex' && usesGroups(rule)) ? ['found'] : []),
		...(rules.some((rule) => rule.file?.optional === true) ? ['file'] : []),
	];
	const lines = branches.flatMap(({ condition, lines: body }, at) => {
		if (condition === '') return at === 0 ? [...body] : block('else', body);
		return block(`${at === 0 ? '' : 'else '}if (${condition})`, body);
	});
	return [...(variables.length === 0 ? [] : [`let ${variables.join(', ')};`]), ...joined(lines)];
}
