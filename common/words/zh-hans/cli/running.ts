import type { running as english } from '../../en/cli/running.ts';
import type { Texts } from '../../locale/texts.ts';

export const running: Texts<typeof english> = {
	listen: {
		summary: '在 TCP、UDP 或 Unix 套接字上监听，并输出发生的事件',
		description: '监听直到被中断，输出每个事件和每个字节。最后一行统计已接收、已存入抓包记录和被丢弃的事件。',
		url: (forms) => `${forms}；端口 0 由系统选择`,
		serve: '同时为所有客户端服务，或在前一个关闭后再为下一个服务',
		interactive: (typed) =>
			`把标准输入的每一行逐字节（有 --charset 时按该字符集）发送给所有已连接的对端（UDP：发送过数据的对端，或 --remote）；"#3 TEXT" 和 "#3,5 TEXT" 发送到这些连接，"##3 TEXT" 发送 "#3 TEXT"；${typed}`,
		nextPort: '端口被占用时，在下一个空闲的端口上监听',
		remote: 'UDP：未指定目标的消息发往何处；unixgram 时为路径',
		remoteForUdp: '--remote 用于 udp://。',
	},
	connect: {
		summary: '连接到 TCP 或 Unix 套接字，按规则应答，并输出发生的事件',
		description:
			'建立连接，输出每个事件和每个字节，直到连接关闭或被中断。最后一行统计已接收、已存入抓包记录和被丢弃的事件。',
		url: 'tcp://HOST:PORT（IPv6 写作 [::1]），tls://HOST:PORT（使用 TLS 的 TCP），或 unix:PATH（unix:@NAME 为抽象名称）',
		interactive: (typed) =>
			`逐字节（有 --charset 时按该字符集）发送标准输入的每一行，在终端上本来就如此；输入结束时结束本端的发送方向；${typed}`,
		noInteractive: '不从终端读取任何内容',
		splitHeader: '只输出收到的数据，在第一个空行处把头部和正文分开',
		reconnect: '对端结束连接或没有应答时重新连接',
		connectionless: { udp: 'UDP 没有连接', datagrams: '数据报没有连接', other: '它没有连接' },
		sendInstead: (why, form) => `${why}：请使用 "wirebench send ${form} TEXT"。`,
	},
	lineEnding: '追加到 --interactive 的每一行末尾',
	typed: '在终端上，空行不发送任何内容，只有 \\ 的行发送一个空行（\\\\ 发送一个 \\）',
	notSentAt: (position, why) => `未发送，第 ${position} 个字符：${why}`,
	notSentTo: (connection, why) => `未发送到 #${connection}：${why}`,
	notSent: (why) => `未发送：${why}`,
	typing: '输入的每一行都会发送。Ctrl+D 结束本端的发送方向，Ctrl+C 停止。',
	typingEmpty:
		'输入的每一行都会发送。空行不发送任何内容；单独的 \\ 发送一个空行。Ctrl+D 结束本端的发送方向，Ctrl+C 停止。',
	typingToAll: '输入的每一行都会发送给所有已连接的对端；"#3 TEXT" 只发送到连接 3。Ctrl+C 停止。',
	otherPort: (port) => `改用端口 ${port}。`,
};
