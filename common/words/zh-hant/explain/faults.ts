import type { faults as english } from '../../en/explain/faults.ts';
import type { Texts } from '../../locale/texts.ts';

export const faults: Texts<typeof english> = {
	latency: {
		title: '延遲',
		text: '所有內容都晚這麼久到達，再隨機增減一部分。什麼都不遺失，順序不變。',
		next: '看看你的程式等待時在做什麼：它阻塞了嗎？',
	},
	bandwidth: {
		title: '頻寬',
		text: '每秒最多通過這麼多位元組，其餘等待。所有緩衝區都滿時，你的程式的 send 會阻塞。',
		next: '傳送 1 MB，觀察 send 一次只接受一部分。',
	},
	slicer: {
		title: '切片',
		text: '把位元組流切成小塊，中間有停頓。以為一次 recv 就是一則訊息的程式會出錯。',
		next: '設為 1 位元組：正確的讀取程式不會察覺。',
	},
	corrupt: {
		title: '損毀',
		text: '翻轉個別位元。真實網路幾乎不會讓這種錯誤通過：TCP 和 UDP 都有總和檢查碼。它檢驗你的程式如何對待無效輸入。',
		next: '為自己的通訊協定加上總和檢查碼，看它怎樣發現錯誤。',
	},
	drop: {
		title: '丟棄',
		text: '一部分資料報永遠不會到達，傳送者也不會得到通知。需要回應的一方必須限時等待並重送。',
		next: '設為 30%，數一數重送次數。',
	},
	duplicate: {
		title: '重複',
		text: '一個資料報到達兩次。每收到一個就累加或扣款的程式，會做兩次。',
		next: '為每個請求編號，對已知的請求只回應，不再執行。',
	},
	reorder: {
		title: '亂序',
		text: '資料報比後送的更晚到達。UDP 不保證順序，TCP 保證。',
		next: '為訊息編號，依編號排序或丟棄。',
	},
	slowClose: {
		title: '緩慢關閉',
		text: 'FIN 比最後一個位元組晚到。一直讀到結束的程式雖然已經收齊，還要等這麼久。',
		next: '讓通訊協定自己說明訊息在哪裡結束。',
	},
	halfOpen: {
		title: '半開',
		text: '傳輸若干位元組之後什麼都不再通過，也沒有任何通知：就像拔了網路線或機器當機。沒有時限的讀取會永遠等下去。',
		next: '設定時限或 SO_KEEPALIVE，看看何時才發現。',
	},
	timeout: {
		title: '逾時',
		text: '什麼都不通過，過了這段時間連線關閉。用戶端已經連上，卻收不到回應。',
		next: 'recv 的時限比它短，就能更早結束等待。',
	},
	reset: {
		title: '重設',
		text: '用 RST 而不是 FIN 結束連線。recv 失敗，錯誤是 ECONNRESET，還沒讀取的位元組可能遺失。',
		next: '確認你的伺服器繼續服務其他用戶端。',
	},
	limitData: {
		title: '限量',
		text: '傳輸這麼多位元組後關閉連線，即使在一則訊息中間。程式還在等剩餘部分時，recv 傳回零位元組。',
		next: '把提前結束當作錯誤，而不是空訊息。',
	},
	closeAfter: {
		title: '定時關閉',
		text: '過了一段時間就關閉連線，不管正在做什麼。長連線在防火牆和負載平衡器上會遇到。',
		next: '讓用戶端重新連線，看看中間有沒有遺失。',
	},
};
