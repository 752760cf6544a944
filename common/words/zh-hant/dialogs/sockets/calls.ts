import type { socketCalls as english } from '../../../en/dialogs/sockets/calls.ts';
import { localeOf } from '../../../locale/locale.ts';
import type { Texts } from '../../../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const socketCalls: Texts<typeof english> = {
	panel: '通訊端',
	part: '顯示什麼',
	parts: { calls: '呼叫', states: '狀態', kernel: '核心' },
	title: '等效呼叫',
	engine: '由事件推導而來：Wirebench 執行於 libuv 之上。',
	language: '語言',
	mode: '通訊端',
	modes: { blocking: '阻塞', 'non-blocking': '非阻塞' },
	list: (whose) => `呼叫：${whose}`,
	connection: (id) => `連線 #${id}`,
	of: '誰的呼叫',
	all: '所有端點',
	connectionChoice: '顯示誰的狀態',
	ofSelection: '選取的連線',
	notListed: '無法列出擷取記錄中的連線',
	number: (all) => `${count(all)} 個呼叫`,
	event: (n) => `事件 ${count(n)}`,
	inferred: '推斷：沒有事件顯示它',
	loading: '…',
	gone: '此呼叫的事件已被刪除。',
	none: (n) => `事件 ${count(n)} 沒有對應的呼叫。`,
	waits: (call, seconds) => `會在 ${call} 中等待，已 ${seconds}`,
	more: (others) => `另有 ${count(others)} 個`,
	now: '目前阻塞',
	nothing: '目前沒有阻塞的呼叫。',
	empty: { title: '沒有呼叫', text: '啟動一個端點：程式會進行的通訊端呼叫將顯示在這裡。' },
	unread: (why) => `無法讀取呼叫：${why}`,
	tryAgain: '重試',
	limited: '清單已滿：之後的呼叫不在其中。',
	copied: (lines) => `已複製 ${count(lines)} 個呼叫。`,
	notCopied: '無法複製',
	notFound: '找不到該事件的呼叫',
};
