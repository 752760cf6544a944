import type {
	recordingErrors as english,
	ignoreRanges as rangesEnglish,
	replayTexts as replays,
} from '../../en/sentences/recordings.ts';
import type { Texts } from '../../locale/texts.ts';

export const ignoreRanges: Texts<typeof rangesEnglish> = {
	forms:
		'FROM-TO、FROM- 或 FROM，偏移从 0 起，负数从末尾起；前面可加 in 或 out，以及 message=N 或 message=N-M，各以冒号结尾，例如 4-7、-2-、in:0x10-0x13、out:message=3:0-1',
};

export const recordingErrors: Texts<typeof english> = {
	recordedStream: ({ port, path }) => `所记录的连接是字节流：请给出 ${port}: 或 ${path}: 的地址`,
	recordedDatagrams: ({ port, path }) => `所记录的连接是数据报：请给出 ${port}: 或 ${path}: 的地址`,
	tooManyRules: ({ count, most }) => `该会话需要 ${count} 条规则，而一个端点最多有 ${most} 条：请改为生成重放。`,
	tooManySteps: ({ count, most }) => `该会话有 ${count} 个步骤，而一个测试最多有 ${most} 个。`,
	noIgnoreRange: ({ text }) => `“${text}”不是可忽略的范围：请写 ${ignoreRanges.forms}。`,
};

export const replayTexts: Texts<typeof replays> = {
	replayOver: ({ turn }) => `连接在第 ${turn} 轮之前已结束。`,
	replayClientOpen: ({ time }) => `客户端在 ${time} 内没有结束。`,
	replayServerOpen: ({ time }) => `服务器在 ${time} 内没有结束。`,
	replayBytesMissingAtEnd: ({ missing, turn }) => `第 ${turn} 轮有 ${missing} 字节在结束之前没有到达。`,
	replayBytesMissing: ({ missing, turn, time }) => `第 ${turn} 轮有 ${missing} 字节在 ${time} 内没有到达。`,
	replayDatagramsMissingAtEnd: ({ missing, turn }) => `第 ${turn} 轮有 ${missing} 个数据报在结束之前没有到达。`,
	replayDatagramsMissing: ({ missing, turn, time }) => `第 ${turn} 轮有 ${missing} 个数据报在 ${time} 内没有到达。`,
	replaySurplus: ({ surplus }) => `比记录的多收到 ${surplus} 字节。`,
	recordedWithoutStart: '抓包记录中没有连接的开头：先发送的一方被当作客户端。',
};
