import type { faults as english } from '../../en/explain/faults.ts';
import type { Texts } from '../../locale/texts.ts';

export const faults: Texts<typeof english> = {
	latency: {
		title: '延迟',
		text: '所有内容都晚这么久到达，再随机增减一部分。什么都不丢，顺序不变。',
		next: '看看你的程序等待时在做什么：它阻塞了吗？',
	},
	bandwidth: {
		title: '带宽',
		text: '每秒最多通过这么多字节，其余等待。所有缓冲区都满时，你的程序的 send 会阻塞。',
		next: '发送 1 MB，观察 send 一次只接受一部分。',
	},
	slicer: {
		title: '切片',
		text: '把字节流切成小块，中间有停顿。以为一次 recv 就是一条消息的程序会出错。',
		next: '设为 1 字节：正确的读取程序不会察觉。',
	},
	corrupt: {
		title: '损坏',
		text: '翻转个别比特。真实网络几乎不会让这种错误通过：TCP 和 UDP 都有校验和。它检验你的程序如何对待无效输入。',
		next: '给自己的协议加上校验和，看它怎样发现错误。',
	},
	drop: {
		title: '丢弃',
		text: '一部分数据报永远不会到达，发送者也不会得到通知。需要应答的一方必须限时等待并重发。',
		next: '设为 30%，数一数重发次数。',
	},
	duplicate: {
		title: '重复',
		text: '一个数据报到达两次。每收到一个就累加或扣款的程序，会做两次。',
		next: '给每个请求编号，对已知的请求只应答，不再执行。',
	},
	reorder: {
		title: '乱序',
		text: '数据报比后发的更晚到达。UDP 不保证顺序，TCP 保证。',
		next: '给消息编号，按编号排序或丢弃。',
	},
	slowClose: {
		title: '缓慢关闭',
		text: 'FIN 比最后一个字节晚到。一直读到结束的程序虽然已经收齐，还要等这么久。',
		next: '让协议自己说明消息在哪里结束。',
	},
	halfOpen: {
		title: '半开',
		text: '传输若干字节之后什么都不再通过，也没有任何通知：就像拔了网线或机器宕机。没有时限的读取会永远等下去。',
		next: '设置时限或 SO_KEEPALIVE，看看何时才发现。',
	},
	timeout: {
		title: '超时',
		text: '什么都不通过，过了这段时间连接关闭。客户端已经连上，却收不到应答。',
		next: 'recv 的时限比它短，就能更早结束等待。',
	},
	reset: {
		title: '重置',
		text: '用 RST 而不是 FIN 结束连接。recv 失败，错误是 ECONNRESET，还没读取的字节可能丢失。',
		next: '确认你的服务器继续服务其他客户端。',
	},
	limitData: {
		title: '限量',
		text: '传输这么多字节后关闭连接，即使在一条消息中间。程序还在等剩余部分时，recv 返回零字节。',
		next: '把提前结束当作错误，而不是空消息。',
	},
	closeAfter: {
		title: '定时关闭',
		text: '过了一段时间就关闭连接，不管正在做什么。长连接在防火墙和负载均衡器上会遇到。',
		next: '让客户端重新连接，看看中间有没有丢失。',
	},
};
