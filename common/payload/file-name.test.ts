import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unicodeText } from '../unicode-text.fixture.ts';
import { safeFileName } from './file-name.ts';

test('keeps what every system accepts', () => {
	expect(safeFileName('echo server 2026-11-21.pcapng')).toBe('echo server 2026-11-21.pcapng');
	expect(safeFileName('Zwei — 二.csv')).toBe('Zwei — 二.csv');
});

test.each([
	['../../etc/passwd', '-..-etc-passwd'],
	['a/b\\c:d.txt', 'a-b-c-d.txt'],
	['con.txt', 'con-.txt'],
	['COM1', 'COM1-'],
	['.hidden', 'hidden'],
	['name. . ', 'name'],
	['', 'export'],
	['..', 'export'],
	['a\r\nSet-Cookie: b', 'a--Set-Cookie- b'],
	['exe\u202egpj.txt', 'exe-gpj.txt'],
])('%j becomes %j', (name, safe) => {
	expect(safeFileName(name)).toBe(safe);
});

test('a name of any length and kind names a file in its folder', () => {
	fc.assert(
		fc.property(unicodeText({ maxLength: 400 }), (name) => {
			const safe = safeFileName(name);
			expect(safe).not.toBe('');
			expect([...safe].length).toBeLessThanOrEqual(161);
			expect(safe).not.toMatch(/[/\\\p{Cc}]|^\.|[. ]$/u);
		}),
	);
});
