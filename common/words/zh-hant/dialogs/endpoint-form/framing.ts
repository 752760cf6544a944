import type { framing as english } from '../../../en/dialogs/endpoint-form/framing.ts';
import type { Texts } from '../../../locale/texts.ts';

export const framing: Texts<typeof english> = {
	title: '訊息',
	different: '對傳送的資料使用不同的分框',
	sent: '傳送資料的分框',
	pause: '停頓（毫秒）',
	eitherLineEnd: '其中的每個換行同時符合 LF 和 CR LF',
	order: '位元組順序',
	offset: '前面的位元組數',
	adjustment: '加上',
	includesHead: '長度包含本身和前面的位元組',
};
