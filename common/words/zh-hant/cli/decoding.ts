import type { decoding as english } from '../../en/cli/decoding.ts';
import type { Texts } from '../../locale/texts.ts';
import { decodeNotes } from '../decode-notes.ts';

export const decoding: Texts<typeof english> = {
	summary: '依通訊協定列出一則訊息的欄位',
	description:
		'讀取位元組，並為每個單元（封包、請求）輸出一個 JSON 物件：protocol、start、end、fields，有缺漏或錯誤時還有 error。位移以位元組計，從訊息開頭算起；end 在最後一個位元組之後。',
	file: '含有訊息位元組的檔案；- 表示讀取 stdin',
	as: (ids) => `通訊協定：auto，或 ${ids} 之一`,
	hex: '十六進位位元組，可用程式輸出的任何寫法',
	transport: '訊息的傳輸方式：某些通訊協定在位元組流上會在前面加長度（預設：依其樣子判斷）',
	nothing: '請指定一個檔案，或用 --hex 給出位元組。',
	both: '請給出檔案或 --hex，不要同時給出。',
	unknown: '這些位元組不像 Wirebench 已知的任何通訊協定。請用 --as 選擇一種。',
	wrongHex: (why) => `--hex：${why}`,
	notes: decodeNotes,
};
