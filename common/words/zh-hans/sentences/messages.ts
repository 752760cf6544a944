import type { messageErrors as english } from '../../en/sentences/messages.ts';
import type { Texts } from '../../locale/texts.ts';

export const messageErrors: Texts<typeof english> = {
	delimiterEmpty: '分隔符至少有一个字节。',
	delimiterTooLong: '分隔符比一条消息允许的长度还长。',
	delimiterEndsInCr: '接受任一种行尾时，分隔符不能以 CR 结尾：无法知道其后是否有 LF。',
	numberPlaceMissing: '请在放置编号的位置写 %d。',
	rewrittenTooLarge: '改写后的消息会超过 64 MiB。',
	lengthFieldTooSmall: ({ bytes }) => `长度字段无法表示 ${bytes} 字节：消息按原样转发。`,
	payloadTooLarge: '载荷最多 64 MiB。',
	filledTooLarge: '消息会超过 64 MiB。',
};
