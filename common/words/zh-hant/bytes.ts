import type { bytes as english } from '../en/bytes.ts';
import type { Texts } from '../locale/texts.ts';

export const bytes: Texts<typeof english> = {
	formats: {
		hex: '十六進位',
		c: 'C 陣列',
		python: 'Python 位元組串',
		javascript: 'JavaScript 陣列',
		base64: 'Base64',
		escaped: '跳脫文字',
	},
	text: (charset) => `文字（${charset}）`,
};
