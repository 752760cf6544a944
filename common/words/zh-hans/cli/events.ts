import type { events as english } from '../../en/cli/events.ts';
import type { Texts } from '../../locale/texts.ts';

export const events: Texts<typeof english> = {
	listening: (endpoint, address) => `${endpoint} 正在 ${address} 上监听`,
	open: '打开',
	openFrom: (address) => `打开，来自 ${address}`,
	openTo: (address) => `打开，连到 ${address}`,
	end: { in: '对端结束了其发送方向', out: '结束了本端的发送方向', either: '半关闭' },
	reset: { in: '被对端重置', out: '被本端重置', either: '重置' },
	close: '关闭',
	message: (number, reads) => (reads === 1 ? `[${number}]` : `[${number}，${reads} 次读取]`),
	error: '错误',
	note: '说明',
	withinCharacter: (rest) => `在字符中间结束：${rest}`,
	summary: (received, stored, dropped) => `收到 ${received} 个事件，存储 ${stored} 个，丢弃 ${dropped} 个`,
	generator: (status, sent, rate, behindMs, refused) =>
		`${status}：已发送 ${sent}，${rate}/s，落后 ${behindMs} ms，拒绝 ${refused}`,
	generatorStatus: { running: '正在运行', done: '已完成', stopped: '已停止', failed: '失败' },
	header: (bytes) => `--- 头部，${bytes} 字节`,
	body: '--- 正文',
	leftOut: (count) => `这里省略了 ${count} 个事件：读取方太慢。使用 --capture 可保留它们。`,
	leftOutCaptured: (count) => `这里省略了 ${count} 个事件：读取方太慢。它们已存入抓包记录。`,
	readerBehind: '抓包记录的读取方落后：TCP 连接在等待它。',
	readerCaughtUp: '抓包记录的读取方已赶上。',
	writtenAgain: '抓包记录恢复写入。',
	loss: {
		report: (numbered, others) => `丢失报告：${numbered} 条编号消息，其他 ${others} 条`,
		reportMore: (numbered, others, further) =>
			`丢失报告：${numbered} 条编号消息，其他 ${others} 条，更多发送方 ${further} 条`,
		received: (count, lowest, highest) => `收到 ${count}（${lowest} 到 ${highest}）`,
		lost: (count) => `丢失 ${count}`,
		duplicates: (count) => `重复 ${count}`,
		reordered: (count) => `乱序 ${count}`,
		reorderedBy: (count, most) => `乱序 ${count}（最多相差 ${most}）`,
		late: (count) => `太迟而无法判断 ${count}`,
		missing: (before, after) => `从未到达：之前 ${before}，之后 ${after}`,
		delay: (min, mean, middle, max, jitter) => `延迟 最小 ${min} 平均 ${mean}${middle} 最大 ${max} 抖动 ${jitter} ms`,
		ahead: (ms) => `发送方的时钟至少快 ${ms} ms`,
		stream: (connection, stream, parts) => `#${connection} 流 ${stream}：${parts.join('，')}`,
		connection: (connection, parts) => `#${connection}：${parts.join('，')}`,
	},
};
