import { expect, test } from 'vitest';
import { wrapped } from './wrapped.ts';

test('Chinese text is broken between characters, not in front of punctuation and not within words or options', () => {
	expect(wrapped('监听端口，直到被中断。', 10)).toBe('监听端口，\n直到被中\n断。');
	expect(wrapped('监听端口，直到被中断。', 9)).toBe('监听端\n口，直到\n被中断。');
	expect(wrapped('使用 --line-ending 选项（默认）', 7)).toBe('使用\n--line-ending\n选项\n（默\n认）');
	expect(wrapped('a\n  b', 12)).toBe('a\n  b');
});
