import { expect, test } from 'vitest';
import { resolvedTheme } from './theme.ts';

test('an explicit choice applies; the system decides only with that option', () => {
	expect(resolvedTheme('dark', false)).toBe('dark');
	expect(resolvedTheme('light', true)).toBe('light');
	expect(resolvedTheme('system', true)).toBe('dark');
	expect(resolvedTheme('system', false)).toBe('light');
});
