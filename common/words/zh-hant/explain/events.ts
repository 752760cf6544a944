import type { events as english } from '../../en/explain/events.ts';
import type { Texts } from '../../locale/texts.ts';
import { inspector } from '../inspector.ts';

const { explained } = inspector;

export const events: Texts<typeof english> = {
	listening: { text: explained.listening, next: '讓一個用戶端連線：端點的快顯選單裡有「複製位址」。' },
	open: { text: explained.open, next: '傳送一些資料，在「對話」裡看雙方。' },
	data: {
		text: '這是通訊端的一次讀取或一次傳送，不是一則訊息：TCP 會合併和拆分傳送的資料。',
		next: '「解碼」顯示它的欄位，「邊界」顯示讀取與訊息的差別。',
	},
	endIn: { text: explained.endIn, next: '先回應還沒有回應的，再關閉：在此之前連線是半開的。' },
	endOut: { text: explained.endOut, next: '繼續讀取，直到對端也結束，再關閉：它的回應可能還在途中。' },
	close: { text: explained.close, next: '先關閉的一側會保留 TIME-WAIT 一段時間（Linux 上是 60 s）。' },
	resetIn: {
		text: explained.resetIn,
		next: '看看緊接在前面的事件：關閉時還有未讀位元組、向已關閉的對端寫入，或者程式當機。',
	},
	resetOut: {
		text: explained.resetOut,
		next: '本端關閉時還有未讀位元組，或設定了「關閉時重設連線」選項，就會發生。',
	},
	error: { text: explained.error, next: '它的文字說明原因和下一步。' },
	note: { text: explained.note, next: '它說明哪裡被截斷、遺失，或被故障改變。' },
};
