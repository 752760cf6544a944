import type { differences as english } from '../../en/dialogs/differences.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const differences: Texts<typeof english> = {
	message: { in: (number) => `接收的消息 ${number}`, out: (number) => `发送的消息 ${number}` },
	stream: { in: '接收的字节流', out: '发送的字节流' },
	changed: (name) => `${name}：两方不同`,
	changedOther: (name, other) => `${name}：与第二方的消息 ${other} 不同`,
	missingMessage: (name, length) => `${name}：第二方缺少（${length} 字节）`,
	missingBytes: (name, length, at) => `${name}：第二方从字节 ${at} 起缺少 ${length} 字节`,
	extraMessage: (name, length) => `${name}：只有第二方有（${length} 字节）`,
	extraBytes: (name, length, at) => `${name}：第二方从字节 ${at} 起多出 ${length} 字节`,
	later: (name, ms) => `${name}：第二方晚到 ${ms} ms`,
	earlier: (name, ms) => `${name}：第二方早到 ${ms} ms`,
	ends: { open: '在抓包记录结束时仍打开', closed: '已关闭', reset: '已重置' },
	endsOf: (first, second) => `第一方：${first}；第二方：${second}`,
	at: (at) => `在字节 ${at}（0x${at.toString(16)}）`,
	atBoth: (at, other) => `在字节 ${at}（0x${at.toString(16)}），第二方的字节 ${other}`,
	missing: (where, length, shown) => `${where}：第二方缺少 ${length} 字节：${shown}。`,
	extra: (where, length, shown) => `${where}：第二方多出 ${length} 字节：${shown}。`,
	other: (where, first, second) => `${where}：第一方为 ${first}，第二方为 ${second}。`,
	sentence: (words) => `${words}。`,
	equal: '两者相同。',
	count: (differences) => `${count(differences)} 处不同。`,
};
