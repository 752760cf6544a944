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

	described: {
		delimiter: (text, format, eitherLineEnd) =>
			`分隔符號 ${text}（${format}${eitherLineEnd ? '，LF 或 CR LF 皆可' : ''}）`,
		fixed: (length) => `固定長度 ${count(length)} 位元組`,
		idle: (ms) => `訊息後停頓 ${ms} ms`,
		length: (size, order, offset, includesHead, adjustment) =>
			[
				`${count(size)} 位元組的長度欄位`,
				size === 1 ? '' : order === 'big' ? '，大端序' : '，小端序',
				offset === 0 ? '' : `，位移 ${offset}`,
				includesHead ? '，計入長度欄位本身' : '',
				adjustment === 0 ? '' : `，${adjustment > 0 ? '+' : '−'} ${Math.abs(adjustment)}`,
			].join(''),
	},
};
