import { expect, test } from 'vitest';
import { resolvedContrast, resolvedTheme } from './theme.ts';

test('an explicit choice applies; the system decides only with that option', () => {
	expect(resolvedTheme('dark', false)).toBe('dark');
	expect(resolvedTheme('light', true)).toBe('light');
	expect(resolvedTheme('system', true)).toBe('dark');
	expect(resolvedTheme('system', false)).toBe('light');
	expect(resolvedContrast('high', false)).toBe('high');
	expect(resolvedContrast('normal', true)).toBe('normal');
	expect(resolvedContrast('system', true)).toBe('high');
	expect(resolvedContrast('system', false)).toBe('normal');
});
