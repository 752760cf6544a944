import type { framing as english } from '../../../en/dialogs/endpoint-form/framing.ts';
import type { Texts } from '../../../locale/texts.ts';

export const framing: Texts<typeof english> = {
	title: '消息',
	different: '对发送的数据使用不同的分帧',
	sent: '发送数据的分帧',
	pause: '停顿（毫秒）',
	eitherLineEnd: '其中的每个换行同时匹配 LF 和 CR LF',
	order: '字节序',
	offset: '前面的字节数',
	adjustment: '加上',
	includesHead: '长度包含自身和前面的字节',
};
