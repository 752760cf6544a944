import type { agentCalls as english } from '../../en/dialogs/agent-calls.ts';
import type { Texts } from '../../locale/texts.ts';

export const agentCalls: Texts<typeof english> = {
	title: '智能体的调用',
	failed: (why) => `无法读取调用：${why}`,
	reading: '正在读取…',
	none: '还没有智能体针对此工作区发起调用。用“wirebench mcp”让智能体使用它：参见用户指南。',
	list: '智能体的调用，最新的在前',
	ok: '成功',
	bad: '失败',
	by: (client, took) => `${client}，${took} ms`,
};
