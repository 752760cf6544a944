import type { headings as english } from '../../en/explain/headings.ts';
import type { Texts } from '../../locale/texts.ts';

export const headings: Texts<typeof english> = {
	title: '名詞說明',
	about: '教學、程式和這個視窗裡的名稱，各用兩句話說明，以及接下來做什麼。',
	next: (what) => `接下來：${what}`,
	groups: {
		calls: '通訊端 API 的呼叫',
		states: 'TCP 連線的狀態',
		errors: '系統的錯誤',
		options: '通訊端選項',
		addresses: '位址',
		framings: '分框方式',
		events: '擷取記錄的事件',
		presets: '預設組態',
	},
};
