import type { scriptTexts as english } from '../../en/sentences/scripts.ts';
import type { Texts } from '../../locale/texts.ts';

export const scriptTexts: Texts<typeof english> = {
	scriptFaultAtColumn: ({ line, column, why }) => `指令碼第 ${line} 列第 ${column} 欄：${why}`,
	scriptFaultAtLine: ({ line, why }) => `指令碼第 ${line} 列：${why}`,
	scriptFault: ({ why }) => `指令碼：${why}`,
	scriptTooLateEnded: '到時限仍未結束，其執行緒已遭終止。下次啟動時會重新執行。',
	scriptTooLate: '到時限仍未結束。',
	scriptThreadOver: '其執行緒已結束。',
	scriptThreadBroke: ({ why }) => `其執行緒已結束：${why}`,
	scriptThreadFailed: ({ why }) => `指令碼的執行緒已結束：${why}`,
	scriptUnread: '未能及時讀取指令碼。',
	scriptEndedInterpreterFull: ({ memory, why }) => `指令碼使直譯器終止，其 ${memory} MiB 記憶體已用完：${why}`,
	scriptEndedInterpreter: ({ why }) => `指令碼使直譯器終止：${why}`,
	scriptComputed: ({ ms }) => `一次呼叫的計算超過 ${ms} ms。`,
	scriptSent: ({ output }) => `一次呼叫傳送和記錄的內容超過 ${output} KiB：該次呼叫的內容都不傳送。`,
	scriptMemoryOrNull: ({ memory }) => `其 ${memory} MiB 記憶體已用完，或擲出了 null。`,
	scriptMemory: ({ memory }) => `所需記憶體超過其 ${memory} MiB。`,
	scriptDefinesNone: '指令碼沒有定義 onOpen、onMessage、onEnd 和 onClose 中的任何一個：不作回應。',
};
