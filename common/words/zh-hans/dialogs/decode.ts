import type { decode as english } from '../../en/dialogs/decode.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';
import { decodeNotes } from '../decode-notes.ts';

const { count } = localeOf('zh-Hans');

export const decode: Texts<typeof english> = {
	protocol: '解码为',
	structures: '结构…',
	automatic: '自动',
	guessed: (protocol, percent) => `${protocol}（把握 ${percent}%）`,
	first: (length) => `已解码前 ${count(length)} 个字节。`,
	none: {
		title: '未知的协议',
		text: '这些字节不像任何已知协议。可在上方选择一种协议来解码。',
	},
	fields: '字段',
	/** What a chosen protocol holds for. */
	scope: '用于',
	scopes: { endpoint: '此端点', in: '它接收的数据', out: '它发送的数据', event: '仅此事件' },
	/** Of a field in the tree. */
	menu: (name) => `字段 ${name}`,
	asColumn: '显示为列',
	plot: '将此字段绘成图',
	copy: (value) => `复制 ${value}`,
	copyName: '复制名称',
	more: '列、过滤、复制…（Shift F10）',
	titles: { 'length-prefix': '长度后的消息' },
	notes: decodeNotes,
};
