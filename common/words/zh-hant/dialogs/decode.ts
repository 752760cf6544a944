import type { decode as english } from '../../en/dialogs/decode.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';
import { decodeNotes } from '../decode-notes.ts';

const { count } = localeOf('zh-Hant');

export const decode: Texts<typeof english> = {
	protocol: '解碼為',
	structures: '結構…',
	automatic: '自動',
	guessed: (protocol, percent) => `${protocol}（把握 ${percent}%）`,
	first: (length) => `已解碼前 ${count(length)} 個位元組。`,
	none: {
		title: '未知的通訊協定',
		text: '這些位元組不像任何已知的通訊協定。可在上方選擇一種來解碼。',
	},
	fields: '欄位',
	/** What a chosen protocol holds for. */
	scope: '用於',
	scopes: { endpoint: '此端點', in: '它接收的資料', out: '它傳送的資料', event: '僅此事件' },
	/** Of a field in the tree. */
	menu: (name) => `欄位 ${name}`,
	asColumn: '顯示為欄',
	plot: '將此欄位繪成圖',
	copy: (value) => `複製 ${value}`,
	copyName: '複製名稱',
	more: '欄、篩選、複製…（Shift F10）',
	titles: { 'length-prefix': '長度後的訊息' },
	notes: decodeNotes,
};
