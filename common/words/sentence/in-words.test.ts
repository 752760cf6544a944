import { expect, test } from 'vitest';
import { enSentences, enTables } from '../en-sentences.ts';
import { sentences } from '../zh-hans-sentences.ts';
import { inWords, type Translation } from './in-words.ts';

const SIMPLIFIED: Translation = { from: enSentences, to: sentences };
const params = { verb: 'connect to', target: '127.0.0.1:9', port: 9 } as const;
const { message, hint } = enSentences.ECONNREFUSED;
const refused = {
	message: message(params),
	details: { hint: hint(params), says: { code: 'ECONNREFUSED', params } },
};

test('the sentence of a code is put into another language, with its hint', () => {
	expect(inWords(refused, SIMPLIFIED)).toEqual({
		message: '没有程序在监听 127.0.0.1:9：连接被拒绝。',
		hint: '请检查服务器是否在那里运行，以及地址和端口是否正确。',
	});
});

test('words around the sentence stay', () => {
	const more = { ...refused, message: `ECONNREFUSED (111): ${refused.message} More.` };
	expect(inWords(more, SIMPLIFIED).message).toBe('ECONNREFUSED (111): 没有程序在监听 127.0.0.1:9：连接被拒绝。 More.');
});

test('a text that is another sentence than its code says stays, and so does one of an unknown code', () => {
	const other = { message: 'Something else.', details: { ...refused.details, hint: 'Do something.' } };
	expect(inWords(other, SIMPLIFIED)).toEqual({ message: 'Something else.', hint: 'Do something.' });
	const unknown = { message: 'Boo.', details: { says: { code: 'toString', params: {} } } };
	expect(inWords(unknown, SIMPLIFIED)).toEqual({ message: 'Boo.' });
});

test('a sentence whose parameters are missing throws in no language', () => {
	for (const [code, sentence] of [...Object.entries(enSentences), ...Object.entries(sentences)]) {
		const said = { message: '', details: { hint: '', says: { code, params: {} } } };
		expect(sentence).toBeDefined();
		expect(() => inWords(said, SIMPLIFIED)).not.toThrow();
	}
});

test('each code is in one table', () => {
	const codes = enTables.flatMap((table) => Object.keys(table));
	expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
	expect(new Set(codes)).toEqual(new Set(Object.keys(enSentences)));
});
