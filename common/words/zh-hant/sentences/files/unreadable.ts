import type * as english from '../../../en/sentences/files/unreadable.ts';
import type { Texts } from '../../../locale/texts.ts';

export const unreadableReasons: Texts<typeof english.unreadableReasons> = {
	isFolder: '它是資料夾',
	isPipe: '它是具名管道',
	isSocket: '它是通訊端',
	isDevice: '它是裝置',
	pipeWithoutWriter: '它是管道，但沒有程式向其寫入',
	moreBytesThan: ({ bytes }) => `它超過 ${bytes} 位元組`,
	noUtf8Text: '它不是 UTF-8 文字',
};

export const namedFileErrors: Texts<typeof english.namedFileErrors> = {
	namedUnreadable: ({ path, reason }) => `${path} 無法讀取：${reason}。`,
};
