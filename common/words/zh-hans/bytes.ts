import type { bytes as english } from '../en/bytes.ts';
import type { Texts } from '../locale/texts.ts';

export const bytes: Texts<typeof english> = {
	formats: {
		hex: '十六进制',
		c: 'C 数组',
		python: 'Python 字节串',
		javascript: 'JavaScript 数组',
		base64: 'Base64',
		escaped: '转义文本',
	},
	text: (charset) => `文本（${charset}）`,
};
