import type { socketOptions as english } from '../../en/cli/socket-options.ts';
import type { Texts } from '../../locale/texts.ts';

export const socketOptions: Texts<typeof english> = {
	reuseAddress: 'UDP：與同樣允許的通訊端共用位址和連接埠（SO_REUSEADDR）',
	reusePort: '共用連接埠；由系統分配連線或資料報（SO_REUSEPORT）',
	ipv6Only: '在 IPv6 位址上：不接受 IPv4',
	connected: '有遠端的 UDP：系統只接受遠端的資料報，並報告拒絕',
	noConnected: '有遠端的 UDP：對所有位址開放',
	backlog: '等待接受的連線的佇列長度',
	delay: '讓系統合併小的寫入（Nagle）',
	noDelay: '立即傳送小的寫入（TCP_NODELAY，預設）',
	keepAlive: '靜默這麼久之後，詢問對端是否還在',
	idleTimeout: '靜默這麼久之後，關閉連線，或移除 UDP 對端',
	resetOnClose: '關閉連線時重設它（用 RST 代替 FIN）',
	receiveBuffer: '資料報：請求的接收緩衝區大小',
	sendBuffer: '資料報：請求的傳送緩衝區大小',
	ttl: 'UDP：資料報可以經過的跳數',
	broadcast: 'UDP：允許傳送到廣播位址',
	join: 'UDP：要監聽的 GROUP[@INTERFACE][,SOURCE]；可多次使用',
	multicastTtl: 'UDP：傳送到多點傳送群組的資料報可以經過的跳數',
	noMulticastLoopback: 'UDP：傳送到多點傳送群組的資料報不回到本機',
	multicastInterface: 'UDP：傳送到多點傳送群組時使用的網路介面；名稱或位址',
	badGroup: '應為 GROUP[@INTERFACE][,SOURCE]，例如 239.1.2.3@eth0 或 ff02::1234@eth0。',
};
