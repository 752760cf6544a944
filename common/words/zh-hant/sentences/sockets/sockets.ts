import type { socketErrors as english } from '../../../en/sentences/sockets/sockets.ts';
import type { Texts } from '../../../locale/texts.ts';

export const socketErrors: Texts<typeof english> = {
	noInterfaceFor: ({ named, family, there }) => `沒有帶 ${family} 位址的網路介面「${named}」。現有：${there}。`,
	twoInterfaces: {
		message: ({ group, on }) => `${group} 已指定一個網路介面，而「${on}」是另一個。`,
		hint: '請去掉其中一個。',
	},
	optionNotOfKind: ({ name, option, kind }) => `${name} 沒有選項 ${option}：它的類型是 ${kind}。`,
	optionWhileOpen: ({ name, option }) => `選項 ${option} 在開啟通訊端時設定：請先停止 ${name} 再變更。`,
	noPortLeft: {
		message: ({ address }) => `系統在 ${address} 上已沒有可選的連接埠：整個範圍都被佔用。`,
		hint: ({ freePort }) =>
			`${freePort === undefined ? '請選擇一個連接埠' : `請選擇一個連接埠，例如未使用的 ${freePort}`}，或等到一些連線關閉。在 Linux 上，範圍由 net.ipv4.ip_local_port_range 決定。`,
	},
	localPortNotPermitted: {
		message: ({ port, target }) => `系統不允許對 ${target} 使用本機連接埠 ${port}。`,
		hint: '1024 以下的連接埠僅供系統管理員使用：請使用 1024 以上的連接埠，或以更高權限執行。',
	},
	localPortTaken: {
		message: ({ port, from, target, by }) =>
			`${from === '' ? '' : `${from} 上的`}本機連接埠 ${port} 不能用於 ${target}：它已被佔用，佔用者：${by}。`,
		hint: ({ advice }) => advice,
	},
	pathUsedHere: {
		message: ({ path }) => `${path} 已被這個 Wirebench 的另一個端點佔用。`,
		hint: '請停止那個端點，或選擇其他路徑。',
	},
	pathIsNoSocket: { message: ({ path }) => `${path} 已經存在，而且不是通訊端。`, hint: '請選擇其他路徑。' },
	pathUsed: {
		message: ({ path, by }) => `${path} 已被佔用，佔用者：${by}。`,
		hint: '請選擇其他路徑，或停止在那裡監聽的程式。',
	},
	pathLeftBehind: {
		message: ({ path }) => `${path} 是遺留下來的：已沒有程式在那裡監聽。`,
		hint: '請移除它，然後重新啟動。',
	},
	pathNotLeftBehind: ({ path }) => `${path} 不是遺留下來的通訊端：予以保留。`,
	ownerOfAnotherUser: {
		message: ({ name }) => `${name} 屬於其他使用者：系統不允許結束它。`,
		hint: '請以該使用者或系統管理員的身分結束它，或使用其他連接埠。',
	},
	ownerIsWirebench: '那就是這個 Wirebench 自己：請停止佔用該連接埠的端點。',
	ownerHasGone: ({ pid, port }) => `處理程序 ${pid} 已不再佔用連接埠 ${port}：請重試。`,
	ownerStays: {
		message: ({ name, port }) => `${name} 收到 SIGTERM 後仍佔用連接埠 ${port}。`,
		hint: ({ pid }) => `它可能需要更長時間，或忽略了該訊號：kill -9 ${pid} 一定能結束它。`,
	},
	pathTooLong: {
		message: ({ path, most }) => `${path} 過長：通訊端的路徑最多 ${most} 位元組。`,
		hint: '請選擇名稱較短的資料夾中的路徑，例如 /tmp。',
	},
	zoneAbsent: {
		message: ({ host, zone, there }) =>
			`${host} 指定了網路介面「${zone}」，而本機沒有該名稱或編號且帶 IPv6 位址的介面。現有：${there}。`,
		hint: '請在 % 後寫上其中一個的名稱或編號。',
	},
	zoneAmbiguous: {
		message: ({ host, zone, ways }) => `${host} 的區域「%${zone}」有兩種解讀：${ways}。`,
		hint: '請寫介面的名稱。',
	},
	zoneNeedless: {
		message: ({ host, zone }) =>
			`${host} 帶有區域「%${zone}」，而區域只對連結本機位址（fe80::）和群組（ff）有效：系統會忽略它。`,
		hint: ({ zone }) => `請去掉 %${zone}。`,
	},
	bulkElsewhere: {
		message: '僅在 Linux（x64、arm64、riscv64、loong64）上一次收發多個資料報；這裡逐一收發。',
		hint: '流量很大時會比在 Linux 上更早遺失資料報，其他一切相同。',
	},
	bulkUncertain: {
		message: '資料報逐一收發：本處理程序的另一個通訊端有相同的位址，而系統呼叫需要知道哪個是哪個。',
		hint: '大量資料報湧入時會更早遺失。其他一切相同。',
	},
	bulkMissing: {
		message: ({ name, reason }) => `資料報逐一收發：選用套件 ${name} 無法載入：${reason}。`,
		hint: '請連同選用的相依套件一起安裝：npm ci。',
	},
	unixDatagramsElsewhere: {
		message: 'Unix 資料報通訊端僅在 Linux 和 macOS 上可用。',
		hint: '請連同選用的相依套件一起安裝：npm ci。',
	},
	unixDatagramsMissing: {
		message: ({ name, reason }) => `Unix 資料報通訊端需要選用套件 ${name}，而它無法載入：${reason}。`,
		hint: '請連同選用的相依套件一起安裝：npm ci。',
	},
};
