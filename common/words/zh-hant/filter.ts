import type { filter as english } from '../en/filter.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const filter: Texts<typeof english> = {
	label: '篩選器',
	example: '篩選：dir:in len>=100 "GET /"',
	clear: '清除篩選器',
	clearTip: '清除篩選器，並結束其掃描（Escape）',
	suggestions: '建議',
	saved: (name) => `已儲存：${name}`,
	keys: {
		dir: 'in（收）、out（發）或 none（無）',
		endpoint: '端點的名稱',
		conn: '連線的編號',
		port: '任一端的連接埠',
		len: '承載資料的位元組數，例如 len>=1.5k',
		time: '距第一個事件的時間，例如 time<5s',
		protocol: '承載資料解碼成的通訊協定，例如 protocol:dns',
		text: '承載資料中的文字；加 "引號" 則區分大小寫',
		mark: 'yes 或 no：是否有您的標記',
		note: '您的備註中的文字；note:* 表示任意備註',
		hex: '承載資料中的位元組，例如 hex:0d0a',
	},
	anyNote: '任意備註',
	types: { number: '數字', textual: '文字', bytes: '位元組', truth: 'yes 或 no' },
	hint: {
		searched: '會作為文字搜尋。您是否想寫',
		end: '？',
	},
	faultAt: (position, message, hint) => `第 ${position} 個字元：${message}${hint}`,
	matched: (events, all) => `${count(events)} / ${count(all)}`,
	matchedFirst: (events, all) => `前 ${count(events)} / ${count(all)}`,
	limited: '只有前面的相符項目：數量太多，無法全部保留',
	scan: '擷取記錄的掃描進度',
	stopped: (percent) => `已停止在 ${percent} %`,
	resume: '繼續掃描',
	stop: '停止掃描',
	stopTip: '停止掃描，保留已找到的內容',
	menu: {
		title: '已儲存的篩選器',
		tip: '已儲存的和最近的篩選器',
		edit: '儲存或編輯篩選器…',
		colours: '顏色規則…',
		saved: '已儲存',
		recent: '最近',
	},
};
