import type { jump as english } from '../en/jump.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const jump: Texts<typeof english> = {
	findBar: '在日志中查找',
	find: '查找',
	findExample: '查找文本，或与过滤器写法相同：len>1k',
	previousMatch: '查找上一个匹配项',
	previous: '上一个',
	nextMatch: '查找下一个匹配项',
	next: '下一个',
	closeSearch: '关闭查找',
	close: '关闭',
	closeTip: '关闭（Escape）',
	goTo: '转到',
	goToExample: '12:01:07.104、+5s，或事件的序号',
	places: '位置',
	options: {
		nextError: '下一个错误',
		previousError: '上一个错误',
		nextMark: '下一个标记或备注',
		previousMark: '上一个标记或备注',
		match: '查找匹配项…',
		first: '第一个事件',
		last: '最后一个事件',
	},
	event: (number) => `事件 ${count(number)}`,
	nearest: '离它最近的事件',
	noEvent: '抓包记录中还没有事件。',
	expected: '应为时间，例如 12:01:07.104、+5s 或 2026-11-21 12:01，或者事件的序号。',
	has: (total) => `抓包记录有 ${count(total)} 个事件。`,
	progress: '抓包记录的搜索进度',
	stop: '停止',
	dismiss: '关闭提示',
	stopped: (percent) => `已停止在 ${percent} %`,
	looking: (percent) => `正在查找… ${percent} %`,
	none: {
		match: (total) => `${count(total)} 个事件中没有匹配项`,
		error: (total) => `${count(total)} 个事件中没有错误`,
		mark: (total) => `${count(total)} 个事件中没有标记或备注`,
	},
	pastStart: '已到开头：从末尾继续',
	pastEnd: '已到末尾：从开头继续',
	numberOf: (number, all) => `第 ${count(number)} 个，共 ${all}`,
	oneMatch: '1 个匹配项',
	matches: (all) => `${all} 个匹配项`,
};
