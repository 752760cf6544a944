import { expect, test } from 'vitest';
import { headerEnd } from './index.ts';

const at = (text: string) => headerEnd(new TextEncoder().encode(text));

test('a header ends at the first empty line, with either line end', () => {
	expect(at('A: b\r\n\r\nbody\r\n\r\n')).toBe(8);
	expect(at('A: b\n\nbody')).toBe(6);
	expect(at('A: b\n\r\nbody')).toBe(7);
	expect(at('A: b\r\nC: d\r\n')).toBe(-1);
	expect(at('A: b\r\n\r')).toBe(-1);
	expect(at('')).toBe(-1);
});
