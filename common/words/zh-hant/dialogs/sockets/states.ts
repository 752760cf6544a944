import type { tcpStates as english } from '../../../en/dialogs/sockets/states.ts';
import { localeOf } from '../../../locale/locale.ts';
import type { Texts } from '../../../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const tcpStates: Texts<typeof english> = {
	title: (connection) => `連線 #${connection} 的 TCP 狀態`,
	own: '本端',
	peer: '對端',
	picture: (own, peer) => `TCP 狀態圖：本端處於 ${own}，對端處於 ${peer}。`,
	event: (n) => `事件 ${count(n)}`,
	inferred: '推斷',
	legend: '正體和實線：有事件顯示。斜體或虛線：由通訊協定推出（RFC 9293）。',
	goodbyes: {
		fin: '雙方先後以 FIN 結束',
		'half-close': '半關閉：第一個 FIN 之後還有資料',
		reset: '以重設（RST）結束',
		both: '雙方同時結束：兩個 FIN 很可能在途中交錯',
	},
	none: { title: '沒有連線', text: '選取一個連線或它的一個事件，即可檢視其兩端的狀態。' },
	notTcp: { title: '沒有 TCP 狀態', text: '只有 TCP 連線才有：此連線使用 UDP 或 Unix 通訊端。' },
	failed: (why) => `無法讀取狀態：${why}`,
	unread: '找不到所選的連線',
};
