import type { socketOptions as english } from '../../../en/dialogs/endpoint-form/socket-options.ts';
import type { Texts } from '../../../locale/texts.ts';

export const socketOptions: Texts<typeof english> = {
	title: '套接字选项',
	systems: '系统默认',
	systemChooses: '由系统选择',
	connected: {
		label: '已连接的套接字（系统会报告被拒绝）',
		auto: '作为只有一个对端的客户端时',
		yes: '始终',
		no: '从不',
	},
	numbers: {
		receiveBuffer: '接收缓冲区（字节）',
		sendBuffer: '发送缓冲区（字节）',
		ttl: 'TTL（跳数）',
		keepAliveMs: '空闲多久后发送保活探测（毫秒）',
		idleTimeoutMs: '空闲多久后关闭（毫秒）',
	},
	unset: {
		receiveBuffer: '系统允许的最大值',
		sendBuffer: '系统默认',
		ttl: '系统默认',
		keepAliveMs: '关闭',
		idleTimeoutMs: '从不',
	},
	boxes: {
		reuseAddress: '与同样允许的套接字共用地址（SO_REUSEADDR）',
		reusePort: '共用端口；由系统分配连接或数据报（SO_REUSEPORT）',
		ipv6Only: '在 IPv6 地址上：不接受 IPv4（IPV6_V6ONLY）',
		broadcast: '允许发送到广播地址（SO_BROADCAST）',
		resetOnClose: '关闭时重置连接（用 RST 代替 FIN）',
	},
	multicast: {
		title: '组播',
		join: '加入组',
		throughInterface: '发送到组时使用的网络接口',
		ttl: '发送到组的 TTL',
		loopback: '发送到组的内容本机也会收到',
		groupNumber: (number) => `组 ${number}`,
		group: '组',
		onInterface: '网络接口',
		source: '仅来自',
		anySource: '任何发送方',
		leave: (number) => `离开组 ${number}`,
	},
};
