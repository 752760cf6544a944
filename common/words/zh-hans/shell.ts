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
	lost: { title: '正在重新连接…', state: '显示的是最后已知的状态。' },
	feeds: {
		stopped: '主机程序不再报告其状态',
		unknownHost: '主机程序没有报告自身的信息',
		unknownView: '无法得知窗口之前显示的内容',
	},
	pane: {
		failed: {
			endpoints: '端点窗格出错',
			inspector: '检查器窗格出错',
			composer: '编辑器窗格出错',
			timeline: '时间线窗格出错',
			log: '日志窗格出错',
			conversation: '会话窗格出错',
			sequence: '时序图窗格出错',
			socket: '套接字窗格出错',
			statistics: '统计窗格出错',
			lessons: '课程窗格出错',
		},
		again: '重新显示',
	},
	centre: {
		label: '流量的视图',
		log: '日志',
		conversation: '会话',
		sequence: '时序图',
		socket: '套接字',
		statistics: '统计',
	},
	noClipboard: '浏览器不允许此页面使用剪贴板。',
	notices: '通知',
	dismiss: '关闭通知',
};
