import type { sendings as english } from '../../en/composer/sendings.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count: written } = localeOf('zh-Hant');

export const sendings: Texts<typeof english> = {
	gone: '已不存在的端點',
	several: (endpoint, connections) => `${endpoint}，${written(connections)} 個連線`,
	file: (name, to) => `${name} 傳送到 ${to}：`,
	message: (to) => `訊息傳送到 ${to}：`,
	repeatFast: (to) => `重複傳送到 ${to}，盡可能快：`,
	repeat: (to, ms) => `重複傳送到 ${to}，每 ${ms} ms：`,
	ends: { running: '', done: '已完成。', stopped: '已停止。', failed: '失敗。' },
	result: (progress, end, error) => `${progress}。${end}${error}`,
	and: '，',
	sent: (amount) => `已傳送 ${amount}`,
	sentOf: (amount, whole) => `已傳送 ${amount}，共 ${whole}`,
	bytesOf: (sent, whole) => `已傳送 ${written(sent)} 個位元組，共 ${written(whole)} 個`,
	ofNext: (sent) => `以及下一則的 ${written(sent)} 個位元組`,
	late: (mean, most) => `平均晚 ${mean} ms，最多晚 ${most} ms`,
	stop: (title) => `停止：${title}`,
	dismiss: (title) => `關閉：${title}`,
	failure: (connection, why) => `#${connection}（${why}）`,
	failed: (count, connections, which) => `${written(connections)} 個連線中有 ${written(count)} 個失敗：${which}。`,
	failedMore: (count, connections, which, more) =>
		`${written(connections)} 個連線中有 ${written(count)} 個失敗：${which}，另有 ${written(more)} 個。`,
	took: (taken, connections, size, others) =>
		`${written(connections)} 個連線中有 ${written(taken)} 個接收了 ${written(size)} 個位元組。未接收的是 ${others}。`,
	stopped: (taken, size) => `已停止：系統已接收訊息 ${written(size)} 個位元組中的 ${written(taken)} 個。`,
};
