import type { decodeNotes as english } from '../en/decode-notes.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const decodeNotes: Texts<typeof english> = {
	short: (missing) => `缺少 ${count(missing)} 个字节`,
	unexpected: (expected) => `应为 ${expected}`,
	checksum: (expected) => `校验和错误：应为 ${expected}`,
	rest: '末尾之后的数据',
	unreadable: '无法读取',
	limit: '超出解码范围',
};
