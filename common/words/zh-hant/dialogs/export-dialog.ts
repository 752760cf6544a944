import type { exportDialog as english } from '../../en/dialogs/export-dialog.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const exportDialog: Texts<typeof english> = {
	title: '匯出',
	format: '格式',
	formats: {
		pcapng: { label: 'pcapng', says: '單一擷取記錄檔案：可用 Wireshark 開啟，也可在此重新開啟。' },
		jsonl: { label: 'JSON 行', says: '每行一個事件：位元組以十六進位表示，屬於 UTF-8 時也以文字表示。' },
		csv: { label: 'CSV', says: '供試算表和指令碼使用的表格，位元組以十六進位和文字表示。' },
		text: { label: '純文字', says: '每個事件一行，其下是位元組的十六進位傾印。' },
		raw: { label: '原始位元組', says: '只有傳送和接收的內容，逐位元組相同。' },
		c: { label: 'C 陣列', says: '位元組寫成 C 標頭檔，便於在測試中重播。' },
	},
	events: '事件',
	all: (events) => `所有事件（${count(events)}）`,
	noConnection: '選取的連線（未選取）',
	connection: (id) => `連線 #${id}`,
	messages: '訊息',
	fields: (names) => `記錄中的解碼欄位：${names.join('、')}`,
	inPlace: '訊息代替各次讀取的資料',
	ofMessages: {
		all: (rows) => `記錄的所有列（${count(rows)}）`,
		range: '一段列',
		first: '第一列',
		last: '最後一列',
		rangeFault: (last) => `列編號從 1 到 ${last}，第一個不能大於最後一個。`,
	},
	range: '一段事件',
	first: '第一個事件',
	last: '最後一個事件',
	rangeFault: (last) => `事件編號從 1 到 ${last}，第一個不能大於最後一個。`,
	noFilter: '篩選器顯示的內容（未啟用）',
	filter: '篩選器顯示的內容',
	filtered: (events) => `篩選器顯示的內容（${count(events)}）`,
	direction: '方向',
	ways: { both: '雙向', in: '接收', out: '傳送' },
	joined: '所有事件合成一個陣列',
	name: '名稱',
	nameFault: '請輸入名稱。',
	asksWhere: (file) => `${file}：下一步選擇位置`,
	downloads: (file) => `${file}：儲存到此瀏覽器的下載內容`,
};
