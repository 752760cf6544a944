import type { tcpStates as english } from '../../../en/dialogs/sockets/states.ts';
import { localeOf } from '../../../locale/locale.ts';
import type { Texts } from '../../../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const tcpStates: Texts<typeof english> = {
	title: (connection) => `连接 #${connection} 的 TCP 状态`,
	own: '本端',
	peer: '对端',
	picture: (own, peer) => `TCP 状态图：本端处于 ${own}，对端处于 ${peer}。`,
	event: (n) => `事件 ${count(n)}`,
	inferred: '推断',
	legend: '正体和实线：有事件显示。斜体或虚线：由协议推出（RFC 9293）。',
	goodbyes: {
		fin: '双方先后以 FIN 结束',
		'half-close': '半关闭：第一个 FIN 之后还有数据',
		reset: '以重置（RST）结束',
		both: '双方同时结束：两个 FIN 很可能在途中交错',
	},
	none: { title: '没有连接', text: '选择一个连接或它的一个事件，即可查看其两端的状态。' },
	notTcp: { title: '没有 TCP 状态', text: '只有 TCP 连接才有：此连接使用 UDP 或 Unix 套接字。' },
	failed: (why) => `无法读取状态：${why}`,
	unread: '找不到所选的连接',
};
