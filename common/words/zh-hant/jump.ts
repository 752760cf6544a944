import type { jump as english } from '../en/jump.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const jump: Texts<typeof english> = {
	findBar: '在記錄中尋找',
	find: '尋找',
	findExample: '尋找文字，或與篩選器寫法相同：len>1k',
	previousMatch: '尋找上一個相符項目',
	previous: '上一個',
	nextMatch: '尋找下一個相符項目',
	next: '下一個',
	closeSearch: '關閉尋找',
	close: '關閉',
	closeTip: '關閉（Escape）',
	goTo: '前往',
	goToExample: '12:01:07.104、+5s，或事件的序號',
	places: '位置',
	options: {
		nextError: '下一個錯誤',
		previousError: '上一個錯誤',
		nextMark: '下一個標記或備註',
		previousMark: '上一個標記或備註',
		match: '尋找相符項目…',
		first: '第一個事件',
		last: '最後一個事件',
	},
	event: (number) => `事件 ${count(number)}`,
	nearest: '離它最近的事件',
	noEvent: '擷取記錄中還沒有事件。',
	expected: '應為時間，例如 12:01:07.104、+5s 或 2026-11-21 12:01，或者事件的序號。',
	has: (total) => `擷取記錄有 ${count(total)} 個事件。`,
	progress: '擷取記錄的搜尋進度',
	stop: '停止',
	dismiss: '關閉提示',
	stopped: (percent) => `已停止在 ${percent} %`,
	looking: (percent) => `正在尋找… ${percent} %`,
	none: {
		match: (total) => `${count(total)} 個事件中沒有相符項目`,
		error: (total) => `${count(total)} 個事件中沒有錯誤`,
		mark: (total) => `${count(total)} 個事件中沒有標記或備註`,
	},
	pastStart: '已到開頭：從結尾繼續',
	pastEnd: '已到結尾：從開頭繼續',
	numberOf: (number, all) => `第 ${count(number)} 個，共 ${all}`,
	oneMatch: '1 個相符項目',
	matches: (all) => `${all} 個相符項目`,
};
