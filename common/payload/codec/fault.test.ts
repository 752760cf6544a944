import { expect, test } from 'vitest';
import { compileRegex } from '../../responder/regex.ts';
import { compileMessage } from '../../template/index.ts';
import { enSentences } from '../../words/en-sentences.ts';
import { inWords } from '../../words/sentence/in-words.ts';
import type { Said } from '../../words/sentence/said.ts';
import { sentences } from '../../words/zh-hans-sentences.ts';
import { UTF8 } from '../charsets/charset.ts';
import { encodePlain } from '../written.ts';

function inChinese(result: ({ readonly ok: false } & Said) | { readonly ok: true }): string {
	if (result.ok) throw new Error('Nothing is wrong with it.');
	const { message, says } = result;
	return inWords({ message, details: { says } }, { from: enSentences, to: sentences }).message;
}

test.each([
	['hex', 'zz', '应为两位十六进制数字的字节，而不是 “z”。'],
	['hex', '0x', '0x 之后应为十六进制数字。'],
	['hex', '{ 0x01', '列表的结尾应有 }。'],
	['escaped', '\\', '这个反斜杠之后没有内容：要表示反斜杠本身，请写两个。'],
	['base64', 'Zg=', '结尾还缺一个 =。'],
] as const)('a fault of %s %j is put into words', (format, text, chinese) => {
	expect(inChinese(encodePlain({ format, text }, 'utf-8'))).toBe(chinese);
});

test('a sentence within a fault is put into words with it', () => {
	expect(inChinese(encodePlain({ format: 'hex', text: '{ 0x01 y' }, 'utf-8'))).toBe('列表的结尾应有 }。');
	expect(inChinese(encodePlain({ format: 'text', text: '中' }, 'windows-1252'))).toBe('windows-1252 中没有 “中”。');
	expect(inChinese(compileRegex('(', false))).toMatch(/^正则表达式无法编译：/);
	const written = { format: 'text', lineEnding: 'none', checksum: 'none' } as const;
	const filled = (text: string) => inChinese(compileMessage({ ...written, text }, UTF8, { variables: { who: 'me' } }));
	expect(filled('{{who}}')).toMatch(/^要使用变量，请写 \{\{var who\}\}。没有 \{\{who\}\}，可以写：/);
	expect(filled('{{random 4 x}}')).toBe('{{random}} 没有“x”：之后可以写 1 到 65536 的字节数。');
	expect(filled('{{crc32 0..9}}')).toBe('这个范围超出了消息，消息有 4 字节。');
});
