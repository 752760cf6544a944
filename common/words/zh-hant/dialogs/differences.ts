import type { differences as english } from '../../en/dialogs/differences.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const differences: Texts<typeof english> = {
	message: { in: (number) => `接收的訊息 ${number}`, out: (number) => `傳送的訊息 ${number}` },
	stream: { in: '接收的位元組流', out: '傳送的位元組流' },
	changed: (name) => `${name}：兩方不同`,
	changedOther: (name, other) => `${name}：與第二方的訊息 ${other} 不同`,
	missingMessage: (name, length) => `${name}：第二方缺少（${length} 位元組）`,
	missingBytes: (name, length, at) => `${name}：第二方從位元組 ${at} 起缺少 ${length} 位元組`,
	extraMessage: (name, length) => `${name}：只有第二方有（${length} 位元組）`,
	extraBytes: (name, length, at) => `${name}：第二方從位元組 ${at} 起多出 ${length} 位元組`,
	later: (name, ms) => `${name}：第二方晚到 ${ms} ms`,
	earlier: (name, ms) => `${name}：第二方早到 ${ms} ms`,
	ends: { open: '在擷取記錄結束時仍開啟', closed: '已關閉', reset: '已重設' },
	endsOf: (first, second) => `第一方：${first}；第二方：${second}`,
	at: (at) => `在位元組 ${at}（0x${at.toString(16)}）`,
	atBoth: (at, other) => `在位元組 ${at}（0x${at.toString(16)}），第二方的位元組 ${other}`,
	missing: (where, length, shown) => `${where}：第二方缺少 ${length} 位元組：${shown}。`,
	extra: (where, length, shown) => `${where}：第二方多出 ${length} 位元組：${shown}。`,
	other: (where, first, second) => `${where}：第一方為 ${first}，第二方為 ${second}。`,
	sentence: (words) => `${words}。`,
	equal: '兩者相同。',
	count: (differences) => `${count(differences)} 處不同。`,
};
