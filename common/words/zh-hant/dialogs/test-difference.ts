import type { testDifference as english } from '../../en/dialogs/test-difference.ts';
import type { Texts } from '../../locale/texts.ts';

export const testDifference: Texts<typeof english> = {
	at: (byte, hex, expected, got) => `位元組 ${byte}（0x${hex}）：預期 ${expected}，收到 ${got}。`,
	nothing: '無內容',
	expected: '預期',
	got: '收到',
};
