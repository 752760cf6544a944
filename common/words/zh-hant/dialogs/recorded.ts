import type { recorded as english } from '../../en/dialogs/recorded.ts';
import type { Texts } from '../../locale/texts.ts';

export const recorded: Texts<typeof english> = {
	place: {
		noTls: '錄製的連線使用了 TLS，這個沒有：它的位元組不加密。',
		ownAuthority: '它以 TLS 監聽。其憑證由 Wirebench 自己的憑證授權單位簽發，用戶端需要信任該單位。',
		ownCertificate: '它以 TLS 監聽，使用自己的憑證。',
		verifies: '它以 TLS 連線，並驗證伺服器的憑證。',
		verifiesNot: '它以 TLS 連線，不驗證伺服器的憑證。',
		noCertificate: '錄製的用戶端出示了憑證，這個沒有憑證。',
		direct: (via) => `錄製的連線經過 ${via}，這個是直接連線。`,
	},
	resets: {
		client: '用戶端重設了連線：沒有步驟預期這一點。',
		server: '伺服器重設了連線：沒有步驟預期這一點。',
	},
	datagramsLeft: (more) => `一條規則只回應一個資料報：另有 ${more} 個被省略。`,
	outcome: {
		failed: (why) => `失敗：${why}`,
		differs: (turn) => `第 ${turn} 輪與錄製不同。`,
		stopped: '已停止',
		same: '相同',
		different: '不同',
		summary: (how, turn, turns, sent, received, expected) =>
			`${how}：${turn} / ${turns} 輪，傳送 ${sent} 位元組，接收 ${received} 位元組，錄製 ${expected} 位元組`,
	},
	reasons: {
		httpDate: 'HTTP 日期，即錄製的時間',
		isoDate: 'ISO 8601 日期，即錄製的時間',
		ctime: 'C 的 ctime 格式的日期，即錄製的時間',
		seconds: '自 1970 年起的秒數，即錄製的時間',
		milliseconds: '自 1970 年起的毫秒數，即錄製的時間',
		microseconds: '自 1970 年起的微秒數，即錄製的時間',
		uuid: '一個 UUID',
		repeatedUuid: '一個 UUID，另一方會重複它',
		contentLength: 'Content-Length，即標頭之後的位元組數',
		length: '長度：其後的位元組數',
		wholeLength: '長度：整則訊息的位元組數',
		echo: '回應會重複的識別碼',
	},
	checksum: (name) => `其前位元組的總和檢查碼 ${name}`,
	counter: (step) => `每則訊息遞增 ${step} 的數字`,
	ofClient: (reason, where) => `${reason}（用戶端；${where}）`,
	ofServer: (reason, where) => `${reason}（伺服器；${where}）`,
	where: (turn, byte) => `第 ${turn} 輪，位元組 ${byte}`,
	whereAndMore: (turn, byte, more) => `第 ${turn} 輪，位元組 ${byte}，以及另外 ${more} 處`,
	captured: (name) => `以 ${name} 接收到的內容`,
};
