import type { shell as english } from '../en/shell.ts';
import type { Texts } from '../locale/texts.ts';

export const shell: Texts<typeof english> = {
	connecting: '正在連線到主機程式…',
	theme: { label: '佈景主題', light: '淺色', dark: '深色', system: '跟隨系統' },
	language: {
		label: '語言',
		system: '跟隨系統',
		failed: '無法載入語言',
	},
	commands: '命令',
	keys: '鍵盤說明',
	help: '使用指南',
	settings: '設定',
	withKey: (what, key) => `${what}（${key}）`,
	lost: { title: '正在重新連線…', state: '顯示的是最後已知的狀態。' },
	feeds: {
		stopped: '主機程式不再回報其狀態',
		unknownHost: '主機程式沒有回報本身的資訊',
		unknownView: '無法得知視窗先前顯示的內容',
	},
	pane: {
		failed: {
			endpoints: '端點窗格發生錯誤',
			inspector: '檢閱器窗格發生錯誤',
			composer: '編輯器窗格發生錯誤',
			timeline: '時間軸窗格發生錯誤',
			log: '記錄窗格發生錯誤',
			conversation: '對話窗格發生錯誤',
			sequence: '循序圖窗格發生錯誤',
			socket: '通訊端窗格發生錯誤',
			statistics: '統計窗格發生錯誤',
			lessons: '課程窗格發生錯誤',
		},
		again: '重新顯示',
	},
	centre: {
		label: '流量的檢視',
		log: '記錄',
		conversation: '對話',
		sequence: '循序圖',
		socket: '通訊端',
		statistics: '統計',
	},
	noClipboard: '瀏覽器不允許此頁面使用剪貼簿。',
	notices: '通知',
	dismiss: '關閉通知',
};
