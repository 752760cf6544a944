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
	filledTooLarge: '訊息會超過 64 MiB。',
};
