import type { recordingErrors as english } from '../../en/sentences/recordings.ts';
import type { Texts } from '../../locale/texts.ts';

export const recordingErrors: Texts<typeof english> = {
	recordedStream: ({ port, path }) => `所记录的连接是字节流：请给出 ${port}: 或 ${path}: 的地址`,
	recordedDatagrams: ({ port, path }) => `所记录的连接是数据报：请给出 ${port}: 或 ${path}: 的地址`,
	tooManyRules: ({ count, most }) => `该会话需要 ${count} 条规则，而一个端点最多有 ${most} 条：请改为生成重放。`,
	tooManySteps: ({ count, most }) => `该会话有 ${count} 个步骤，而一个测试最多有 ${most} 个。`,
	noIgnoreRange: ({ text, forms }) => `“${text}”不是可忽略的范围：请写 ${forms}。`,
};
