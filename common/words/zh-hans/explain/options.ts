import type { options as english } from '../../en/explain/options.ts';
import type { Texts } from '../../locale/texts.ts';

export const options: Texts<typeof english> = {
	reuseAddress: {
		text: 'Linux 和 macOS 上的 TCP 服务器：即使上次运行的连接还在 TIME-WAIT，bind() 也会成功；Wirebench 的服务器总是设置它。UDP：多个套接字可以共用地址，发给其中一个的数据报只到达最后绑定的那个。',
		next: '请在 bind() 之前设置。在 Windows 上，它会让第二个服务器抢走正在运行的服务器的端口。',
	},
	reusePort: {
		text: '多个套接字监听同一个端口，系统在它们之间分配连接或数据报。所有套接字都必须设置它，并且属于同一个用户。',
		next: '用它把同一个服务器启动两次，看看哪个服务器得到哪个客户端。',
	},
	ipv6Only: {
		text: '监听 :: 的套接字只接受 IPv6。不设置时也服务 IPv4 客户端，它们的地址形如 ::ffff:192.0.2.1。',
		next: '如果同一端口的 IPv4 要留给另一个服务器，请设置它。',
	},
	connected: {
		title: 'connect()（UDP）',
		text: '之后系统只转交这个对端的数据报，并在那里没有程序监听时报告 ECONNREFUSED。连接时什么也不发送。',
		next: '许多对端都会写入的套接字，请不要使用。',
	},
	backlog: {
		text: '最多有多少个已完成的连接等待 accept()。队列满时，Linux 会丢弃新的握手，客户端在 1、2、4 s 后重试。',
		next: '系统会限制它：Linux 上是 /proc/sys/net/core/somaxconn。',
	},
	connectTimeoutMs: {
		title: '连接超时',
		text: '连接最多可以用多久，之后 Wirebench 放弃。不设置时由系统决定，在 Linux 上大约两分钟。',
		next: '在本地网络里，几秒就够了。',
	},
	noDelay: {
		text: '小的写入立刻发出。不设置时，Nagle 算法会扣住小的写入，直到上一个得到确认；再加上延迟 ACK，每个请求要多花 40 ms 以上。',
		next: '一问一答的协议，请保持打开。',
	},
	keepAliveMs: {
		text: '静默这么久之后，系统询问对端是否还在；没有应答时，连接以 ETIMEDOUT 结束。不设置时，对端消失后连接会永远开着。',
		next: '路由器几分钟后就会忘记静默的连接：请设得更短。',
	},
	idleTimeoutMs: {
		title: '空闲超时',
		text: '两个方向都这么久没有一个字节时，Wirebench 关闭连接。它不是系统的选项：不询问任何人，对端看到的是普通的关闭。',
		next: '要发现已经消失的对端，请用保活。',
	},
	resetOnClose: {
		text: '关闭时发送 RST 而不是 FIN：连接立刻消失，没有 TIME-WAIT，对端尚未读取的数据可能丢失。',
		next: '试试你的程序怎样处理 ECONNRESET。',
	},
	receiveBuffer: {
		text: '在程序读取之前，系统为一个套接字保留多少字节。放不下的 UDP 数据报会被丢弃，没有任何提示。',
		next: 'Linux 最多给到 net.core.rmem_max，并且把每个数据报算得比实际大。',
	},
	sendBuffer: {
		text: '系统最多收下多少字节，之后 send() 就会阻塞或只收下一部分。它决定发送方可以领先对端多少。',
		next: '设小一些，就能看到不完整的写入。',
	},
	ttl: {
		text: '数据报可以经过多少个路由器；每个减一，到 0 就丢弃。通常是 64。',
		next: 'TTL 为 1 时，数据报留在本地网络。',
	},
	broadcast: {
		text: '允许向广播地址发送。没有它，系统以 EACCES 拒绝，以免有人误发。',
		next: '接收广播不需要选项，但套接字要绑定 0.0.0.0。',
	},
	multicastTtl: {
		text: '发往组播组的数据报可以经过多少个路由器。默认是 1，留在本地网络。',
		next: '只有为此配置过的路由器才会转发组播。',
	},
	multicastLoopback: {
		text: '本机发往组播组的数据，是否也到达本机上的成员。默认打开。',
		next: '要在一台机器上同时试发送方和接收方，请保持打开。',
	},
	multicastInterface: {
		text: '发往组播组的数据报从哪个网络接口发出。不设置时系统使用默认路由的接口，而它常常不对。',
		next: '"wirebench interfaces" 列出它们的名称和地址。',
	},
	groups: {
		text: '加入一个组播组：网络接口从此接收发往该组的数据报，路由器通过 IGMP 或 MLD 得知。指定来源时，只接收那个地址发送的数据。',
		next: '端口必须与发送方的目标端口相同。',
	},
};
