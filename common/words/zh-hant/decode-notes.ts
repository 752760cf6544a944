import type { decodeNotes as english } from '../en/decode-notes.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const decodeNotes: Texts<typeof english> = {
	short: (missing) => `缺少 ${count(missing)} 個位元組`,
	unexpected: (expected) => `應為 ${expected}`,
	checksum: (expected) => `總和檢查碼錯誤：應為 ${expected}`,
	rest: '結尾之後的資料',
	unreadable: '無法讀取',
	limit: '超出解碼範圍',
};
