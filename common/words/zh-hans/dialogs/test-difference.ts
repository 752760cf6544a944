import type { testDifference as english } from '../../en/dialogs/test-difference.ts';
import type { Texts } from '../../locale/texts.ts';

export const testDifference: Texts<typeof english> = {
	at: (byte, hex, expected, got) => `字节 ${byte}（0x${hex}）：期望 ${expected}，收到 ${got}。`,
	nothing: '无内容',
	expected: '期望',
	got: '收到',
};
