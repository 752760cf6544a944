import { expect, test } from 'vitest';
import { resolvedLanguage } from './language.ts';

test('an explicit choice applies; the system’s list decides without one', () => {
	expect(resolvedLanguage('zh-Hant', ['en-US'])).toBe('zh-Hant');
	expect(resolvedLanguage('en', ['zh-CN'])).toBe('en');
	expect(resolvedLanguage('system', ['fr', 'zh-CN', 'en'])).toBe('zh-Hans');
	expect(resolvedLanguage(null, ['zh-HK'])).toBe('zh-Hant');
});
