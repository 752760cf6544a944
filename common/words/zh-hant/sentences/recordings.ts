import type { recordingErrors as english } from '../../en/sentences/recordings.ts';
import type { Texts } from '../../locale/texts.ts';

export const recordingErrors: Texts<typeof english> = {
	recordedStream: ({ port, path }) => `所記錄的連線是位元組流：請給出 ${port}: 或 ${path}: 的位址`,
	recordedDatagrams: ({ port, path }) => `所記錄的連線是資料報：請給出 ${port}: 或 ${path}: 的位址`,
	tooManyRules: ({ count, most }) => `該對話需要 ${count} 條規則，而一個端點最多有 ${most} 條：請改為產生重播。`,
	tooManySteps: ({ count, most }) => `該對話有 ${count} 個步驟，而一個測試最多有 ${most} 個。`,
	noIgnoreRange: ({ text, forms }) => `「${text}」不是可忽略的範圍：請寫 ${forms}。`,
};
