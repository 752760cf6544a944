import type { states as english } from '../../en/explain/states.ts';
import type { Texts } from '../../locale/texts.ts';

export const states: Texts<typeof english> = {
	listen: {
		text: '伺服器的通訊端在等待連線。它自己從不傳送資料。',
		next: '"wirebench owner" 會說出它屬於哪個程式。',
	},
	synSent: {
		text: '用戶端已傳送 SYN，正在等待回應。如果防火牆捨棄封包，或者沒有機器使用這個位址，就會停在這裡。',
		next: 'connect() 大約兩分鐘後才放棄；請設定連線逾時。',
	},
	synReceived: {
		text: '伺服器已用 SYN 和 ACK 回應，正在等待用戶端的 ACK。這個連線還不在 accept() 的佇列裡。',
		next: '同時出現很多，是 SYN 洪水攻擊或封包遺失的跡象。',
	},
	established: {
		text: '交握已完成，雙方都可以傳送。在伺服器上，這可能早於任何程式呼叫 accept()。',
		next: '對端消失後，連線會一直停在這裡，直到傳送資料或由保持連線探測發現。',
	},
	finWait1: {
		text: '這一側先關閉並傳送了 FIN，還沒有收到它的 ACK。對端系統不回應時，會一直停在這裡。',
		next: '如果長時間停留，說明中間的網路斷了。',
	},
	finWait2: {
		text: '這一側的 FIN 已得到確認；對端還可以傳送，也還沒有關閉。半關閉的連線停在這個狀態。',
		next: '如果長時間停留，說明另一個程式忘了關閉。',
	},
	closeWait: {
		text: '對端已傳送 FIN，而這個程式還沒有關閉。它不會自己結束：數量很多時，是這個程式的缺陷。',
		next: 'recv() 傳回空位元組時，請關閉通訊端。',
	},
	lastAck: {
		text: '對端先關閉，現在這一側也關閉了，正在等待自己 FIN 的 ACK。之後連線就消失，這一側沒有 TIME-WAIT。',
		next: '它很短；如果停留，說明最後的封包遺失了。',
	},
	closing: {
		text: '雙方同時傳送了 FIN，ACK 還在途中。它很少見，也很短。',
		next: '之後雙方都進入 TIME-WAIT。',
	},
	timeWait: {
		text: '先關閉的一側會把這對位址保留一段時間（Linux 上是 60 s），使遲到的封包不會被當作新連線的封包。它已經不屬於任何處理程序。',
		next: '需要立刻重新啟動的伺服器，請在 bind() 之前設定 SO_REUSEADDR。',
	},
	closed: {
		text: '沒有連線：什麼也沒有保留。RST 使連線立刻到達這裡，沒有 TIME-WAIT。',
		next: '這時還在途中的資料會遺失。',
	},
};
