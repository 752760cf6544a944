import type { recorded as english } from '../../en/dialogs/recorded.ts';
import type { Texts } from '../../locale/texts.ts';

export const recorded: Texts<typeof english> = {
	place: {
		noTls: '录制的连接使用了 TLS，这个没有：它的字节不加密。',
		ownAuthority: '它以 TLS 监听。其证书由 Wirebench 自己的证书颁发机构签发，客户端需要信任该机构。',
		ownCertificate: '它以 TLS 监听，使用自己的证书。',
		verifies: '它以 TLS 连接，并验证服务器的证书。',
		verifiesNot: '它以 TLS 连接，不验证服务器的证书。',
		noCertificate: '录制的客户端出示了证书，这个没有证书。',
		direct: (via) => `录制的连接经过 ${via}，这个是直接连接。`,
	},
	resets: {
		client: '客户端重置了连接：没有步骤期望这一点。',
		server: '服务器重置了连接：没有步骤期望这一点。',
	},
	datagramsLeft: (more) => `一条规则只应答一个数据报：另有 ${more} 个被省略。`,
	outcome: {
		failed: (why) => `失败：${why}`,
		differs: (turn) => `第 ${turn} 轮与录制不同。`,
		stopped: '已停止',
		same: '相同',
		different: '不同',
		summary: (how, turn, turns, sent, received, expected) =>
			`${how}：${turn} / ${turns} 轮，发送 ${sent} 字节，接收 ${received} 字节，录制 ${expected} 字节`,
	},
	reasons: {
		httpDate: 'HTTP 日期，即录制的时间',
		isoDate: 'ISO 8601 日期，即录制的时间',
		ctime: 'C 的 ctime 格式的日期，即录制的时间',
		seconds: '自 1970 年起的秒数，即录制的时间',
		milliseconds: '自 1970 年起的毫秒数，即录制的时间',
		microseconds: '自 1970 年起的微秒数，即录制的时间',
		uuid: '一个 UUID',
		repeatedUuid: '一个 UUID，另一方会重复它',
		contentLength: 'Content-Length，即头部之后的字节数',
		length: '长度：其后的字节数',
		wholeLength: '长度：整条消息的字节数',
		echo: '应答会重复的标识符',
	},
	checksum: (name) => `其前字节的校验和 ${name}`,
	counter: (step) => `每条消息递增 ${step} 的数字`,
	ofClient: (reason, where) => `${reason}（客户端；${where}）`,
	ofServer: (reason, where) => `${reason}（服务器；${where}）`,
	where: (turn, byte) => `第 ${turn} 轮，字节 ${byte}`,
	whereAndMore: (turn, byte, more) => `第 ${turn} 轮，字节 ${byte}，以及另外 ${more} 处`,
	captured: (name) => `以 ${name} 接收到的内容`,
};
