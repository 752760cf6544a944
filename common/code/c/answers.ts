import type { CodeAnswer, CodeRule } from '../description/program.ts';
import { block, type CFile } from './file.ts';
import { fileLines } from './files.ts';
import { defineSendAll } from './helpers.ts';
import { posixOf, stringOf } from './literals.ts';
import { literalCall, replyLines } from './values.ts';

/** How a program sends, as the head of a call, and what it does when that fails. */
export type Send = (bytes: string, length: string) => string;

/** A stream, whose answers return whether the conversation goes on. */
export const STREAM = (file: CFile): Send => {
	defineSendAll(file);
	return (bytes, length) => `if (!send_all(connection, ${bytes}, ${length})) return false;`;
};

interface Matched {
	readonly condition: string;
	readonly before: readonly string[];
	readonly groups: readonly number[];
}

function literalMatch(call: string, bytes: Uint8Array): string {
	return `${call}(message, ${stringOf(bytes).join(' ')}, ${bytes.length})`;
}

const HELPERS = {
	equals: 'message->length == length && memcmp(message->data, text, length) == 0',
	starts: 'message->length >= length && memcmp(message->data, text, length) == 0',
	ends: 'message->length >= length && memcmp(message->data + message->length - length, text, length) == 0',
	contains: 'memmem(message->data, message->length, text, length) != NULL',
} as const;

/** Undefined where C has no equal. */
function matchOf({ match }: CodeRule, number: number, file: CFile): Matched | undefined {
	switch (match.type) {
		case 'any':
			return { condition: '', before: [], groups: [] };
		case 'regex': {
			const posix = posixOf(match.pattern, match.ignoreCase);
			if (posix === undefined) return undefined;
			file.include('regex.h');
			const flags = ['REG_EXTENDED', ...(posix.ignoreCase ? ['REG_ICASE'] : [])].join(' | ');
			file.define(
				'matches',
				block(
					'static bool matches(const struct message *message, const char *pattern, int flags, regmatch_t found[10])',
					'regex_t regex;',
					'if (regcomp(&regex, pattern, flags) != 0) return false;',
					file.note('startEnd'),
					'found[0].rm_so = 0;',
					'found[0].rm_eo = (regoff_t)message->length;',
					'bool good = regexec(&regex, message->data, 10, found, REG_STARTEND) == 0;',
					'regfree(&regex);',
					'return good;',
				),
			);
			const found = `found_${number}`;
			return {
				condition: `matches(message, ${stringOf(posix.pattern).join(' ')}, ${flags}, ${found})`,
				before: [`regmatch_t ${found}[10];`],
				groups: posix.groups,
			};
		}
		default:
			file.include('string.h');
			file.define(
				match.type,
				block(
					`static bool ${match.type}(const struct message *message, const char *text, size_t length)`,
					`return ${HELPERS[match.type]};`,
				),
			);
			return { condition: literalMatch(match.type, match.bytes), before: [], groups: [] };
	}
}

/** Sends the reply of an answer. */
function sendLines(answer: CodeAnswer, groups: readonly number[], send: Send, file: CFile): string[] {
	const [only, ...others] = answer.reply;
	const isSingle = others.length === 0 && answer.file === undefined;
	if (only === undefined && answer.file === undefined) return [];
	if (only !== undefined && isSingle && only.type === 'bytes') {
		const call = send('\0', '\0');
		const [before = '', middle = '', after = ''] = call.split('\0');
		return stringOf(only.bytes).length === 1
			? [`${before}${stringOf(only.bytes).join('')}${middle}${only.bytes.length}${after}`]
			: [
					...literalCall('static const char text[] =', only.bytes).map((line) => line.replace(/, \d+\);$/, ';')),
					send('text', 'sizeof text - 1'),
				];
	}
	if (only !== undefined && isSingle && only.type === 'data' && only.filters.length === 0) {
		return [send('message->data', 'message->length')];
	}
	const content =
		answer.file === undefined
			? []
			: [
					'append(&reply, content.bytes, content.length);',
					'free(content.bytes);',
					...(answer.file?.name === undefined ? [] : ['free(name.bytes);']),
				];
	return ['struct buffer reply = {0};', ...replyLines(answer.reply, groups, file), ...content, ...sentAndFreed(send)];
}

/** The reply is freed whether it was sent or not. */
function sentAndFreed(send: Send): string[] {
	const call = send('reply.bytes', 'reply.length');
	const condition = /^if \(!(.*)\) return false;$/.exec(call)?.[1];
	if (condition === undefined) return [call, 'free(reply.bytes);'];
	return [`bool sent = ${condition};`, 'free(reply.bytes);', 'if (!sent) return false;'];
}

/** What an answer does; it ends with the statement that ends the conversation, if it does. */
export function answerLines(answer: CodeAnswer, groups: readonly number[], send: Send, file: CFile): string[] {
	const lines: string[] = [];
	if (answer.delayMs > 0) {
		file.include('unistd.h');
		const { delayMs } = answer;
		lines.push(delayMs % 1000 === 0 ? `sleep(${delayMs / 1000});` : `usleep(${delayMs} * 1000);`);
	}
	lines.push(...sendLines(answer, groups, send, file));
	if (answer.after === 'reset') {
		file.include('sys/socket.h');
		lines.push(
			...file.note('reset'),
			'struct linger linger = {.l_onoff = 1, .l_linger = 0};',
			'setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, sizeof linger);',
		);
	}
	return answer.after === 'keep' ? lines : [...lines, 'return false;'];
}

/** The rules, each a block that returns whether the conversation goes on. */
export function ruleLines(rules: readonly CodeRule[], send: Send, goesOn: string, file: CFile): string[] {
	const lines = rules.flatMap((rule, number) => {
		const matched = matchOf(rule, number, file);
		if (matched === undefined) {
			file.omissions.add('regex', rule.match.type === 'regex' ? rule.match.pattern : '');
			return [];
		}
		const { condition, before, groups } = matched;
		const found = before.length === 0 ? '' : `found_${number}`;
		const inside = answerLines(rule, groups, send, file).map((line) => line.replaceAll('found[', `${found}[`));
		const files = fileLines(rule, groups, file).map((line) => line.replaceAll('found[', `${found}[`));
		const ended = shortened(rule.after === 'keep' ? [...inside, goesOn] : inside);
		const body = files.length === 0 ? ended : [...files, ...block('if (is_there)', ended), ...freed(rule)];
		if (condition === '') return body;
		return [...before, ...block(`if (${condition})`, body)];
	});
	const last = rules.at(-1);
	const isComplete = last?.match.type === 'any' && last.file?.optional !== true;
	return isComplete ? lines : [...lines, goesOn];
}

/** The same with one statement where the result of sending is what is returned, or does not matter. */
export function shortened(lines: readonly string[]): string[] {
	const last = lines.at(-1);
	const before = lines.at(-2) ?? '';
	const call = /^if \(!(.*)\) return false;$/.exec(before)?.[1];
	if (call === undefined) return [...lines];
	const start = lines.slice(0, -2);
	if (last === 'return true;') return [...start, `return ${call};`];
	if (last !== 'return false;') return [...lines];
	if (call !== 'sent') return [...start, `${call};`, last];
	return [...start.map((line) => line.replace(/^bool sent = /, '')), last];
}

function freed({ file }: CodeAnswer): string[] {
	return file?.name === undefined ? ['free(content.bytes);'] : ['free(content.bytes);', 'free(name.bytes);'];
}
