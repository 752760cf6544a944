import { expect, test } from 'vitest';
import { resolvedTheme } from './theme.ts';

test('a choice is what it says; the system decides only when asked', () => {
	expect(resolvedTheme('dark', false)).toBe('dark');
	expect(resolvedTheme('light', true)).toBe('light');
	expect(resolvedTheme('system', true)).toBe('dark');
	expect(resolvedTheme('system', false)).toBe('light');
});
