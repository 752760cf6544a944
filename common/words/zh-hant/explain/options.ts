import type { options as english } from '../../en/explain/options.ts';
import type { Texts } from '../../locale/texts.ts';

export const options: Texts<typeof english> = {
	reuseAddress: {
		text: 'Linux 和 macOS 上的 TCP 伺服器：即使上次執行的連線還在 TIME-WAIT，bind() 也會成功；Wirebench 的伺服器總是設定它。UDP：多個通訊端可以共用位址，傳給其中一個的資料報只到達最後繫結的那個。',
		next: '請在 bind() 之前設定。在 Windows 上，它會讓第二個伺服器搶走正在執行的伺服器的連接埠。',
	},
	reusePort: {
		text: '多個通訊端監聽同一個連接埠，系統在它們之間分配連線或資料報。所有通訊端都必須設定它，並且屬於同一個使用者。',
		next: '用它把同一個伺服器啟動兩次，看看哪個伺服器得到哪個用戶端。',
	},
	ipv6Only: {
		text: '監聽 :: 的通訊端只接受 IPv6。不設定時也服務 IPv4 用戶端，它們的位址形如 ::ffff:192.0.2.1。',
		next: '如果同一連接埠的 IPv4 要留給另一個伺服器，請設定它。',
	},
	connected: {
		title: 'connect()（UDP）',
		text: '之後系統只轉交這個對端的資料報，並在那裡沒有程式監聽時回報 ECONNREFUSED。連線時什麼也不傳送。',
		next: '許多對端都會寫入的通訊端，請不要使用。',
	},
	backlog: {
		text: '最多有多少個已完成的連線等待 accept()。佇列滿時，Linux 會捨棄新的交握，用戶端在 1、2、4 s 後重試。',
		next: '系統會限制它：Linux 上是 /proc/sys/net/core/somaxconn。',
	},
	connectTimeoutMs: {
		title: '連線逾時',
		text: '連線最多可以用多久，之後 Wirebench 放棄。不設定時由系統決定，在 Linux 上大約兩分鐘。',
		next: '在本地網路裡，幾秒就夠了。',
	},
	noDelay: {
		text: '小的寫入立刻發出。不設定時，Nagle 演算法會扣住小的寫入，直到上一個得到確認；再加上延遲 ACK，每個請求要多花 40 ms 以上。',
		next: '一問一答的通訊協定，請保持開啟。',
	},
	keepAliveMs: {
		text: '靜默這麼久之後，系統詢問對端是否還在；沒有回應時，連線以 ETIMEDOUT 結束。不設定時，對端消失後連線會永遠開著。',
		next: '路由器幾分鐘後就會忘記靜默的連線：請設得更短。',
	},
	idleTimeoutMs: {
		title: '閒置逾時',
		text: '兩個方向都這麼久沒有一個位元組時，Wirebench 關閉連線。它不是系統的選項：不詢問任何人，對端看到的是普通的關閉。',
		next: '要發現已經消失的對端，請用保持連線。',
	},
	resetOnClose: {
		text: '關閉時傳送 RST 而不是 FIN：連線立刻消失，沒有 TIME-WAIT，對端尚未讀取的資料可能遺失。',
		next: '試試你的程式怎樣處理 ECONNRESET。',
	},
	receiveBuffer: {
		text: '在程式讀取之前，系統為一個通訊端保留多少位元組。放不下的 UDP 資料報會被捨棄，沒有任何提示。',
		next: 'Linux 最多給到 net.core.rmem_max，並且把每個資料報算得比實際大。',
	},
	sendBuffer: {
		text: '系統最多收下多少位元組，之後 send() 就會阻塞或只收下一部分。它決定傳送方可以領先對端多少。',
		next: '設小一些，就能看到不完整的寫入。',
	},
	ttl: {
		text: '資料報可以經過多少個路由器；每個減一，到 0 就捨棄。通常是 64。',
		next: 'TTL 為 1 時，資料報留在本地網路。',
	},
	broadcast: {
		text: '允許向廣播位址傳送。沒有它，系統以 EACCES 拒絕，以免有人誤發。',
		next: '接收廣播不需要選項，但通訊端要繫結 0.0.0.0。',
	},
	multicastTtl: {
		text: '傳往多點傳送群組的資料報可以經過多少個路由器。預設是 1，留在本地網路。',
		next: '只有為此設定過的路由器才會轉送多點傳送。',
	},
	multicastLoopback: {
		text: '本機傳往多點傳送群組的資料，是否也到達本機上的成員。預設開啟。',
		next: '要在一台機器上同時試傳送方和接收方，請保持開啟。',
	},
	multicastInterface: {
		text: '傳往多點傳送群組的資料報從哪個網路介面發出。不設定時系統使用預設路由的介面，而它常常不對。',
		next: '"wirebench interfaces" 列出它們的名稱和位址。',
	},
	groups: {
		text: '加入一個多點傳送群組：網路介面從此接收傳往該群組的資料報，路由器透過 IGMP 或 MLD 得知。指定來源時，只接收那個位址傳送的資料。',
		next: '連接埠必須與傳送方的目標連接埠相同。',
	},
};
