import type { sendings as english } from '../../en/composer/sendings.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count: written } = localeOf('zh-Hans');

export const sendings: Texts<typeof english> = {
	gone: '已不存在的端点',
	several: (endpoint, connections) => `${endpoint}，${written(connections)} 个连接`,
	file: (name, to) => `${name} 发送到 ${to}：`,
	message: (to) => `消息发送到 ${to}：`,
	repeatFast: (to) => `重复发送到 ${to}，尽可能快：`,
	repeat: (to, ms) => `重复发送到 ${to}，每 ${ms} ms：`,
	ends: { running: '', done: '已完成。', stopped: '已停止。', failed: '失败。' },
	result: (progress, end, error) => `${progress}。${end}${error}`,
	and: '，',
	sent: (amount) => `已发送 ${amount}`,
	sentOf: (amount, whole) => `已发送 ${amount}，共 ${whole}`,
	bytesOf: (sent, whole) => `已发送 ${written(sent)} 个字节，共 ${written(whole)} 个`,
	ofNext: (sent) => `以及下一条的 ${written(sent)} 个字节`,
	late: (mean, most) => `平均晚 ${mean} ms，最多晚 ${most} ms`,
	stop: (title) => `停止：${title}`,
	dismiss: (title) => `关闭：${title}`,
	failure: (connection, why) => `#${connection}（${why}）`,
	failed: (count, connections, which) => `${written(connections)} 个连接中有 ${written(count)} 个失败：${which}。`,
	failedMore: (count, connections, which, more) =>
		`${written(connections)} 个连接中有 ${written(count)} 个失败：${which}，另有 ${written(more)} 个。`,
	took: (taken, connections, size, others) =>
		`${written(connections)} 个连接中有 ${written(taken)} 个接收了 ${written(size)} 个字节。未接收的是 ${others}。`,
	stopped: (taken, size) => `已停止：系统已接收消息 ${written(size)} 个字节中的 ${written(taken)} 个。`,
};
