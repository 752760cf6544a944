import type { scriptTexts as english } from '../../en/sentences/scripts.ts';
import type { Texts } from '../../locale/texts.ts';

export const scriptTexts: Texts<typeof english> = {
	scriptFaultAtColumn: ({ line, column, why }) => `脚本第 ${line} 行第 ${column} 列：${why}`,
	scriptFaultAtLine: ({ line, why }) => `脚本第 ${line} 行：${why}`,
	scriptFault: ({ why }) => `脚本：${why}`,
	scriptTooLateEnded: '到时限仍未结束，其线程已被终止。下次启动时会重新运行。',
	scriptTooLate: '到时限仍未结束。',
	scriptThreadOver: '其线程已结束。',
	scriptThreadBroke: ({ why }) => `其线程已结束：${why}`,
	scriptThreadFailed: ({ why }) => `脚本的线程已结束：${why}`,
	scriptUnread: '未能及时读取脚本。',
	scriptEndedInterpreterFull: ({ memory, why }) => `脚本使解释器终止，其 ${memory} MiB 内存已用完：${why}`,
	scriptEndedInterpreter: ({ why }) => `脚本使解释器终止：${why}`,
	scriptComputed: ({ ms }) => `一次调用的计算超过 ${ms} ms。`,
	scriptSent: ({ output }) => `一次调用发送和记录的内容超过 ${output} KiB：该次调用的内容都不发送。`,
	scriptMemoryOrNull: ({ memory }) => `其 ${memory} MiB 内存已用完，或抛出了 null。`,
	scriptMemory: ({ memory }) => `所需内存超过其 ${memory} MiB。`,
	scriptDefinesNone: '脚本没有定义 onOpen、onMessage、onEnd 和 onClose 中的任何一个：不作应答。',
};
