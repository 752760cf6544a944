import type { comparing as english } from '../../en/cli/comparing.ts';
import type { Texts } from '../../locale/texts.ts';

export const comparing: Texts<typeof english> = {
	summary: '比较两个抓包记录、两个连接或两个字节文件',
	description:
		'比较两个抓包记录中发送的内容：逐个连接、逐条消息，每个方向分别比较。输出第一个差异及其位置，以及摘要。端口、地址和时间不算差异，重置算差异。消息按端点的分帧切分；没有分帧的字节流按原样比较，不论它如何到达。',
	path: '抓包记录文件夹，或 pcapng、pcap 文件；使用 --raw 时为任意文件',
	other: '与之比较的内容',
	connection: '只比较第一个的连接 n 与第二个的连接 m（或 n）',
	framing: (forms) => `把字节流切分为消息：${forms}`,
	ignore: (forms) => `忽略每条消息中的一些字节，可多次使用：${forms}`,
	ignoreRegex: '忽略两侧与该模式匹配的内容；前面加 in: 或 out: 表示一个方向；可多次使用',
	within: '也比较时间：从连接开始算起，允许的最大差异',
	raw: '把两个字节文件（各不超过 64 MiB）作为两条消息比较',
	all: '输出所有差异，而不只是第一个',
	json: '每个输出的差异为一个 JSON 对象，摘要也是一个',
	tooMany: (most) => `最多可以忽略 ${most} 个范围和模式。`,
	rawAlone: '使用 --raw 时没有连接、消息和时间。',
	stopped: '在结束前停止：两个抓包记录可能相同，也可能不同。',
	damaged: '有抓包记录已损坏：能读取的部分相同。',
	badConnections: '应为连接的编号，或每个抓包记录各一个：2 或 2:5。',
	badTime: (most) => `应为毫秒数，不超过 ${most}。`,
	badPattern: '应为正则表达式。',
	noConnection: {
		first: (id, known) => `第一个抓包记录没有连接 ${id}：${known}。`,
		second: (id, known) => `第二个抓包记录没有连接 ${id}：${known}。`,
	},
	hasNone: '它没有连接',
	has: (count, first) => `它有 ${count} 个，第一个是 ${first}`,
	connectionAt: (id, place) => `连接 ${id}（${place}）`,
	connectionOfSecond: (id) => `第二个的连接 ${id}`,
	and: '，',
	alone: {
		first: (connection, received, sent) =>
			`第二个抓包记录缺少第一个的 ${connection}：收到 ${received} 字节，发送 ${sent} 字节。`,
		second: (connection, received, sent) =>
			`第一个抓包记录缺少第二个的 ${connection}：收到 ${received} 字节，发送 ${sent} 字节。`,
	},
	found: (where, what, events) => `${where}：${what}${events}。`,
	events: (list) => `（${list.join('，')}）`,
	eventOfFirst: (number) => `第一个的事件 ${number}`,
	eventOfSecond: (number) => `第二个的事件 ${number}`,
	compared: (connections, messages, bytes) => `${connections} 个连接，${messages} 条相同的消息（${bytes} 字节）`,
	equal: (what) => `相同：${what}。`,
	equalBytes: (count) => `相同：${count} 字节。`,
	different: (what, parts) => `不同：${what}；${parts.join('，')}。`,
	counts: {
		changed: (count) => `${count} 处更改`,
		missing: (count) => `${count} 处缺少`,
		extra: (count) => `${count} 处多出`,
		late: (count) => `${count} 处时间不同`,
		ends: (count) => `${count} 处结束方式不同`,
		alone: (count) => `${count} 个连接只在一个抓包记录中`,
	},
	rough: '有些消息无法准确配对：差异太多。',
	differentBytes: (runs) => `不同：${runs} 段字节。`,
	roughBytes: '有些段可能更小：两个文件差异太大，无法准确对齐。',
};
