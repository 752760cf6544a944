import type { running as english } from '../../en/cli/running.ts';
import type { Texts } from '../../locale/texts.ts';

export const running: Texts<typeof english> = {
	listen: {
		summary: '在 TCP、UDP 或 Unix 通訊端上監聽，並輸出發生的事件',
		description: '監聽直到被中斷，輸出每個事件和每個位元組。最後一行統計已接收、已存入擷取記錄和被丟棄的事件。',
		url: (forms) => `${forms}；連接埠 0 由系統選擇`,
		serve: '同時為所有用戶端服務，或在前一個關閉後再為下一個服務',
		interactive: (typed) =>
			`把標準輸入的每一行逐位元組（有 --charset 時依該字元集）傳送給所有已連線的對端（UDP：傳送過資料的對端，或 --remote）；"#3 TEXT" 和 "#3,5 TEXT" 傳送到這些連線，"##3 TEXT" 傳送 "#3 TEXT"；${typed}`,
		nextPort: '連接埠被佔用時，在下一個未使用的連接埠上監聽',
		remote: 'UDP：未指定目標的訊息傳往何處；unixgram 時為路徑',
		remoteForUdp: '--remote 用於 udp://。',
	},
	connect: {
		summary: '連線到 TCP 或 Unix 通訊端，依規則回應，並輸出發生的事件',
		description:
			'建立連線，輸出每個事件和每個位元組，直到連線關閉或被中斷。最後一行統計已接收、已存入擷取記錄和被丟棄的事件。',
		url: 'tcp://HOST:PORT（IPv6 寫作 [::1]），tls://HOST:PORT（使用 TLS 的 TCP），或 unix:PATH（unix:@NAME 為抽象名稱）',
		interactive: (typed) =>
			`逐位元組（有 --charset 時依該字元集）傳送標準輸入的每一行，在終端機上本來就如此；輸入結束時結束本端的傳送方向；${typed}`,
		noInteractive: '不從終端機讀取任何內容',
		splitHeader: '只輸出收到的資料，在第一個空行處把標頭和內文分開',
		reconnect: '對端結束連線或沒有回應時重新連線',
		connectionless: { udp: 'UDP 沒有連線', datagrams: '資料報沒有連線', other: '它沒有連線' },
		sendInstead: (why, form) => `${why}：請使用 "wirebench send ${form} TEXT"。`,
	},
	lineEnding: '追加到 --interactive 的每一行結尾',
	typed: '在終端機上，空行不傳送任何內容，只有 \\ 的行傳送一個空行（\\\\ 傳送一個 \\）',
	notSentAt: (position, why) => `未傳送，第 ${position} 個字元：${why}`,
	notSentTo: (connection, why) => `未傳送到 #${connection}：${why}`,
	notSent: (why) => `未傳送：${why}`,
	typing: '輸入的每一行都會傳送。Ctrl+D 結束本端的傳送方向，Ctrl+C 停止。',
	typingEmpty:
		'輸入的每一行都會傳送。空行不傳送任何內容；單獨的 \\ 傳送一個空行。Ctrl+D 結束本端的傳送方向，Ctrl+C 停止。',
	typingToAll: '輸入的每一行都會傳送給所有已連線的對端；"#3 TEXT" 只傳送到連線 3。Ctrl+C 停止。',
	otherPort: (port) => `改用連接埠 ${port}。`,
};
