import type { socketOptions as english } from '../../../en/dialogs/endpoint-form/socket-options.ts';
import type { Texts } from '../../../locale/texts.ts';

export const socketOptions: Texts<typeof english> = {
	title: '通訊端選項',
	systems: '系統預設',
	systemChooses: '由系統選擇',
	connected: {
		label: '已連線的通訊端（系統會回報遭拒）',
		auto: '作為只有一個對端的用戶端時',
		yes: '一律',
		no: '永不',
	},
	numbers: {
		receiveBuffer: '接收緩衝區（位元組）',
		sendBuffer: '傳送緩衝區（位元組）',
		ttl: 'TTL（躍點數）',
		keepAliveMs: '閒置多久後傳送存活探測（毫秒）',
		idleTimeoutMs: '閒置多久後關閉（毫秒）',
	},
	unset: {
		receiveBuffer: '系統允許的最大值',
		sendBuffer: '系統預設',
		ttl: '系統預設',
		keepAliveMs: '關閉',
		idleTimeoutMs: '永不',
	},
	boxes: {
		reuseAddress: '與同樣允許的通訊端共用位址（SO_REUSEADDR）',
		reusePort: '共用連接埠；由系統分配連線或資料報（SO_REUSEPORT）',
		ipv6Only: '在 IPv6 位址上：不接受 IPv4（IPV6_V6ONLY）',
		broadcast: '允許傳送到廣播位址（SO_BROADCAST）',
		resetOnClose: '關閉時重設連線（以 RST 取代 FIN）',
	},
	multicast: {
		title: '多點傳送',
		join: '加入群組',
		throughInterface: '傳送到群組時使用的網路介面',
		ttl: '傳送到群組的 TTL',
		loopback: '傳送到群組的內容本機也會收到',
		groupNumber: (number) => `群組 ${number}`,
		group: '群組',
		onInterface: '網路介面',
		source: '僅來自',
		anySource: '任何傳送方',
		leave: (number) => `離開群組 ${number}`,
	},
};
