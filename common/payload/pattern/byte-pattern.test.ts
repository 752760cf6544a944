import { describe, expect, test } from 'vitest';
import { compileRegex } from '../../responder/regex.ts';
import { encodePlain } from '../index.ts';
import type { CharsetName } from '../schema.ts';

function matches(pattern: string, text: string, charset: CharsetName, ignoreCase = false): boolean | string {
	const compiled = compileRegex(pattern, ignoreCase, charset);
	if (!compiled.ok) return `${compiled.position}: ${compiled.message}`;
	const message = encodePlain({ format: 'text', text }, charset);
	return message.ok && compiled.regex.match(message.bytes) !== undefined;
}

describe('a regular expression in a charset', () => {
	test.each<[string, string, CharsetName, boolean]>([
		['^世+$', '世世世', 'gbk', true],
		['^世+$', '世界', 'gbk', false],
		['^世+$', '世世', 'utf-8', true],
		['^(世|界){2}$', '世界', 'big5', true],
		['\\Q世.\\E', '世.', 'gbk', true],
		['\\Q世.\\E', '世x', 'gbk', false],
		['[é]', 'é', 'windows-1252', true],
		['^é$', 'é', 'windows-1252', true],
		['^[^é]$', 'é', 'windows-1252', false],
		['^\\x{e9}$', 'é', 'latin1', true],
		['(?P<name>世)', '世', 'euc-kr', true],
	])('%s finds in %j of %s: %s', (pattern, text, charset, found) => {
		expect(matches(pattern, text, charset)).toBe(found);
	});

	test('ignores the case of the letters of the charset, and of no bytes of other characters', () => {
		expect(matches('ПРИВЕТ', 'привет', 'windows-1251', true)).toBe(true);
		expect(matches('ПРИВЕТ', 'привет', 'windows-1251')).toBe(false);
		// 0xc4 and 0xe4 are two cases of a letter in ISO 8859-1, and no letters in GBK.
		expect(matches('你', '溷', 'gbk', true)).toBe(false);
		expect(matches('你', '你', 'gbk', true)).toBe(true);
	});

	test('a character is its bytes in UTF-8 too, and \\xHH is the byte', () => {
		expect(matches('^é$', 'é', 'utf-8')).toBe(true);
		expect(matches('^É$', 'é', 'utf-8', true)).toBe(true);
		const compiled = compileRegex('^\\xe9$', false);
		expect(compiled.ok && compiled.regex.match(Uint8Array.of(0xe9))).toBeTruthy();
		const letter = compileRegex('^é$', false);
		expect(letter.ok && letter.regex.match(Uint8Array.of(0xe9))).toBeUndefined();
	});

	test('a class ignores the case of letters of one byte', () => {
		expect(matches('^[п]$', 'П', 'windows-1251', true)).toBe(true);
		expect(matches('^[п]$', 'П', 'windows-1251')).toBe(false);
	});

	test.each<[string, CharsetName, string]>([
		['a[世界]', 'gbk', '2: “世” has several bytes in gbk, and a class matches one: write (?:…|…) in place of […].'],
		['[é]', 'utf-8', '1: “é” has several bytes in utf-8, and a class matches one: write (?:…|…) in place of […].'],
		['世', 'latin1', '0: “世” is not in latin1.'],
		['a世', 'utf-16le', '1: A regular expression matches bytes: write those of utf-16le, each as \\xHH.'],
		['a\\世', 'gbk', '1: “世” has no meaning there in a regular expression.'],
		['世(', 'gbk', '0: The regular expression does not compile: missing closing ).'],
		['世世**', 'gbk', '2: The regular expression does not compile: invalid nested repetition operator: **.'],
	])('%s in %s is refused', (pattern, charset, fault) => {
		expect(matches(pattern, '', charset)).toBe(fault);
	});
});
