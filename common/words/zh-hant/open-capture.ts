import type { openCapture as english } from '../en/open-capture.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const openCapture: Texts<typeof english> = {
	live: '即時擷取記錄',
	capture: '擷取記錄',
	captures: '擷取記錄',
	notOpened: '未開啟',
	now: '目前',
	size: (events, size) => `${count(events)} 個事件，${size}`,
	lookAt: '檢視',
	export: '匯出…',
	compare: '與其他比較…',
	openFile: '開啟檔案…',
	openPath: '開啟路徑…',
	all: '所有擷取記錄…',
	close: (title) => `關閉 ${title}`,
	file: '擷取記錄檔案',
	drop: '拖放到此處開啟',
	dialog: {
		title: '開啟擷取記錄',
		path: '路徑',
		hint: '執行 Wirebench 的機器上的擷取記錄資料夾，或任何程式的擷取記錄檔案。',
		cancel: '取消',
		open: '開啟',
	},
	lookedAt: '正在檢視的擷取記錄',
	lookingAt: '正在檢視',
	kinds: {
		stored: '已儲存的擷取記錄',
		growing: '另一個 Wirebench 正在寫入的擷取記錄',
		imported: '其他程式的檔案',
	},
	back: '返回即時擷取記錄',
	closeIt: '關閉',
	opening: (title) => `正在開啟 ${title}`,
	errorOf: (title) => `${title} 的錯誤`,
	failed: (title) => `無法開啟 ${title}`,
	warningsOf: (title) => `${title} 的警告`,
	about: (title) => `關於 ${title}`,
	uploading: (name) => `正在把 ${name} 傳送到主機程式`,
	progress: (percent, total) => `${percent}，共 ${total}`,
	cancel: '取消',
};
