import type { proxying as english } from '../../en/cli/proxying.ts';
import type { Texts } from '../../locale/texts.ts';

export const proxying: Texts<typeof english> = {
	summary: '轉送用戶端與目標之間的通訊，可依需要加入故障',
	description:
		'監聽，為每個用戶端連線到目標，轉送雙方的資料，並輸出雙方的每個事件和每個位元組，直到被中斷。最後一行統計已接收、已存入擷取記錄和被丟棄的事件。',
	listen: 'tcp://HOST:PORT 或 udp://HOST:PORT（IPv6 寫作 [::1]）；連接埠 0 由系統選擇',
	target: 'tls:// 表示該側使用 TLS；tcp://HOST:PORT，監聽 UDP 時為 udp://HOST:PORT',
	repeated: (forms) => `可多次使用：${forms}`,
	interactive: '執行時用標準輸入的行變更故障：寫法同上的一個故障會取代同類的故障；"clear"；"clear FAULT"',
	seed: '隨機決定由此種子產生（預設 1）',
	framingOut: (forms) => `目標傳送的資料如何切分，與 --framing 不同時使用：${forms}`,
	idle: 'udp：靜默這麼久的用戶端會被移除（預設 60000）',
	sides: '代理的兩側都是 tcp:// 或 tls://，或者都是 udp://。',
	idleForUdp: 'TCP 用戶端在關閉之前一直存在：--idle 用於 udp://。',
	faults:
		'[to-target:|to-client:]NAME=VALUE[,MORE=VALUE…]，不寫方向則為雙向：' +
		'latency=MS[,jitter=MS]、bandwidth=BYTES_PER_SECOND、slicer=BYTES[,variation=BYTES][,delay=MS]、' +
		'corrupt=SHARE[,per=message]、drop=SHARE、duplicate=SHARE、reorder=SHARE[,distance=N]、slow-close=MS、' +
		'half-open[=BYTES]、timeout=MS、reset[=BYTES][,after=MS]、limit-data=BYTES、close-after=MS；每個都可加 ' +
		'[,toxicity=SHARE]，只作用於這一比例的連線。SHARE 寫作 0.05 或 5%',
	noFault: (name, forms) => `沒有故障 "${name}"。應為 ${forms}。`,
	noSetting: (fault, key, forms) => `故障 ${fault} 沒有 "${key}"。應為 ${forms}。`,
	badFault: (written, why, forms) => `"${written}"：${why} 應為 ${forms}。`,
	rewrite:
		'[to-target:|to-client:]s/REGEX/TEMPLATE/[i]，斜線可換成任意字元，例如 to-client:s/secret/***/；範本可用跳脫序列，' +
		'{{1}} 表示群組；結尾加 m 則取代整則訊息',
	badRewrite: (form) => `應為 ${form}。`,
};
