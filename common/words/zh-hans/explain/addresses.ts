import type { addresses as english } from '../../en/explain/addresses.ts';
import type { Texts } from '../../locale/texts.ts';

export const addresses: Texts<typeof english> = {
	any4: {
		text: '本机的所有 IPv4 地址：能到达其中任何一个地址的机器，都能连接这个服务器，包括其他机器。作为目标地址，它在 Linux 上表示本机，在 Windows 上无效。',
		next: '如果只让本机的程序连接，请用 127.0.0.1。在 Python 里，空字符串的意思与 0.0.0.0 相同。',
	},
	any6: {
		text: '本机的所有 IPv6 地址；如果没有设置 IPV6_V6ONLY，也包括所有 IPv4 地址，这时 IPv4 客户端显示为 ::ffff:192.0.2.1。',
		next: '监听 :: 的一个服务器同时服务两个地址族。',
	},
	loopback4: {
		text: '只有本机：数据包不会离开本机，其他机器连接不到。整个 127.0.0.0/8 都是环回地址。',
		next: '如果要让其他机器或容器连接，请监听 0.0.0.0 或某个网络接口的地址。',
	},
	loopback6: {
		text: 'IPv6 的环回地址：只有本机。它与 127.0.0.1 是不同的地址，监听其中一个的服务器，用另一个连接不到。',
		next: '许多系统先把 "localhost" 解析为 ::1。',
	},
	localhost: {
		text: '它是名称，不是地址：代表 ::1 和 127.0.0.1。先尝试哪一个，由系统和程序决定。',
		next: '连接 "localhost" 被拒绝时，请在两边都写 127.0.0.1。',
	},
	broadcast: {
		text: '本地网络里的所有机器（只有 IPv4，只有 UDP）。套接字必须先设置 SO_BROADCAST，才能向这个地址发送。',
		next: '某个网络接口的广播地址更确定，例如 192.168.1.255："wirebench interfaces" 会列出它们。',
	},
	multicast: {
		text: '组播组：发到这里的数据报会到达加入该组的每个套接字。TTL 默认是 1，数据报留在本地网络。',
		next: '机器有多个网络接口时，请选择其中一个。',
	},
	linkLocal: {
		text: '只在一条网线或一个 Wi-Fi 内有效，每条链路上都可能有同样的地址。在 IPv6 里，网络接口作为区域写在地址后面：fe80::1%eth0。',
		next: '出现这种 IPv4 地址，多半是 DHCP 没有应答。',
	},
	private: {
		text: '路由器后面本地网络的地址。外面的机器连接不到，除非路由器转发某个端口。',
		next: '把这个地址告诉同一网络里的同事。',
	},
};
