import type { describedSteps as english } from '../../../en/cli/tests/described-steps.ts';
import type { Texts } from '../../../locale/texts.ts';

export const describedSteps: Texts<typeof english> = {
	quoted: (text) => `“${text}”`,
	hex: (quoted) => `十六进制 ${quoted}`,
	length: {
		exactly: (bytes) => `${bytes} 字节`,
		atLeast: (bytes) => `至少 ${bytes} 字节`,
		atMost: (bytes) => `至多 ${bytes} 字节`,
		between: (min, max) => `${min} 到 ${max} 字节`,
	},
	contains: (what) => `包含 ${what} 的内容`,
	like: (pattern) => `匹配 ${pattern} 的内容`,
	message: (structure) => `一条 ${structure} 消息`,
	messageWith: (structure, condition) => `一条满足 ${condition} 的 ${structure} 消息`,
	anything: '任意内容',
	on: (connection, what) => `${connection}：${what}`,
	send: (what) => `发送 ${what}`,
	sendLine: (what, lineEnding) => `发送 ${what} ${lineEnding}`,
	expect: (what, within) => `期望 ${what}，限时 ${within}`,
	expectEnd: (within) => `期望结束，限时 ${within}`,
	wait: (time) => `等待 ${time}`,
	end: '结束本端发送',
	close: '关闭',
	reset: '重置',
	open: '连接',
	accept: (within) => `接受连接，限时 ${within}`,
	choose: (cases, within) => `按 ${cases.join(' 或 ')} 选择，限时 ${within}`,
	repeat: ({ times, before, after }) => {
		const only = before === undefined && after === undefined;
		const most = times === undefined ? '' : `${only ? ' ' : '，最多 '}${times} 次`;
		const during = before === undefined ? '' : `，只要收到 ${before}`;
		const end = after === undefined ? '' : `，直到收到 ${after}`;
		return `循环${most}${during}${end}`;
	},
	leave: '跳出循环',
	connectTo: (place) => `连接到 ${place}`,
	openSocket: '打开套接字',
	openSocketTo: (place) => `打开到 ${place} 的套接字`,
	listenOn: (place) => `监听 ${place}`,
	chosenName: '由系统选择的名称',
	use: (endpoint) => `使用 ${endpoint}`,
	list: (parts) => parts.join('，'),
};
