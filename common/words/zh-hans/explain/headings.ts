import type { headings as english } from '../../en/explain/headings.ts';
import type { Texts } from '../../locale/texts.ts';

export const headings: Texts<typeof english> = {
	title: '名词解释',
	about: '教程、程序和这个窗口里的名称，各用两句话说明，以及接下来做什么。',
	next: (what) => `接下来：${what}`,
	groups: {
		calls: '套接字 API 的调用',
		states: 'TCP 连接的状态',
		errors: '系统的错误',
		options: '套接字选项',
		addresses: '地址',
		framings: '分帧方式',
		events: '抓包记录的事件',
		faults: '代理的故障',
		fields: '表单的字段',
		steps: '测试的步骤',
		dialogs: '对话框的字段',
		settings: '设置',
		testing: '测试的字段',
		answers: '应答的字段',
		views: '视图和搜索',
		kinds: '端点的类型',
		presets: '预设',
	},
	ends: {
		client: '客户端',
		server: '服务器',
		sender: '发送方',
		receiver: '接收方',
		first: '先关闭的一方',
		second: '另一方',
		machine: '对方的机器',
		elsewhere: '另一台机器',
	},
	lost: '丢失',
	picture: '图示，按时间顺序',
};
