import type { offers as english } from '../en/offers.ts';
import type { Texts } from '../locale/texts.ts';

export const offers: Texts<typeof english> = {
	groups: {
		blank: '空白',
		'TCP servers': 'TCP 服务器',
		'TCP clients': 'TCP 客户端',
		'UDP sockets': 'UDP 套接字',
		'Unix sockets': 'Unix 套接字',
		Proxies: '代理',
	},
	kinds: {
		'tcp-server': '监听，并按设置的规则应答。没有规则时只读取。',
		'tcp-client': '连接到服务器，手动发送或按规则应答。',
		udp: '作为服务器或客户端，发送和接收数据报。',
		'unix-server': '在本机的一个路径上监听，并按设置的规则应答。',
		'unix-client': '连接到本机的一个路径，例如数据库或容器服务的路径。',
		'unix-datagram': '通过本机的路径发送和接收数据报。',
	},
	presets: {
		'timestamp-echo': {
			title: '时间戳回显',
			summary: '对每次读取应答当前时间和收到的数据，可服务任意数量的客户端，直到它们关闭。',
		},
		'timestamp-echo-client': {
			title: '时间戳回显客户端',
			summary: '向时间戳回显发送“hepeng”，并在每次应答十秒后再次发送。',
		},
		'line-server': {
			title: '行服务器',
			summary: '读取一行，在前面加上时间并保留原来的换行来应答，然后关闭。',
		},
		greeting: {
			title: '问候',
			summary: '感谢每个客户端的连接，然后关闭。',
		},
		'one-shot': {
			title: '单次应答',
			summary: '读取一次，应答“Yes”，然后关闭。',
		},
		'upper-echo': {
			title: '大写回显',
			summary: '以大写应答每次读取的内容；不是 ASCII 字母的字节保持不变。',
		},
		'hello-server': {
			title: '问好服务器',
			summary: '先表示欢迎，一秒后问候每条消息，收到“exit”时关闭。',
		},
		'http-server': {
			title: 'HTTP 服务器',
			summary: '向浏览器提供一个文件夹中的文件，对其他所有地址提供一个带图片的页面。',
		},
		'http-client': {
			title: 'HTTP 客户端',
			summary: '请求一个页面并读到结尾；会话中分开显示头部和正文。',
		},
		'interactive-client': {
			title: '交互式客户端',
			summary: '连接到时间戳回显：输入消息，发送，查看应答。',
		},
		'one-at-a-time': {
			title: '逐个服务',
			summary: '迭代式回显服务器：后来的客户端已连接，但要等到前一个关闭。',
		},
		concurrent: {
			title: '同时服务',
			summary: '同样的回显服务器，事件驱动：立即应答每个客户端。',
		},
		'half-close': {
			title: '半关闭',
			summary: '延迟半秒回显：此时已结束发送方向的对端仍会收到应答。',
		},
		'write-to-closed': {
			title: '写入已关闭的对端',
			summary: '延迟一秒应答：此时已离开的客户端会显示为其连接的重置或错误。',
		},
		'receive-chunks': {
			title: '从数据块还原行',
			summary: '无论网络如何切分，都为每一行编号：数据块和消息并列显示在“边界”中。',
		},
		'time-server': {
			title: '时间服务器',
			summary: '向每个客户端发送日期和时间，然后关闭。',
		},
		'class-tcp': {
			title: 'TCP 回显服务器',
			summary: '回显收到的数据，相当于带回显处理程序的 socketserver.TCPServer。',
		},
		'key-value': {
			title: '键值存储',
			summary: '为所有连接者按名称保存文本；由脚本应答 SET、GET、DEL 和 KEYS，每行一条。',
		},
		chat: {
			title: '聊天室',
			summary: '把每一行转发给其他所有人；由脚本记住名称。',
		},
		'class-udp': {
			title: 'UDP 回显服务器',
			summary: '回显每个数据报，相当于带回显处理程序的 socketserver.UDPServer。',
		},
		'class-unix-stream': {
			title: 'Unix 回显服务器',
			summary: '回显收到的数据，相当于带回显处理程序的 socketserver.UnixStreamServer。',
		},
		'class-unix-datagram': {
			title: 'Unix 数据报回显服务器',
			summary: '回显每个数据报，相当于带回显处理程序的 socketserver.UnixDatagramServer。',
		},
		'udp-client': {
			title: 'UDP 客户端',
			summary: '逐条发送一组消息，并等待每条的应答。',
		},
		'udp-hello': {
			title: 'UDP 问好',
			summary: '问候每个数据报的发送方。',
		},
		'tcp-proxy': {
			title: 'TCP 代理',
			summary: '位于客户端和服务器之间，显示双方的内容，并按需制造故障。',
		},
		'udp-proxy': {
			title: 'UDP 代理',
			summary: '同样用于数据报，还可以让数据报丢失、重复或乱序。',
		},
	},
};
