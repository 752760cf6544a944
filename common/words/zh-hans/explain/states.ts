import type { states as english } from '../../en/explain/states.ts';
import type { Texts } from '../../locale/texts.ts';

export const states: Texts<typeof english> = {
	listen: {
		text: '服务器的套接字在等待连接。它自己从不传送数据。',
		next: '"wirebench owner" 会说出它属于哪个程序。',
	},
	synSent: {
		text: '客户端已发送 SYN，正在等待应答。如果防火墙丢弃数据包，或者没有机器使用这个地址，就会停在这里。',
		next: 'connect() 大约两分钟后才放弃；请设置连接超时。',
	},
	synReceived: {
		text: '服务器已用 SYN 和 ACK 应答，正在等待客户端的 ACK。这个连接还不在 accept() 的队列里。',
		next: '同时出现很多，是 SYN 洪水攻击或丢包的迹象。',
	},
	established: {
		text: '握手已完成，双方都可以发送。在服务器上，这可能早于任何程序调用 accept()。',
		next: '对端消失后，连接会一直停在这里，直到发送数据或由保活探测发现。',
	},
	finWait1: {
		text: '这一侧先关闭并发送了 FIN，还没有收到它的 ACK。对端系统不应答时，会一直停在这里。',
		next: '如果长时间停留，说明中间的网络断了。',
	},
	finWait2: {
		text: '这一侧的 FIN 已得到确认；对端还可以发送，也还没有关闭。半关闭的连接停在这个状态。',
		next: '如果长时间停留，说明另一个程序忘了关闭。',
	},
	closeWait: {
		text: '对端已发送 FIN，而这个程序还没有关闭。它不会自己结束：数量很多时，是这个程序的缺陷。',
		next: 'recv() 返回空字节时，请关闭套接字。',
	},
	lastAck: {
		text: '对端先关闭，现在这一侧也关闭了，正在等待自己 FIN 的 ACK。之后连接就消失，这一侧没有 TIME-WAIT。',
		next: '它很短；如果停留，说明最后的数据包丢失了。',
	},
	closing: {
		text: '双方同时发送了 FIN，ACK 还在途中。它很少见，也很短。',
		next: '之后双方都进入 TIME-WAIT。',
	},
	timeWait: {
		text: '先关闭的一侧会把这对地址保留一段时间（Linux 上是 60 s），使迟到的数据包不会被当作新连接的数据包。它已经不属于任何进程。',
		next: '需要立刻重新启动的服务器，请在 bind() 之前设置 SO_REUSEADDR。',
	},
	closed: {
		text: '没有连接：什么也没有保留。RST 使连接立刻到达这里，没有 TIME-WAIT。',
		next: '这时还在途中的数据会丢失。',
	},
};
