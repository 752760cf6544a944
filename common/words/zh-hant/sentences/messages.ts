import type { messageErrors as english } from '../../en/sentences/messages.ts';
import type { Texts } from '../../locale/texts.ts';

export const messageErrors: Texts<typeof english> = {
	delimiterEmpty: '分隔符號至少有一個位元組。',
	delimiterTooLong: '分隔符號比一則訊息允許的長度還長。',
	delimiterEndsInCr: '接受任一種行尾時，分隔符號不能以 CR 結尾：無法知道其後是否有 LF。',
	numberPlaceMissing: '請在放置編號的位置寫 %d。',
	rewrittenTooLarge: '改寫後的訊息會超過 64 MiB。',
	lengthFieldTooSmall: ({ bytes }) => `長度欄位無法表示 ${bytes} 位元組：訊息按原樣轉送。`,
	payloadTooLarge: '承載資料最多 64 MiB。',
	charsetWithoutDecoder: ({ charset }) =>
		`字元集 ${charset} 在 Encoding 標準中只有名稱，沒有解碼器。請使用該程式的其他字元集，例如 gb18030 或 utf-8。`,
	noCharset: ({ label }) =>
		`沒有字元集「${label}」。請使用 Encoding 標準中的名稱，例如 utf-8、gbk、big5、shift_jis 或 latin1。`,
	noCharsetButOne: ({ label, near }) => `沒有字元集「${label}」。是指 ${near} 嗎？`,
	noCharsetButTwo: ({ label, near, or }) => `沒有字元集「${label}」。是指 ${near} 還是 ${or}？`,
	noCharsetButThree: ({ label, near, or, third }) => `沒有字元集「${label}」。是指 ${near}、${or} 還是 ${third}？`,
	filledTooLarge: '訊息會超過 64 MiB。',
};
