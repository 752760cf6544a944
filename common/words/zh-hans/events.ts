import type { events as english } from '../en/events.ts';
import type { Texts } from '../locale/texts.ts';

export const events: Texts<typeof english> = {
	kinds: {
		listening: '监听',
		open: '打开',
		data: '数据',
		end: '半关闭',
		close: '关闭',
		reset: '重置',
		error: '错误',
		note: '说明',
	},
	directions: { in: '收', out: '发', none: '' },
};
