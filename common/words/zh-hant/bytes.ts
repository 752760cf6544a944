import type { bytes as english } from '../en/bytes.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hant');

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
	copied: (length, format) => `已複製 ${count(length)} 個位元組，格式為 ${format}。`,
	copiedFirst: (length, format) => `已複製前 ${count(length)} 個位元組，格式為 ${format}：一次最多複製這麼多。`,
	notCopied: '未能複製',
};
