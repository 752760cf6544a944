import type { framings as english } from '../../en/explain/framings.ts';
import type { Texts } from '../../locale/texts.ts';

export const framings: Texts<typeof english> = {
	none: {
		title: '不分框',
		text: '一次讀取傳回的就是一則訊息。對 UDP 來說是一個資料報；對 TCP 來說取決於時機：兩次傳送可能在一次讀取裡到達（黏包），一次傳送可能分兩次到達。',
		next: '請選擇你的通訊協定怎樣結束一則訊息：行尾、長度，還是靜默。',
	},
	line: {
		title: '逐行',
		text: '訊息以 LF 結束；它前面的 CR 也屬於行尾。用戶端如果不傳送行尾，就得不到回應，因為伺服器還在等這一行的其餘部分。',
		next: '請在編輯區旁邊選擇行尾。',
	},
	delimiter: {
		title: '分隔符號',
		text: '訊息以你選擇的位元組結束，例如 00 或 ETX。訊息內部不能出現這些位元組，除非通訊協定對它們跳脫。',
		next: '用十六進位書寫。',
	},
	fixed: {
		title: '固定長度',
		text: '每則訊息的位元組數相同，所以不需要結束標記。遺失一個位元組，後面的全部錯位。',
		next: '用總和檢查碼或固定的首位元組來檢查。',
	},
	length: {
		title: '長度欄位',
		text: '開頭的一個數說明訊息有多長。寬度、位元組順序，以及它是否把自己計算在內，是程式之間最常見的分歧。',
		next: '在已經擷取的資料上試一試：它的快顯選單裡有「試用分框…」。',
	},
	idle: {
		title: '靜默',
		text: '一段時間沒有資料到達時，訊息結束，與序列線路上一樣（Modbus RTU：3.5 個字元）。繁忙的網路或系統可能在沒有靜默的地方造成靜默。',
		next: '請設為訊息內部間隔的好幾倍。',
	},
};
