import type * as english from '../../../en/sentences/files/unreadable.ts';
import type { Texts } from '../../../locale/texts.ts';

export const unreadableReasons: Texts<typeof english.unreadableReasons> = {
	isFolder: '它是文件夹',
	isPipe: '它是命名管道',
	isSocket: '它是套接字',
	isDevice: '它是设备',
	pipeWithoutWriter: '它是管道，但没有程序向其写入',
	moreBytesThan: ({ bytes }) => `它超过 ${bytes} 字节`,
	noUtf8Text: '它不是 UTF-8 文本',
};

export const namedFileErrors: Texts<typeof english.namedFileErrors> = {
	namedUnreadable: ({ path, reason }) => `${path} 无法读取：${reason}。`,
};
