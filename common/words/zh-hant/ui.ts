import type { ui as english } from '../en/ui.ts';
import type { Texts } from '../locale/texts.ts';

export const ui: Texts<typeof english> = {
	cancel: '取消',
	close: '關閉',
	delete: '刪除',
	dismiss: '關閉',
	explain: '說明',
	export: '匯出',
	help: '使用指南',
	notExplained: '無法載入名詞說明',
	open: '開啟',
	path: '路徑',
	save: '儲存',
	search: '搜尋',
	start: '啟動',
	stop: '停止',
	undo: '復原',
	formats: { text: '文字', hex: '十六進位', escaped: '跳脫', base64: 'Base64' },
	writtenAs: (field) => `${field}：書寫格式`,
	template: {
		tip: '範本：填入 {{var NAME}}、{{counter}} 等',
		label: (field) => `${field}：範本`,
	},
};
