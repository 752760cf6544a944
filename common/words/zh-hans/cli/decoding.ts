import type { decoding as english } from '../../en/cli/decoding.ts';
import type { Texts } from '../../locale/texts.ts';
import { decodeNotes } from '../decode-notes.ts';

export const decoding: Texts<typeof english> = {
	summary: '按协议列出一条消息的字段',
	description:
		'读取字节，并为每个单元（数据包、请求）输出一个 JSON 对象：protocol、start、end、fields，有缺失或错误时还有 error。偏移量以字节计，从消息开头算起；end 在最后一个字节之后。',
	file: '含有消息字节的文件；- 表示读取 stdin',
	as: (ids) => `协议：auto，或 ${ids} 之一`,
	hex: '十六进制字节，可用程序输出的任何写法',
	transport: '消息的传输方式：某些协议在字节流上会在前面加长度（默认：按其样子判断）',
	nothing: '请指定一个文件，或用 --hex 给出字节。',
	both: '请给出文件或 --hex，不要同时给出。',
	unknown: '这些字节不像 Wirebench 已知的任何协议。请用 --as 选择一种。',
	wrongHex: (why) => `--hex：${why}`,
	notes: decodeNotes,
};
