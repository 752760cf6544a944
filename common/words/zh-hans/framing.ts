import type { framing as english } from '../en/framing.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const framing: Texts<typeof english> = {
	label: '分帧',
	kinds: {
		none: '无（每次读取为一条消息）',
		line: '行',
		delimiter: '分隔符',
		fixed: '固定长度',
		length: '长度字段',
		idle: '消息后的停顿',
	},
	asEndpoint: '使用端点的配置',
	delimiter: '分隔符',
	bytes: '字节数',
	milliseconds: '毫秒数',
	lengthField: '长度字段',
	size: (size) => `${count(size)} 字节`,
	orders: {
		big: '大端序',
		little: '小端序',
	},
	sizeAndOrder: (size, order) => `${size}，${order}`,

	described: {
		delimiter: (text, format, eitherLineEnd) =>
			`分隔符 ${text}（${format}${eitherLineEnd ? '，LF 或 CR LF 均可' : ''}）`,
		fixed: (length) => `固定长度 ${count(length)} 字节`,
		idle: (ms) => `消息后停顿 ${ms} ms`,
		length: (size, order, offset, includesHead, adjustment) =>
			[
				`${count(size)} 字节的长度字段`,
				size === 1 ? '' : order === 'big' ? '，大端序' : '，小端序',
				offset === 0 ? '' : `，偏移 ${offset}`,
				includesHead ? '，计入长度字段本身' : '',
				adjustment === 0 ? '' : `，${adjustment > 0 ? '+' : '−'} ${Math.abs(adjustment)}`,
			].join(''),
	},
};
