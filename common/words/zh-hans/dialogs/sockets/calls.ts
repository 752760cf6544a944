import type { socketCalls as english } from '../../../en/dialogs/sockets/calls.ts';
import { localeOf } from '../../../locale/locale.ts';
import type { Texts } from '../../../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const socketCalls: Texts<typeof english> = {
	panel: '套接字',
	part: '显示什么',
	parts: { calls: '调用', states: '状态', kernel: '内核' },
	title: '等效调用',
	engine: '由事件推导而来：Wirebench 运行在 libuv 上。',
	language: '语言',
	mode: '套接字',
	modes: { blocking: '阻塞', 'non-blocking': '非阻塞' },
	list: (whose) => `调用：${whose}`,
	connection: (id) => `连接 #${id}`,
	of: '谁的调用',
	all: '所有端点',
	connectionChoice: '显示谁的状态',
	ofSelection: '选中的连接',
	notListed: '无法列出抓包记录中的连接',
	number: (all) => `${count(all)} 个调用`,
	event: (n) => `事件 ${count(n)}`,
	inferred: '推断：没有事件显示它',
	loading: '…',
	gone: '此调用的事件已被删除。',
	none: (n) => `事件 ${count(n)} 没有对应的调用。`,
	waits: (call, seconds) => `会在 ${call} 中等待，已 ${seconds}`,
	more: (others) => `另有 ${count(others)} 个`,
	now: '当前阻塞',
	nothing: '当前没有阻塞的调用。',
	empty: { title: '没有调用', text: '启动一个端点：程序会进行的套接字调用将显示在这里。' },
	unread: (why) => `无法读取调用：${why}`,
	tryAgain: '重试',
	limited: '列表已满：之后的调用不在其中。',
	copied: (lines) => `已复制 ${count(lines)} 个调用。`,
	notCopied: '无法复制',
	notFound: '找不到该事件的调用',
};
