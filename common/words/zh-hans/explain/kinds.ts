import type { kinds as english } from '../../en/explain/kinds.ts';
import type { Texts } from '../../locale/texts.ts';

export const kinds: Texts<typeof english> = {
	'tcp-server': {
		text: '教程里的那种服务器：创建套接字（socket），bind、listen，每来一个客户端就 accept 一次。没有规则时它只读取客户端发送的内容，不作应答，等待应答的客户端会一直等下去。',
		next: '启动它，在菜单中选择“连接一个客户端”并发送一些内容；然后添加一条会应答的规则。',
	},
	'tcp-client': {
		text: '客户端：先创建套接字（socket），再用 connect 连接服务器，然后发送你在下方写的内容，并显示接收到的内容。如果该地址上没有程序监听，connect 立即失败，错误是 ECONNREFUSED。',
		next: '在服务器启动之前连接一次，启动之后再连接一次，比较两次的调用。',
	},
	udp: {
		text: '收发数据报的套接字：没有连接，不保证顺序，也没有确认。每次发送就是一个数据报，收到的每个数据报都显示发送者的地址。',
		next: '发送到没有程序绑定的端口：发送照样成功，错误稍后才到，或者根本不到。',
	},
	'unix-server': {
		text: '地址是文件系统路径的服务器：只有本机的程序能连接它，具体哪些程序由文件权限决定。除此之外，它和 TCP 一样是字节流。',
		next: '启动它，然后用“ls -l”查看这个文件：类型是 s。',
	},
	'unix-client': {
		text: '连接到文件系统路径的客户端，数据库和容器服务常用这种路径。路径存在但没有程序监听时，错误是 ECONNREFUSED；路径不存在时是 ENOENT。',
		next: '连接到你的 Unix 服务器，并在连接期间停止服务器。',
	},
	'unix-datagram': {
		text: '在本机路径之间收发数据报：不会丢失，也不会乱序；接收方已满时，发送方会等待。发送方自己没有路径，就收不到应答。',
		next: '启动两个路径不同的端点，让它们互相发送。',
	},
};
