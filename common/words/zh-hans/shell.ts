import type { shell as english } from '../en/shell.ts';
import type { Texts } from '../locale/texts.ts';

export const shell: Texts<typeof english> = {
	connecting: '正在连接主机程序…',
	theme: { label: '主题', light: '浅色', dark: '深色', system: '跟随系统' },
	language: {
		label: '语言',
		system: '跟随系统',
		failed: '未能加载语言',
	},
	commands: '命令',
	keys: '键盘帮助',
	help: '用户指南',
	settings: '设置',
	withKey: (what, key) => `${what}（${key}）`,
	notices: '通知',
	dismiss: '关闭通知',
};
