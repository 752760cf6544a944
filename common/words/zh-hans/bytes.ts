import type { bytes as english } from '../en/bytes.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hans');

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
	copied: (length, format) => `已复制 ${count(length)} 个字节，格式为 ${format}。`,
	copiedFirst: (length, format) => `已复制前 ${count(length)} 个字节，格式为 ${format}：一次最多复制这么多。`,
	notCopied: '未能复制',
};
