import type { events as english } from '../en/events.ts';
import type { Texts } from '../locale/texts.ts';

export const events: Texts<typeof english> = {
	kinds: {
		listening: '監聽',
		open: '開啟',
		data: '資料',
		end: '半關閉',
		close: '關閉',
		reset: '重設',
		error: '錯誤',
		note: '說明',
	},
	directions: { in: '收', out: '發', none: '' },
};
