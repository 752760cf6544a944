import type { socketOptions as english } from '../../en/cli/socket-options.ts';
import type { Texts } from '../../locale/texts.ts';

export const socketOptions: Texts<typeof english> = {
	reuseAddress: 'UDP：与同样允许的套接字共用地址和端口（SO_REUSEADDR）',
	reusePort: '共用端口；由系统分配连接或数据报（SO_REUSEPORT）',
	ipv6Only: '在 IPv6 地址上：不接受 IPv4',
	connected: '有远端的 UDP：系统只接受远端的数据报，并报告拒绝',
	noConnected: '有远端的 UDP：对所有地址开放',
	backlog: '等待接受的连接的队列长度',
	delay: '让系统合并小的写入（Nagle）',
	noDelay: '立即发送小的写入（TCP_NODELAY，默认）',
	keepAlive: '静默这么久之后，询问对端是否还在',
	idleTimeout: '静默这么久之后，关闭连接，或移除 UDP 对端',
	resetOnClose: '关闭连接时重置它（用 RST 代替 FIN）',
	receiveBuffer: '数据报：请求的接收缓冲区大小',
	sendBuffer: '数据报：请求的发送缓冲区大小',
	ttl: 'UDP：数据报可以经过的跳数',
	broadcast: 'UDP：允许发送到广播地址',
	join: 'UDP：要监听的 GROUP[@INTERFACE][,SOURCE]；可多次使用',
	multicastTtl: 'UDP：发送到组播组的数据报可以经过的跳数',
	noMulticastLoopback: 'UDP：发送到组播组的数据报不回到本机',
	multicastInterface: 'UDP：发送到组播组时使用的网络接口；名称或地址',
	badGroup: '应为 GROUP[@INTERFACE][,SOURCE]，例如 239.1.2.3@eth0 或 ff02::1234@eth0。',
};
