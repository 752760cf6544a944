import type { kinds as english } from '../../en/explain/kinds.ts';
import type { Texts } from '../../locale/texts.ts';

export const kinds: Texts<typeof english> = {
	'tcp-server': {
		text: '教學裡的那種伺服器：建立通訊端（socket），bind、listen，每來一個用戶端就 accept 一次。沒有規則時它只讀取用戶端傳送的內容，不作回應，等待回應的用戶端會一直等下去。',
		next: '啟動它，在選單中選擇「建立用戶端連線」並傳送一些內容；然後新增一條會回應的規則。',
	},
	'tcp-client': {
		text: '用戶端：先建立通訊端（socket），再用 connect 連線到伺服器，然後傳送你在下方寫的內容，並顯示接收到的內容。如果該位址上沒有程式監聽，connect 立即失敗，錯誤是 ECONNREFUSED。',
		next: '在伺服器啟動之前連線一次，啟動之後再連線一次，比較兩次的呼叫。',
	},
	udp: {
		text: '收發資料報的通訊端：沒有連線，不保證順序，也沒有確認。每次傳送就是一個資料報，收到的每個資料報都顯示傳送者的位址。',
		next: '傳送到沒有程式繫結的連接埠：傳送照樣成功，錯誤稍後才到，或者根本不到。',
	},
	'unix-server': {
		text: '位址是檔案系統路徑的伺服器：只有本機的程式能連到它，具體是哪些程式由檔案權限決定。除此之外，它和 TCP 一樣是位元組流。',
		next: '啟動它，然後用「ls -l」查看這個檔案：類型是 s。',
	},
	'unix-client': {
		text: '連線到檔案系統路徑的用戶端，資料庫和容器服務常用這種路徑。路徑存在但沒有程式監聽時，錯誤是 ECONNREFUSED；路徑不存在時是 ENOENT。',
		next: '連線到你的 Unix 伺服器，並在連線期間停止伺服器。',
	},
	'unix-datagram': {
		text: '在本機路徑之間收發資料報：不會遺失，也不會亂序；接收方已滿時，傳送方會等待。傳送方自己沒有路徑，就收不到回應。',
		next: '啟動兩個路徑不同的端點，讓它們互相傳送。',
	},
};
