import type { errors as english } from '../../en/explain/errors.ts';
import type { Texts } from '../../locale/texts.ts';

export const errors: Texts<typeof english> = {
	EADDRINUSE: {
		text: 'bind() 或 listen()：另一个套接字已经占用这个地址和端口。要么有程序在监听，要么上次运行的连接还在 TIME-WAIT，而服务器没有设置 SO_REUSEADDR。',
		next: '"wirebench owner tcp://:PORT" 会说出谁占用它，以及 TIME-WAIT 还要多久。',
	},
	EADDRNOTAVAIL: {
		text: 'bind()：本机没有网络接口使用这个地址。connect()：没有空闲端口了，多半是因为太多连接在 TIME-WAIT。',
		next: '请监听 127.0.0.1 或 0.0.0.0；"wirebench interfaces" 列出本机的地址。',
	},
	EACCES: {
		text: 'bind()：在 Linux 上，1024 以下的端口需要 root 权限。sendto()：地址是广播地址，而没有设置 SO_BROADCAST。Unix 套接字：这个用户不能使用它的文件或文件夹。',
		next: '请选择 1024 以上的端口。',
	},
	EPERM: {
		text: '无论什么地址，系统都不允许这个用户这样做；对发送数据的套接字来说，多半是本机的防火墙。',
		next: '查看防火墙对出站数据包的规则。',
	},
	ECONNREFUSED: {
		text: '机器在那里，并以 RST 应答，因为那个地址的那个端口上没有程序监听。对已连接的 UDP 套接字：对方机器发来“端口不可达”，即被拒绝。',
		next: '服务器在运行吗？端口对吗？它监听的地址客户端能到达吗（0.0.0.0，而不是 127.0.0.1）？',
	},
	ECONNRESET: {
		text: '对端发送了 RST：它的程序崩溃了、在还有未读字节时关闭，或用 SO_LINGER 0 关闭。还在途中的数据丢失了。',
		next: '看看你最后发送了什么：服务器不理解时，可能不读完就关闭。',
	},
	ECONNABORTED: {
		text: '连接在 accept() 返回之前就结束了，或者被本机的软件中断。',
		next: '服务器继续下一次 accept() 即可。',
	},
	EPIPE: {
		text: '在已不能发送的连接上调用 send()：对端重置了它，或者这一侧调用了 shutdown()。在 C 里，如果没有忽略信号 SIGPIPE，程序会先被它结束。',
		next: '前一次写入成功了，尽管对端已经不在：第二次才会失败。',
	},
	ETIMEDOUT: {
		text: '没有人应答：握手没有应答，或者在打开的连接上，数据或保活探测没有应答。数据包在途中被丢弃，或者机器已关机。',
		next: '防火墙丢弃时没有应答；没有服务器的机器会立刻拒绝。',
	},
	EHOSTUNREACH: {
		text: '最后一个路由器，或本机自己，在网络里找不到使用这个地址的机器。',
		next: '用 ping 试一试，并检查地址和子网掩码。',
	},
	ENETUNREACH: {
		text: '本机没有通往那个网络的路由。如果是 IPv6 地址：本机没有 IPv6。',
		next: '查看默认路由："ip route"。',
	},
	EAGAIN: {
		text: '非阻塞调用本来需要等待：recv() 没有可读的数据，send() 的缓冲区没有空间，accept() 没有连接。这不是失败。',
		next: '用 select()、poll() 或 epoll 等待，然后再次调用。',
	},
	EINPROGRESS: {
		text: '非阻塞的 connect() 已经开始握手。套接字可写时才有结果。',
		next: '这时读取 SO_ERROR：0 表示已连接。',
	},
	EINTR: {
		text: '信号中断了正在等待的调用。什么也没有丢失。',
		next: '再次调用即可；Python 会自动这样做。',
	},
	EISCONN: {
		text: '对已连接的 TCP 套接字调用 connect()，或在它上面调用带地址的 sendto()。',
		next: '一个套接字只连接一次：请创建新的。',
	},
	ENOTCONN: {
		text: '在没有连接的 TCP 套接字上调用 send()、recv() 或 shutdown()：从未连接，或连接已经不在。常见的错误是用了监听套接字。',
		next: '请使用 accept() 返回的套接字。',
	},
	EDESTADDRREQ: {
		text: '在没有连接的 UDP 套接字上调用 send()：系统不知道发到哪里。',
		next: '请用 sendto()，或先调用 connect()。',
	},
	EMSGSIZE: {
		text: '数据报比 UDP 允许的大（IPv4 上是 65,507 字节），或者比途中允许的大而又不能拆分。',
		next: '每个数据报请最多发送约 1,400 字节。',
	},
	EMFILE: {
		text: '进程打开的套接字和文件已达上限。这时 accept() 会失败，尽管连接已经到达。',
		next: '提高上限（ulimit -n），并找出从不关闭的套接字。',
	},
	ENOBUFS: {
		text: '系统此刻没有内存存放更多数据包，多半因为发送得比网络接口更快。',
		next: '发送得慢一些，或等一等再发送。',
	},
	EAFNOSUPPORT: {
		text: '地址与套接字的地址族不同：在 AF_INET 套接字上使用 IPv6 地址，或者相反。',
		next: '请使用 getaddrinfo() 给出的地址族。',
	},
	EINVAL: {
		text: '调用不符合套接字的状态或参数不对：两次 bind()、没有 listen() 就 accept()、链路本地的 IPv6 地址缺少区域。',
		next: '对照调用的顺序："socket, bind, listen, accept"。',
	},
	EBADF: {
		text: '这个编号不是打开的套接字：它已经关闭了，也许是另一个线程关闭的。',
		next: '每个套接字只在一个地方关闭。',
	},
	ENOENT: {
		text: 'Unix 套接字：没有这个名称的文件，所以还没有服务器绑定它。',
		next: '先启动服务器，并检查路径。',
	},
	EAI_NONAME: {
		text: 'getaddrinfo() 没有找到这个名称的地址：名称写错了，或者域名服务器不知道它。',
		next: '试试数字地址；看看 /etc/hosts 和 DNS 服务器。',
	},
};
