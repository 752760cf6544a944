import type {
	recordingErrors as english,
	ignoreRanges as rangesEnglish,
	replayTexts as replays,
} from '../../en/sentences/recordings.ts';
import type { Texts } from '../../locale/texts.ts';

export const ignoreRanges: Texts<typeof rangesEnglish> = {
	forms:
		'FROM-TO、FROM- 或 FROM，位移從 0 起，負數從結尾起；前面可加 in 或 out，以及 message=N 或 message=N-M，各以冒號結尾，例如 4-7、-2-、in:0x10-0x13、out:message=3:0-1',
};

export const recordingErrors: Texts<typeof english> = {
	recordedStream: ({ port, path }) => `所記錄的連線是位元組流：請給出 ${port}: 或 ${path}: 的位址`,
	recordedDatagrams: ({ port, path }) => `所記錄的連線是資料報：請給出 ${port}: 或 ${path}: 的位址`,
	tooManyRules: ({ count, most }) => `該對話需要 ${count} 條規則，而一個端點最多有 ${most} 條：請改為產生重播。`,
	tooManySteps: ({ count, most }) => `該對話有 ${count} 個步驟，而一個測試最多有 ${most} 個。`,
	noIgnoreRange: ({ text }) => `「${text}」不是可忽略的範圍：請寫 ${ignoreRanges.forms}。`,
};

export const replayTexts: Texts<typeof replays> = {
	replayOver: ({ turn }) => `連線在第 ${turn} 輪之前已結束。`,
	replayClientOpen: ({ time }) => `用戶端在 ${time} 內沒有結束。`,
	replayServerOpen: ({ time }) => `伺服器在 ${time} 內沒有結束。`,
	replayBytesMissingAtEnd: ({ missing, turn }) => `第 ${turn} 輪有 ${missing} 位元組在結束之前沒有到達。`,
	replayBytesMissing: ({ missing, turn, time }) => `第 ${turn} 輪有 ${missing} 位元組在 ${time} 內沒有到達。`,
	replayDatagramsMissingAtEnd: ({ missing, turn }) => `第 ${turn} 輪有 ${missing} 個資料報在結束之前沒有到達。`,
	replayDatagramsMissing: ({ missing, turn, time }) => `第 ${turn} 輪有 ${missing} 個資料報在 ${time} 內沒有到達。`,
	replaySurplus: ({ surplus }) => `比記錄的多收到 ${surplus} 位元組。`,
	recordedWithoutStart: '擷取記錄中沒有連線的開頭：先傳送的一方被當作用戶端。',
};
