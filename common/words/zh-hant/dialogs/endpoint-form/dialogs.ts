import type { dialogs as english } from '../../../en/dialogs/endpoint-form/dialogs.ts';
import { localeOf } from '../../../locale/locale.ts';
import type { Texts } from '../../../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const dialogs: Texts<typeof english> = {
	answers: {
		rules: '規則',
		rulesOf: (name) => `${name} 的規則`,
		label: '回應的內容',
		discard: '捨棄變更',
		use: '使用這些回應',
		inUse: '這些回應正在使用。',
		whenStarted: '啟動後使用這些回應。',
		changedInUse: '已變更：仍在使用先前的回應。',
		changed: '已變更，尚未儲存。',
	},
	faults: {
		title: '故障',
		of: (name) => `${name} 的故障`,
		ofConnection: (number, name) => `${name} 的 #${number} 的故障`,
		connectionClosed: '連線已關閉。',
		proxyGone: '該代理已不存在。',
		asProxy: '還原為代理的故障',
		allOff: '全部關閉',
		apply: '套用故障',
		noneApplied: '尚未對開啟的連線施加任何故障。',
		applied: '已施加',
		appliedTo: '已對開啟的連線施加',
		fault: '故障',
	},
	framing: {
		title: '訊息',
		of: (name) => `${name} 的訊息`,
		use: '使用此分框',
	},
	tryFraming: {
		title: '試用分框',
		what: '如果這樣分框？',
		endpoint: '端點',
		noStream: '沒有位元組流端點。請在記錄列的選單中選擇「試用分框…」。',
		result: '依此分框得到的訊息',
		counting: (messages) => `目前 ${count(messages)} 則訊息…`,
		messages: (messages) =>
			messages === 0
				? '沒有訊息：擷取記錄中沒有此端點的資料，或還沒有訊息完整。'
				: `${count(messages)} 則訊息，前幾則：`,
		use: (endpoint) => `用於 ${endpoint}`,
		show: '在記錄中顯示',
		stop: '停止試用',
	},
	options: {
		title: '選項',
		of: (name) => `${name} 的選項`,
		apply: '套用',
		applyNow: '立即套用',
		inForce: '目前生效',
		names: {
			reuseAddress: '重複使用位址',
			reusePort: '重複使用連接埠',
			ipv6Only: '僅 IPv6',
			connected: '已連線',
			backlog: '等待接受的佇列',
			connectTimeoutMs: '連線逾時',
			noDelay: '無延遲',
			keepAliveMs: '存活探測',
			idleTimeoutMs: '閒置逾時',
			resetOnClose: '關閉時重設',
			receiveBuffer: '接收緩衝區',
			sendBuffer: '傳送緩衝區',
			ttl: 'TTL（躍點數）',
			broadcast: '廣播',
			multicastTtl: '多點傳送 TTL',
			multicastLoopback: '多點傳送回送',
			multicastInterface: '多點傳送網路介面',
			datagramCalls: '資料報',
			groups: '多點傳送群組',
		},
		values: {
			fixed: {
				on: '開',
				off: '關',
				none: '無',
				'the system chooses': '由系統選擇',
				'one by one': '逐一',
				'recvmmsg by a thread, sendmmsg': 'recvmmsg（由執行緒接收）、sendmmsg',
			},
			numbers: {
				bytes: (number) => `${number} 位元組`,
				ms: (number) => `${number} 毫秒`,
				afterMs: (number) => `${number} 毫秒後`,
				usual: (number) => `${number}（通常）`,
			},
		},
		sources: {
			read: '剛剛讀回',
			set: '已設定；無法讀回',
			system: '未設定',
		},
		refused: (why) => `遭拒：${why}`,
	},
};
