import type { endpointErrors as english } from '../../en/sentences/endpoints.ts';
import type { Texts } from '../../locale/texts.ts';

const STATUS: Readonly<Record<string, string>> = {
	stopped: '已停止',
	starting: '正在启动',
	open: '正在运行',
	stopping: '正在停止',
	failed: '已失败',
};

export const endpointErrors: Texts<typeof english> = {
	endpointTaken: ({ id }) => `端点 ${id} 已经存在。`,
	endpointMissing: '没有这个端点：它可能已被移除。',
	connectionMissing: ({ id }) => `没有连接 ${id}：它可能已关闭。`,
	noPathOfItsOwn: ({ name }) => `${name} 没有自己的路径。`,
	stopBeforeStart: ({ name, status }) => `${name} ${STATUS[status] ?? status}：请先停止，再启动。`,
	stopBeforeChange: ({ name, status }) => `${name} ${STATUS[status] ?? status}：请先停止，再更改。`,
	ownDatagrams: ({ name }) => `${name} 使用数据报：每个数据报本身就是一条消息。`,
	noConnectionOf: ({ name, id }) => `${name} 没有连接 ${id}：它可能已关闭。`,
	noConnectionsOf: ({ name, count }) => `${name} 没有这 ${count} 个连接：它们可能已关闭。`,
	startToSend: ({ name, status }) => `${name} ${STATUS[status] ?? status}：启动后才能从它发送。`,
	nothingToSendOn: ({ name }) => `${name} 没有可以用来发送的已打开连接。`,
	severalConnections: ({ name, count }) => `${name} 有 ${count} 个连接：请指定其中一个。`,
	answersNothing: ({ name }) => `${name} 自己不作任何应答。`,
	busyForAnswers: ({ name, status }) => `${name} ${STATUS[status] ?? status}：完成后才能更改它的应答。`,
	noProxy: ({ name }) => `${name} 不是代理。`,
	notItsConnection: ({ name, id }) => `${name} 没有连接 ${id}。`,
	faultForStreams: ({ fault }) => `故障 ${fault} 只适用于字节流。`,
	faultForDatagrams: ({ fault }) => `故障 ${fault} 只适用于数据报。`,
	stillSending: '仍在发送：请先停止。',
	nothingSending: '没有这个编号的发送任务。',
	targetClosed: ({ target }) => `到 ${target} 的连接已关闭。`,
	noMoreAfterEnd: ({ peer }) => `本端已结束到 ${peer} 的连接的发送：不能再发送。`,
	sendInterrupted: ({ peer, how, taken, total }) =>
		`到 ${peer} 的连接${how === 'reset' ? '已被重置' : '已关闭'}，此前已发送 ${total} 字节中的 ${taken} 字节。`,
	sideEnded: ({ peer }) => `本端已经结束到 ${peer} 的连接的发送。`,
	udpHasNoEnd: 'UDP 不能结束发送：请关闭对端，或停止套接字。',
	udpHasNoReset: 'UDP 不能重置：请关闭对端，或停止套接字。',
	replyTooLarge: ({ size, most }) => `应答连同文件有 ${size} 字节：一个数据报最多 ${most} 字节。`,
	peerClosed: ({ peer }) => `对端 ${peer} 已关闭。`,
	whereToSend: '请指定发送到哪里：这个套接字没有自己的远端地址。',
	whereToSendPath: '请指定发送到哪里：这个套接字没有自己的远端路径。',
	socketClosed: '套接字已关闭。',
	connectedAlone: {
		message: ({ target }) => `套接字只连接到 ${target}。`,
		hint: '要也能发送到别处，请在其选项中关闭“已连接”。',
	},
	senderUnnamed: { message: '发送方没有地址：无处发送应答。', hint: '它必须先把套接字绑定（bind）到一个路径。' },
	closedWhileFull: '套接字在接收方有空间之前已关闭。',
	datagramTooLarge: {
		message: ({ length, room }) => `${length} 字节的数据报放不进发送缓冲区（${room} 字节）。`,
		hint: '请在选项中设置更大的发送缓冲区，或一次少发一些。',
	},
};
