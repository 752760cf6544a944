import type { describedSteps as english } from '../../../en/cli/tests/described-steps.ts';
import type { Texts } from '../../../locale/texts.ts';

export const describedSteps: Texts<typeof english> = {
	quoted: (text) => `「${text}」`,
	hex: (quoted) => `十六進位 ${quoted}`,
	length: {
		exactly: (bytes) => `${bytes} 位元組`,
		atLeast: (bytes) => `至少 ${bytes} 位元組`,
		atMost: (bytes) => `至多 ${bytes} 位元組`,
		between: (min, max) => `${min} 到 ${max} 位元組`,
	},
	contains: (what) => `包含 ${what} 的內容`,
	like: (pattern) => `符合 ${pattern} 的內容`,
	message: (structure) => `一則 ${structure} 訊息`,
	messageWith: (structure, condition) => `一則符合 ${condition} 的 ${structure} 訊息`,
	anything: '任意內容',
	on: (connection, what) => `${connection}：${what}`,
	send: (what) => `傳送 ${what}`,
	sendLine: (what, lineEnding) => `傳送 ${what} ${lineEnding}`,
	expect: (what, within) => `預期 ${what}，限時 ${within}`,
	expectEnd: (within) => `預期結束，限時 ${within}`,
	wait: (time) => `等待 ${time}`,
	end: '結束本端傳送',
	close: '關閉',
	reset: '重設',
	open: '連線',
	accept: (within) => `接受連線，限時 ${within}`,
	choose: (cases, within) => `按 ${cases.join(' 或 ')} 選擇，限時 ${within}`,
	repeat: ({ times, before, after }) => {
		const only = before === undefined && after === undefined;
		const most = times === undefined ? '' : `${only ? ' ' : '，最多 '}${times} 次`;
		const during = before === undefined ? '' : `，只要收到 ${before}`;
		const end = after === undefined ? '' : `，直到收到 ${after}`;
		return `迴圈${most}${during}${end}`;
	},
	leave: '跳出迴圈',
	connectTo: (place) => `連線到 ${place}`,
	openSocket: '開啟通訊端',
	openSocketTo: (place) => `開啟到 ${place} 的通訊端`,
	listenOn: (place) => `監聽 ${place}`,
	chosenName: '由系統選擇的名稱',
	use: (endpoint) => `使用 ${endpoint}`,
	list: (parts) => parts.join('，'),
};
