import type { CodeAnswer, CodeRule } from '../description/program.ts';
import { usesGroups } from '../description/uses.ts';
import { block, checked, type GoFile } from './file.ts';
import { withFile } from './files.ts';
import { bytesOf, regexOf, stringOf } from './literals.ts';
import { type GoReply, replyOf } from './values.ts';

/** How an answer is sent, and what ends its conversation. */
export interface Sending {
	readonly send: (reply: GoReply) => string;
	readonly end: readonly string[];
	readonly reset: readonly string[];
}

/** A condition, and the statement in front of it; an empty one always holds. */
interface Condition {
	readonly before: string;
	readonly condition: string;
}

const ALWAYS: Condition = { before: '', condition: '' };

/** Undefined where Go has no equal. */
function conditionOf(rule: CodeRule, file: GoFile): Condition | undefined {
	const { match } = rule;
	const call = (name: string, bytes: Uint8Array): Condition => {
		if (bytes.length === 0) return ALWAYS;
		file.import('bytes');
		return { before: '', condition: `bytes.${name}(data, []byte(${bytesOf(bytes, file)}))` };
	};
	switch (match.type) {
		case 'any':
			return ALWAYS;
		case 'equals':
			return { before: '', condition: `string(data) == ${bytesOf(match.bytes, file)}` };
		case 'starts':
			return call('HasPrefix', match.bytes);
		case 'ends':
			return call('HasSuffix', match.bytes);
		case 'contains':
			return call('Contains', match.bytes);
		case 'regex': {
			const regex = regexOf(match.pattern, match.ignoreCase);
			if (regex === undefined) return undefined;
			file.import('regexp');
			const pattern = file.constant('pattern', [regex]);
			return usesGroups(rule)
				? { before: `found := ${pattern}.FindSubmatch(data); `, condition: 'found != nil' }
				: { before: '', condition: `${pattern}.Match(data)` };
		}
	}
}

/** What an answer does, but for its file and the state that follows. */
export function answerLines(answer: CodeAnswer, sending: Sending, file: GoFile): string[] {
	const { delayMs, after } = answer;
	if (delayMs > 0) file.import('time');
	const reply = replyOf(answer.reply, answer.file === undefined ? [] : ['content'], file);
	return [
		...(delayMs > 0 ? [`time.Sleep(${delayMs} * time.Millisecond)`] : []),
		...(reply === undefined ? [] : checked(`_, err := ${sending.send(reply)}`)),
		...(after === 'end' ? sending.end : after === 'reset' ? sending.reset : []),
	];
}

/** The rules, each a statement that goes on with the next message. */
export function ruleLines(rules: readonly CodeRule[], sending: Sending, file: GoFile): string[] {
	const lines = rules.flatMap((rule, at) => {
		const found = conditionOf(rule, file);
		if (found === undefined) {
			file.omissions.add('regex', rule.match.type === 'regex' ? rule.match.pattern : '');
			return [];
		}
		const state = rule.when === undefined ? '' : `state == ${stringOf(rule.when)}`;
		const condition = [found.condition, state].filter((one) => one !== '').join(' && ');
		const next = rule.next === undefined || rule.after !== 'keep' ? [] : [`state = ${stringOf(rule.next)}`];
		const inside = [...answerLines(rule, sending, file), ...next];
		const isLast = at === rules.length - 1 || inside.at(-1)?.startsWith('return') === true;
		const isSure = condition === '' && rule.file?.optional !== true;
		const body = withFile(rule, isLast || isSure ? inside : [...inside, 'continue'], file);
		return condition === '' ? body : block(`if ${found.before}${condition}`, body);
	});
	if (lines.length > 0) return lines;
	file.import('fmt');
	return [...file.note('readsOnly'), 'fmt.Printf("%q\\n", data)'];
}

/** Whether lines use a variable. */
export function usesName(lines: readonly string[], name: string): boolean {
	const pattern = new RegExp(`\\b${name}\\b`);
	return lines.some((line) => pattern.test(line.replace(/"(?:\\.|[^"\\])*"|`[^`]*`|\/\/ .*$/g, '')));
}
