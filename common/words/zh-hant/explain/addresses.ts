import type { addresses as english } from '../../en/explain/addresses.ts';
import type { Texts } from '../../locale/texts.ts';

export const addresses: Texts<typeof english> = {
	any4: {
		text: '本機的所有 IPv4 位址：能到達其中任何一個位址的機器，都能連線到這個伺服器，包括其他機器。作為目標位址，它在 Linux 上表示本機，在 Windows 上無效。',
		next: '如果只允許本機的程式連線，請用 127.0.0.1。在 Python 裡，空字串的意思與 0.0.0.0 相同。',
	},
	any6: {
		text: '本機的所有 IPv6 位址；如果沒有設定 IPV6_V6ONLY，也包括所有 IPv4 位址，這時 IPv4 用戶端顯示為 ::ffff:192.0.2.1。',
		next: '監聽 :: 的一個伺服器同時服務兩個位址族。',
	},
	loopback4: {
		text: '只有本機：封包不會離開本機，其他機器連不到。整個 127.0.0.0/8 都是回送位址。',
		next: '如果要讓其他機器或容器連線，請監聽 0.0.0.0 或某個網路介面的位址。',
	},
	loopback6: {
		text: 'IPv6 的回送位址：只有本機。它與 127.0.0.1 是不同的位址，監聽其中一個的伺服器，用另一個連不到。',
		next: '許多系統先把 "localhost" 解析為 ::1。',
	},
	localhost: {
		text: '它是名稱，不是位址：代表 ::1 和 127.0.0.1。先嘗試哪一個，由系統和程式決定。',
		next: '連線到 "localhost" 遭拒時，請在兩邊都寫 127.0.0.1。',
	},
	broadcast: {
		text: '本地網路裡的所有機器（只有 IPv4，只有 UDP）。通訊端必須先設定 SO_BROADCAST，才能向這個位址傳送。',
		next: '某個網路介面的廣播位址更確定，例如 192.168.1.255："wirebench interfaces" 會列出它們。',
	},
	multicast: {
		text: '多點傳送群組：傳到這裡的資料報會到達加入該群組的每個通訊端。TTL 預設是 1，資料報留在本地網路。',
		next: '機器有多個網路介面時，請選擇其中一個。',
	},
	linkLocal: {
		text: '只在一條網路線或一個 Wi-Fi 內有效，每條連結上都可能有同樣的位址。在 IPv6 裡，網路介面作為區域寫在位址後面：fe80::1%eth0。',
		next: '出現這種 IPv4 位址，多半是 DHCP 沒有回應。',
	},
	private: {
		text: '路由器後面本地網路的位址。外面的機器連不到，除非路由器轉送某個連接埠。',
		next: '把這個位址告訴同一網路裡的同事。',
	},
};
