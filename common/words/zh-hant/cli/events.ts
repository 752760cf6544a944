import type { events as english } from '../../en/cli/events.ts';
import type { Texts } from '../../locale/texts.ts';

export const events: Texts<typeof english> = {
	listening: (endpoint, address) => `${endpoint} 正在 ${address} 上監聽`,
	open: '開啟',
	openFrom: (address) => `開啟，來自 ${address}`,
	openTo: (address) => `開啟，連到 ${address}`,
	end: { in: '對端結束了其傳送方向', out: '結束了本端的傳送方向', either: '半關閉' },
	reset: { in: '被對端重設', out: '被本端重設', either: '重設' },
	close: '關閉',
	message: (number, reads) => (reads === 1 ? `[${number}]` : `[${number}，${reads} 次讀取]`),
	error: '錯誤',
	note: '說明',
	withinCharacter: (rest) => `在字元中間結束：${rest}`,
	summary: (received, stored, dropped) => `收到 ${received} 個事件，儲存 ${stored} 個，丟棄 ${dropped} 個`,
	generator: (status, sent, rate, behindMs, refused) =>
		`${status}：已傳送 ${sent}，${rate}/s，落後 ${behindMs} ms，拒絕 ${refused}`,
	generatorStatus: { running: '正在執行', done: '已完成', stopped: '已停止', failed: '失敗' },
	header: (bytes) => `--- 標頭，${bytes} 位元組`,
	body: '--- 內文',
	leftOut: (count) => `這裡省略了 ${count} 個事件：讀取方太慢。使用 --capture 可保留它們。`,
	leftOutCaptured: (count) => `這裡省略了 ${count} 個事件：讀取方太慢。它們已存入擷取記錄。`,
	readerBehind: '擷取記錄的讀取方落後：TCP 連線在等待它。',
	readerCaughtUp: '擷取記錄的讀取方已趕上。',
	writtenAgain: '擷取記錄恢復寫入。',
	loss: {
		report: (numbered, others) => `遺失報告：${numbered} 則編號訊息，其他 ${others} 則`,
		reportMore: (numbered, others, further) =>
			`遺失報告：${numbered} 則編號訊息，其他 ${others} 則，更多傳送方 ${further} 則`,
		received: (count, lowest, highest) => `收到 ${count}（${lowest} 到 ${highest}）`,
		lost: (count) => `遺失 ${count}`,
		duplicates: (count) => `重複 ${count}`,
		reordered: (count) => `亂序 ${count}`,
		reorderedBy: (count, most) => `亂序 ${count}（最多相差 ${most}）`,
		late: (count) => `太遲而無法判斷 ${count}`,
		missing: (before, after) => `從未到達：之前 ${before}，之後 ${after}`,
		delay: (min, mean, middle, max, jitter) => `延遲 最小 ${min} 平均 ${mean}${middle} 最大 ${max} 抖動 ${jitter} ms`,
		ahead: (ms) => `傳送方的時鐘至少快 ${ms} ms`,
		stream: (connection, stream, parts) => `#${connection} 流 ${stream}：${parts.join('，')}`,
		connection: (connection, parts) => `#${connection}：${parts.join('，')}`,
	},
};
