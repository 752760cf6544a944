import type { offers as english } from '../en/offers.ts';
import type { Texts } from '../locale/texts.ts';

export const offers: Texts<typeof english> = {
	groups: {
		blank: '空白',
		'TCP servers': 'TCP 伺服器',
		'TCP clients': 'TCP 用戶端',
		'UDP sockets': 'UDP 通訊端',
		'Unix sockets': 'Unix 通訊端',
		Proxies: '代理',
	},
	kinds: {
		'tcp-server': '監聽，並依設定的規則回應。沒有規則時只讀取。',
		'tcp-client': '連線到伺服器，手動傳送或依規則回應。',
		udp: '作為伺服器或用戶端，傳送和接收資料報。',
		'unix-server': '在本機的一個路徑上監聽，並依設定的規則回應。',
		'unix-client': '連線到本機的一個路徑，例如資料庫或容器服務的路徑。',
		'unix-datagram': '透過本機的路徑傳送和接收資料報。',
	},
	presets: {
		'timestamp-echo': {
			title: '時間戳記回音',
			summary: '對每次讀取回應目前時間和收到的資料，可服務任意數量的用戶端，直到它們關閉。',
		},
		'timestamp-echo-client': {
			title: '時間戳記回音用戶端',
			summary: '向時間戳記回音傳送「hepeng」，並在每次回應十秒後再次傳送。',
		},
		'line-server': {
			title: '行伺服器',
			summary: '讀取一行，在前面加上時間並保留原來的換行來回應，然後關閉。',
		},
		greeting: {
			title: '問候',
			summary: '感謝每個用戶端的連線，然後關閉。',
		},
		'one-shot': {
			title: '單次回應',
			summary: '讀取一次，回應「Yes」，然後關閉。',
		},
		'upper-echo': {
			title: '大寫回音',
			summary: '以大寫回應每次讀取的內容；不是 ASCII 字母的位元組保持不變。',
		},
		'hello-server': {
			title: '問好伺服器',
			summary: '先表示歡迎，一秒後問候每則訊息，收到「exit」時關閉。',
		},
		'http-server': {
			title: 'HTTP 伺服器',
			summary: '向瀏覽器提供一個資料夾中的檔案，對其他所有位址提供一個有圖片的頁面。',
		},
		'http-client': {
			title: 'HTTP 用戶端',
			summary: '請求一個頁面並讀到結尾；對話中分開顯示標頭和內文。',
		},
		'interactive-client': {
			title: '互動式用戶端',
			summary: '連線到時間戳記回音：輸入訊息，傳送，檢視回應。',
		},
		'one-at-a-time': {
			title: '逐一服務',
			summary: '迭代式回音伺服器：後來的用戶端已連線，但要等到前一個關閉。',
		},
		concurrent: {
			title: '同時服務',
			summary: '同樣的回音伺服器，事件驅動：立即回應每個用戶端。',
		},
		'half-close': {
			title: '半關閉',
			summary: '延遲半秒傳回：此時已結束傳送方向的對端仍會收到回應。',
		},
		'write-to-closed': {
			title: '寫入已關閉的對端',
			summary: '延遲一秒回應：此時已離開的用戶端會顯示為其連線的重設或錯誤。',
		},
		'receive-chunks': {
			title: '從資料塊還原行',
			summary: '無論網路如何切分，都為每一行編號：資料塊和訊息並列顯示在「邊界」中。',
		},
		'time-server': {
			title: '時間伺服器',
			summary: '向每個用戶端傳送日期和時間，然後關閉。',
		},
		'class-tcp': {
			title: 'TCP 回音伺服器',
			summary: '將收到的資料原樣傳回，相當於有回音處理常式的 socketserver.TCPServer。',
		},
		'key-value': {
			title: '鍵值儲存',
			summary: '為所有連線者依名稱儲存文字；由指令碼回應 SET、GET、DEL 和 KEYS，每行一則。',
		},
		chat: {
			title: '聊天室',
			summary: '把每一行轉送給其他所有人；由指令碼記住名稱。',
		},
		'class-udp': {
			title: 'UDP 回音伺服器',
			summary: '將每個資料報原樣傳回，相當於有回音處理常式的 socketserver.UDPServer。',
		},
		'class-unix-stream': {
			title: 'Unix 回音伺服器',
			summary: '將收到的資料原樣傳回，相當於有回音處理常式的 socketserver.UnixStreamServer。',
		},
		'class-unix-datagram': {
			title: 'Unix 資料報回音伺服器',
			summary: '將每個資料報原樣傳回，相當於有回音處理常式的 socketserver.UnixDatagramServer。',
		},
		'udp-client': {
			title: 'UDP 用戶端',
			summary: '逐則傳送一組訊息，並等待每則的回應。',
		},
		'udp-hello': {
			title: 'UDP 問好',
			summary: '問候每個資料報的傳送方。',
		},
		'tcp-proxy': {
			title: 'TCP 代理',
			summary: '位於用戶端和伺服器之間，顯示雙方的內容，並依需要製造故障。',
		},
		'udp-proxy': {
			title: 'UDP 代理',
			summary: '同樣用於資料報，還可以讓資料報遺失、重複或亂序。',
		},
	},
};
