import type { agentCalls as english } from '../../en/dialogs/agent-calls.ts';
import type { Texts } from '../../locale/texts.ts';

export const agentCalls: Texts<typeof english> = {
	title: '智慧體的呼叫',
	failed: (why) => `無法讀取呼叫：${why}`,
	reading: '正在讀取…',
	none: '還沒有智慧體針對此工作區發起呼叫。用「wirebench mcp」讓智慧體使用它：參見使用者指南。',
	list: '智慧體的呼叫，最新的在前',
	ok: '成功',
	bad: '失敗',
	by: (client, took) => `${client}，${took} ms`,
};
