import type { sequenceDiagram as english } from '../../en/traffic/sequence-diagram.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const sequenceDiagram: Texts<typeof english> = {
	title: '循序圖',
	noConnection: {
		title: '還沒有連線',
		text: '請啟動伺服器，再開啟連到它的用戶端：雙方之間的收發畫在這裡，每個事件一個箭頭。',
	},
	noMatch: {
		title: '沒有符合的連線',
		text: '通過篩選器的前幾個事件不屬於任何連線。',
	},
	clearFilter: '清除篩選器',
	nonePicked: { title: '未選擇連線', action: '自動選擇', text: '請至少選擇一個。' },
	nothing: { title: '這些參與方之間沒有收發', text: '新事件會顯示在這裡。' },
	peer: '對端',
	peerOf: (connection) => `#${connection} 的對端`,
	party: (endpoint, address) => `${endpoint}，${address}`,
	loading: (row) => `第 ${count(row)} 列…`,
	bytes: (length) => `${count(length)} 位元組`,
	picker: {
		label: '圖中的連線',
		find: '尋找連線',
		placeholder: '位址、端點或 #編號',
		close: '關閉連線清單',
		more: (connections) => `還有 ${count(connections)} 個：請輸入位址的一部分。`,
		automatic: '依選取和篩選器',
	},
	shown: (shown, all) => `顯示 ${count(shown)} / ${count(all)} 個連線`,
	pick: '選擇',
	unshown: (why) => `無法顯示循序圖：${why}`,
	left: (parties, others) =>
		`顯示了 ${count(parties)} 個參與方，另有 ${count(others)} 個連線未顯示。請選擇要看的連線。`,
};
