import type { Aliases } from './aliases.ts';

const SERVER = ['服务器', '服务端', '伺服器', '监听', '監聽'];
const CLIENT = ['客户端', '用戶端', '客戶端', '连接', '連線'];
const DATAGRAM = ['数据报', '資料報', '数据包', '封包'];

/** Simplified and traditional: readers of one search in the other, too. */
export const CHINESE_ALIASES: Aliases = {
	kinds: {
		'tcp-server': [...SERVER, '套接字', '加密'],
		'tcp-client': [...CLIENT, '套接字', '加密'],
		'unix-server': SERVER,
		'unix-client': CLIENT,
		'unix-datagram': DATAGRAM,
		udp: [...DATAGRAM, '广播', '廣播', '组播', '多播'],
		'tcp-proxy': ['代理', '延迟', '延遲', '中间人'],
		'udp-proxy': ['代理', '丢包', '遺失', '延迟', '延遲'],
	},
	presets: {
		concurrent: ['线程', '執行緒', '多线程', '并发', '並行', '多路复用'],
		'one-at-a-time': ['阻塞', '队列', '佇列'],
		'receive-chunks': ['粘包', '黏包', '分帧', '分框', '半包', '拆包'],
		'half-close': ['半关闭', '半關閉'],
		'write-to-closed': ['重置', '重設'],
		chat: ['聊天室', '聊天'],
		'class-tcp': ['回显', '回聲'],
		'class-udp': ['回显', '回聲'],
	},
	commands: {
		write: ['发送', '傳送'],
		options: ['选项', '選項', '端口复用'],
		framing: ['粘包', '黏包', '分帧', '分框', '拆包'],
		rules: ['应答', '回應', '规则', '規則'],
		faults: ['故障', '延迟', '延遲', '丢包'],
		connectClient: ['客户端', '用戶端', '连接', '連線'],
		loadTest: ['压力测试', '壓力測試'],
		export: ['导出', '匯出', '抓包'],
	},
};
