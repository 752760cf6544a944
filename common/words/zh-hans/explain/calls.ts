import type { calls as english } from '../../en/explain/calls.ts';
import type { Texts } from '../../locale/texts.ts';

export const calls: Texts<typeof english> = {
	socket: {
		text: '创建一个套接字：它在进程里是一个编号，还没有地址。地址族和类型决定协议：AF_INET 加 SOCK_STREAM 是 TCP，加 SOCK_DGRAM 是 UDP。',
		next: '接下来，服务器调用 bind()，客户端调用 connect()。',
	},
	bind: {
		text: '给套接字指定自己的地址和端口。客户端可以省略：connect() 和 sendto() 会选一个空闲端口。',
		next: '如果因 EADDRINUSE 失败，"wirebench owner tcp://:PORT" 会说出占用该端口的程序。',
	},
	listen: {
		text: '把绑定好的 TCP 套接字变成监听套接字：从此系统自行完成握手。参数是队列的长度，完成握手的连接在队列里等待 accept()。',
		next: '启动预设“逐个服务”并连接两次：第二个客户端已经连接，但在这个队列里等待。',
	},
	accept: {
		text: '从队列里取出最早完成的连接，并为它返回一个新的套接字；监听套接字继续监听。队列为空时会阻塞。',
		next: '在新的套接字上读写，不要用监听套接字读写。',
	},
	connect: {
		text: 'TCP：发送 SYN 并等待握手完成，所以成功只说明对方系统应答了，不说明已有程序接受连接。UDP：什么也不发送，只为这个套接字设定唯一的对端。',
		next: '立刻以 ECONNREFUSED 失败，说明那里没有程序监听；等很久才失败，说明数据包在途中被丢弃。',
	},
	send: {
		text: '把字节复制到系统的发送缓冲区，并返回系统收下的字节数，可能比给出的少。它不说明对端是否已经收到。',
		next: '循环发送剩下的部分，或者使用 sendall()。',
	},
	sendall: {
		text: 'Python 对 send() 的循环：系统收下全部字节后返回，否则抛出异常。发送缓冲区满时，也就是对端不读取时，它会阻塞。',
		next: '对端如果一直不读取，它会永远等下去：请设置超时。',
	},
	recv: {
		text: '返回已经到达的数据：至少 1 字节，至多是要求的长度；没有数据时会阻塞。返回空字节串表示对端发送了 FIN：不会再有数据。',
		next: 'TCP 没有消息边界：请一直收集字节，直到消息完整。',
	},
	sendto: {
		text: '向给定地址发送一个数据报。它要么完整到达，要么完全不到达，丢失时没有人通知你。',
		next: '需要应答的程序要带超时等待，超时后重新发送。',
	},
	recvfrom: {
		text: '返回一个数据报和它的发送者地址；没有数据报时会阻塞。放不进给定长度的部分会被截断并丢失。',
		next: '请要求 65535 字节：UDP 数据报不会更大。',
	},
	shutdown: {
		text: '结束一个方向：SHUT_WR 在已经发送的字节之后发送 FIN，读取仍可继续。对端的 recv() 这时返回空字节串。',
		next: '客户端就是这样表示“请求已经发完”，并仍能收到应答。',
	},
	close: {
		text: '归还套接字：系统先发完发送缓冲区里的数据，再发送 FIN。如果还有收到的字节没有读取，它会发送 RST，对端可能丢失尚未读取的数据。',
		next: '先读到 recv() 返回空字节串，再关闭。',
	},
	setsockopt: {
		text: '设置套接字的一个选项。有些选项只在 bind() 或 connect() 之前有效，例如 SO_REUSEADDR；系统可能会取整或限制数值。',
		next: '用 getsockopt() 查看实际生效的值：Linux 会把 SO_RCVBUF 加倍。',
	},
	select: {
		text: '等待，直到多个套接字中有一个可以不阻塞地读或写。一个线程就能这样服务许多连接；poll() 和 epoll 作用相同，但没有 1024 个套接字的限制。',
		next: '“可读”也包括结束：recv() 可能返回空字节串。',
	},
	settimeout: {
		text: 'Python：这个套接字的调用最多等待多久，之后抛出超时异常。0 使套接字变为非阻塞：需要等待的调用以 EAGAIN（BlockingIOError）失败。',
		next: '超时之后什么也不会丢失：以后到达的数据仍然可以读取。',
	},
	getaddrinfo: {
		text: '把主机名变成地址，常常是一个 IPv6 地址和一个 IPv4 地址；程序按顺序尝试。"localhost" 是 ::1 和 127.0.0.1：只监听其中一个地址的服务器，用另一个地址连接不到。',
		next: '"wirebench probe tcp://NAME:PORT" 会逐个尝试。',
	},
};
