import type { find as english } from '../../en/traffic/find.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const find: Texts<typeof english> = {
	inBytes: '在位元組中尋找',
	find: '尋找',
	inConversation: '在對話中尋找',
	as: '尋找形式',
	text: '文字',
	hex: '十六進位',
	anyCase: '不區分大小寫',
	previous: '上一處',
	previousTip: '上一處（Shift Enter）',
	next: '下一處',
	nextTip: '下一處（Enter）',
	looking: '正在尋找…',
	share: (percent) => `正在尋找… ${percent} %`,
	notFound: '找不到',
	fromEnd: '已從結尾重新尋找',
	fromBeginning: '已從開頭重新尋找',
	close: '關閉尋找',
	closeTip: '關閉（Escape）',
	tooLong: (most) => `最多尋找 ${count(most)} 個位元組。`,
};
