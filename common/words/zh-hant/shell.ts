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
	notices: '通知',
	dismiss: '關閉通知',
};
