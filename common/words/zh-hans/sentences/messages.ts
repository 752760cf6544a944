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
	charsetWithoutDecoder: ({ charset }) =>
		`字符集 ${charset} 在 Encoding 标准中只有名称，没有解码器。请使用该程序的其他字符集，例如 gb18030 或 utf-8。`,
	noCharset: ({ label }) =>
		`没有字符集“${label}”。请使用 Encoding 标准中的名称，例如 utf-8、gbk、big5、shift_jis 或 latin1。`,
	noCharsetButOne: ({ label, near }) => `没有字符集“${label}”。是指 ${near} 吗？`,
	noCharsetButTwo: ({ label, near, or }) => `没有字符集“${label}”。是指 ${near} 还是 ${or}？`,
	noCharsetButThree: ({ label, near, or, third }) => `没有字符集“${label}”。是指 ${near}、${or} 还是 ${third}？`,
	filledTooLarge: '消息会超过 64 MiB。',
};
