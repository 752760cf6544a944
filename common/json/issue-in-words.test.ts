import { expect, test } from 'vitest';
import { endpointConfigSchema, unixServerConfigSchema } from '../endpoints/index.ts';
import { zhHans } from '../words/zh-hans.ts';
import { issueInWords } from './issue-in-words.ts';

const inChinese = (result: ReturnType<typeof endpointConfigSchema.safeParse>) =>
	(result.error?.issues ?? []).map((issue) => issueInWords(issue, zhHans.dialogs.wrongInput));

test('a sentence of a schema is found by its English text', () => {
	const result = endpointConfigSchema.safeParse({ kind: 'tcp-server', name: '', port: 70_000 }, { reportInput: true });
	expect(inChinese(result)).toEqual(['请输入名称。', '端口是 0 到 65535 的整数。']);
});

test('a general sentence is made again from the issue, with what it is about', () => {
	const result = endpointConfigSchema.safeParse(
		{ kind: 'tcp-server', name: 'x'.repeat(2000), port: 1, noDelay: 1, serve: 'none' },
		{ reportInput: true },
	);
	expect(inChinese(result)).toEqual([
		expect.stringMatching(/^最多 \d+ 个字符。$/),
		'必须是其中之一：all, one-at-a-time。',
		'必须是：true 或 false。',
	]);
});

test('what is missing is told apart from what has another type', () => {
	const parsed = (input: object) => unixServerConfigSchema.safeParse(input, { reportInput: true });
	const sentence = (input: object) =>
		parsed(input).error?.issues.map((issue) => issueInWords(issue, zhHans.dialogs.wrongInput));
	expect(sentence({ kind: 'unix-server', name: 'a' })).toEqual(['缺少：文本。']);
	expect(sentence({ kind: 'unix-server', name: 'a', path: 5 })).toEqual(['必须是：文本。']);
});
