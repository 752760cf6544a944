import type { framing as english } from '../en/framing.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const framing: Texts<typeof english> = {
	label: '分框',
	kinds: {
		none: '無（每次讀取為一則訊息）',
		line: '行',
		delimiter: '分隔符號',
		fixed: '固定長度',
		length: '長度欄位',
		idle: '訊息後的停頓',
	},
	asEndpoint: '使用端點的設定',
	delimiter: '分隔符號',
	bytes: '位元組數',
	milliseconds: '毫秒數',
	lengthField: '長度欄位',
	size: (size) => `${count(size)} 位元組`,
	orders: {
		big: '大端序',
		little: '小端序',
	},
	sizeAndOrder: (size, order) => `${size}，${order}`,
};
