import type { loadTest as english } from '../../en/dialogs/load-test.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count: written } = localeOf('zh-Hans');

export const loadTest: Texts<typeof english> = {
	title: (endpoint) => `负载测试：从 ${endpoint} 发送`,
	titleUnknown: '负载测试：从端点发送',
	form: '负载测试',
	gone: '该端点已不存在。',
	closed: {
		title: '端点未打开',
		body: '编号消息从套接字发出：请先启动端点。',
		start: (endpoint) => `启动 ${endpoint}`,
	},
	nobody: {
		title: '还没有可发送的对象',
		body: (endpoint) => `${endpoint} 正在等待客户端。客户端连接后显示表单。`,
	},
	to: '发往',
	anAddress: '指定地址',
	host: '主机',
	port: '端口',
	portFault: '1 到 65535 的整数。',
	goesOn: '关闭此窗口后仍会继续，可在这里停止。',
	plan: {
		send: '发送方式',
		paces: { paced: '按速率', free: '尽可能快' },
		rate: '每秒消息数',
		count: '消息总数',
		noEnd: '不限',
		size: '每条消息的字节数',
		framing: '字节流中的消息',
		framingHint: '接收方的分帧方式必须相同。',
		framings: {
			fixed: '长度都相同',
			length2: '前置长度，2 字节',
			length4: '前置长度，4 字节',
		},
	},
	numbering: {
		label: '编号位置',
		types: { header: '在消息头中（含时间和流 ID）', text: '在文本中' },
		text: '文本，用 %d 表示编号',
	},
	rateZero: '速率须大于 0。',
	run: {
		label: '最近一次运行',
		status: { running: '正在发送', done: '已完成', stopped: '已停止', failed: '失败' },
		sent: '已发送',
		of: (sent, total) => `${written(sent)} / ${written(total)}`,
		rate: '速率',
		rateOverAll: '平均速率',
		perSecond: (messages) => `${written(messages)} 条/秒`,
		behind: '落后',
		refused: '被拒绝',
		time: '时间',
		refusedLast: (errno, why) => `最近一次被拒绝：${errno} ${why}`,
	},
	notices: {
		noUpdates: '负载测试的运行情况不再更新',
		notStarted: '负载测试未启动',
		notStopped: '负载测试未停止',
	},
};
