import type { find as english } from '../../en/traffic/find.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const find: Texts<typeof english> = {
	inBytes: '在字节中查找',
	find: '查找',
	inConversation: '在会话中查找',
	as: '查找形式',
	text: '文本',
	hex: '十六进制',
	anyCase: '不区分大小写',
	previous: '上一处',
	previousTip: '上一处（Shift Enter）',
	next: '下一处',
	nextTip: '下一处（Enter）',
	looking: '正在查找…',
	share: (percent) => `正在查找… ${percent} %`,
	notFound: '未找到',
	fromEnd: '已从末尾重新查找',
	fromBeginning: '已从开头重新查找',
	close: '关闭查找',
	closeTip: '关闭（Escape）',
	tooLong: (most) => `最多查找 ${count(most)} 个字节。`,
};
