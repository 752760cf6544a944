import { expect, test } from 'vitest';
import type { z } from 'zod';
import { endpointConfigSchema, unixServerConfigSchema } from '../endpoints/index.ts';
import { savedPayloadsSchema } from '../payload/saved.ts';
import { loadTranslation } from '../words/load-translation.ts';
import { inWords } from '../words/sentence/in-words.ts';
import { type Fault, issueSays } from './issue-says.ts';
import { issueSentence } from './issue-sentence.ts';
import { issueFault } from './issue-text.ts';

const chinese = await loadTranslation('zh-Hans');
const translated = ({ message, says }: Fault) => inWords({ message, details: { says } }, chinese).message;

const inChinese = (schema: z.ZodType, input: unknown, sentence = issueSays) =>
	(schema.safeParse(input).error?.issues ?? []).map((issue) => translated(sentence(issue)));

test('a sentence of a schema is found by its English text', () => {
	expect(inChinese(endpointConfigSchema, { kind: 'tcp-server', name: '', port: 70_000 })).toEqual([
		'请输入名称。',
		'端口是 0 到 65535 的整数。',
	]);
});

test('a general sentence has what it is about', () => {
	const input = { kind: 'tcp-server', name: 'x'.repeat(2000), port: 1, noDelay: 1, serve: 'none' };
	expect(inChinese(endpointConfigSchema, input)).toEqual([
		expect.stringMatching(/^最多 \d+ 个字符。$/),
		'必须是其中之一：all, one-at-a-time。',
		'必须是：true 或 false。',
	]);
});

test('what is missing is told apart from what has another type', () => {
	expect(inChinese(unixServerConfigSchema, { kind: 'unix-server', name: 'a' })).toEqual(['缺少：文本。']);
	expect(inChinese(unixServerConfigSchema, { kind: 'unix-server', name: 'a', path: 5 })).toEqual(['必须是：文本。']);
});

test('a sentence that a schema makes of the value has its code too', () => {
	const payload = { name: 'a', format: 'text', text: '', shortcut: 1 };
	expect(inChinese(savedPayloadsSchema, [payload, payload])).toEqual(['名称 a 使用了两次。', '快捷键 1 使用了两次。']);
	const server = { kind: 'tcp-server', name: 'a', port: 1, charset: 'gkb' };
	expect(inChinese(endpointConfigSchema, server)).toEqual(['没有字符集“gkb”。是指 gbk 吗？']);
});

test('a sentence has its place, by the names of keys', () => {
	const server = { kind: 'unix-server', name: 'a', framing: { type: 'fixed', length: 'x' } };
	expect(inChinese(unixServerConfigSchema, server, issueSentence)).toEqual([
		'path：缺少：文本。',
		expect.stringMatching(/^framing\.length：必须是：(数字|整数)。$/),
	]);
	const { error } = unixServerConfigSchema.safeParse(server);
	if (error === undefined) throw new Error('It is accepted.');
	expect(issueFault(error).message).toBe('path: It is missing: a text.');
	expect(translated(issueFault(error))).toBe('path：缺少：文本。');
});
