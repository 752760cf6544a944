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
		faults: '代理的故障',
		fields: '表單的欄位',
		steps: '測試的步驟',
		dialogs: '對話方塊的欄位',
		settings: '設定',
		testing: '測試的欄位',
		answers: '回應的欄位',
		views: '檢視和搜尋',
		kinds: '端點的類型',
		presets: '預設組態',
	},
	ends: {
		client: '用戶端',
		server: '伺服器',
		sender: '傳送端',
		receiver: '接收端',
		first: '先關閉的一端',
		second: '另一端',
		machine: '對方的機器',
		elsewhere: '另一台機器',
	},
	lost: '遺失',
	picture: '圖示，依時間順序',
};
