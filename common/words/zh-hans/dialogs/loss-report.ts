import type { lossReport as english } from '../../en/dialogs/loss-report.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count: written } = localeOf('zh-Hans');

export const lossReport: Texts<typeof english> = {
	title: (endpoint) => `${endpoint} 的丢失报告`,
	titleUnknown: '端点的丢失报告',
	form: '丢失报告',
	about:
		'丢失报告统计此端点接收的编号消息中，哪些丢失、重复、乱序或迟到。消息由负载测试（此 Wirebench 或另一个）发送，也可由任何为消息编号的程序发送。',
	keep: '开始丢失报告',
	copy: '复制为 JSON',
	copied: '丢失报告已复制为 JSON',
	notCopied: '未能复制丢失报告',
	noUpdates: '丢失报告不再更新',
	notChanged: '未能更改丢失报告',
	keepNone: '不再统计',
	again: '重新开始',
	nothing: '还没有编号消息',
	wanted: {
		text: (text) => `形如“${text}”的消息`,
		header: '带消息头的消息',
	},
	waiting: {
		closed: (what, endpoint) => `正在等待：${what}。启动 ${endpoint} 以接收。`,
		unframed: (what) => `正在等待：${what}。现在每次读取都视为一条消息：请在“消息…”中指定消息的长度或结束方式。`,
		open: (what) => `正在等待：${what}。在另一个端点的菜单中用“负载测试…”发送。`,
	},
	counts: (numbered, others) => `${written(numbered)} 条编号消息，${written(others)} 条其他消息`,
	countsUntracked: (numbered, others, untracked) =>
		`${written(numbered)} 条编号消息，${written(others)} 条其他消息，${written(untracked)} 条来自更多发送方`,
	senders: '发送方',
	columns: {
		from: { name: '来源', about: '连接' },
		stream: { name: '流', about: '消息头中的 ID' },
		received: { name: '已接收', about: '消息数，包括重复的' },
		lost: { name: '丢失', about: '最小与最大编号之间尚未到达的编号数' },
		outstanding: { name: '未到达', about: '已宣告的编号中，小于最小编号和大于最大编号的编号数' },
		repeated: { name: '重复', about: '再次到达' },
		reordered: { name: '乱序', about: '在更大的编号之后到达；括号内为最多落后多少' },
		late: { name: '迟到', about: '落后最大编号太多，无法区分乱序与重复' },
		p50: { name: '延迟 p50', about: '毫秒' },
		p95: { name: 'p95', about: '毫秒' },
		p99: { name: 'p99', about: '毫秒' },
		mean: { name: '平均', about: '毫秒' },
		max: { name: '最大', about: '毫秒' },
		jitter: { name: '抖动', about: '毫秒，RFC 3550' },
	},
	inMs: '延迟以毫秒为单位。',
	ahead: (ms) => `发送方的时钟比本机至少快 ${ms} ms：延迟值相应偏小。`,
};
