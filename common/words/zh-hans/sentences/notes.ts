import type { noteTexts as english } from '../../en/sentences/notes.ts';
import type { Texts } from '../../locale/texts.ts';

export const noteTexts: Texts<typeof english> = {
	faultsChanged: ({ faults }) => `故障已更改：${faults}。`,
	clientFaultsChanged: ({ faults }) => `此客户端的故障已更改：${faults}。`,
	connectionFaultsChanged: ({ faults }) => `此连接的故障已更改：${faults}。`,
	faultFirstToTarget: ({ fault }) => `通往目标的方向首次出现故障 ${fault}。`,
	faultFirstToClient: ({ fault }) => `通往客户端的方向首次出现故障 ${fault}。`,
	faultTotalsToTarget: ({ counts }) => `通往目标方向的故障次数：${counts}。`,
	faultTotalsToClient: ({ counts }) => `通往客户端方向的故障次数：${counts}。`,
	tornByOne: '因已关闭的故障丢失了 1 字节。缺少它，字节流无法继续：关闭两侧。',
	tornByMany: ({ lost }) => `因已关闭的故障丢失了 ${lost} 字节。缺少这些字节，字节流无法继续：关闭两侧。`,
	framingChanged: ({ framing }) => `分帧已更改：${framing}。`,
	scriptAnswers: '从现在起由另一个脚本应答。',
	oneRuleAnswers: '从现在起由一条规则应答。',
	rulesAnswer: ({ rules }) => `从现在起由 ${rules} 条规则应答。`,
	nothingAnswered: '从现在起不再应答。',
	noMessageAnswered: '从现在起不再应答消息。',
	unreadByRule: ({ rule, why }) => `规则 ${rule} 不匹配：${why}`,
	askedUnfilled: ({ message, all }) => `第 ${message} 条消息（共 ${all} 条）无法填充。`,
	askedRefused: ({ message, all }) => `第 ${message} 条消息（共 ${all} 条）被拒绝。`,
	askedMissed: ({ message, all, ms }) => `第 ${message} 条消息（共 ${all} 条）在 ${ms} ms 内没有得到应答。`,
	askedOneLate: ({ answered, total }) => `${total} 条消息中有 ${answered} 条得到应答，1 个应答来得太迟。`,
	askedManyLate: ({ answered, total, late }) => `${total} 条消息中有 ${answered} 条得到应答，${late} 个应答来得太迟。`,
	asked: ({ answered, total }) => `${total} 条消息中有 ${answered} 条得到应答。`,
	lateAnswer: ({ message, ms }) => `第 ${message} 条消息的应答在 ${ms} ms 后到达：太迟，也不算作其他消息的应答。`,
	kernelDroppedOne: ({ room }) => `此处之前丢失：1 个数据报，到达比读取快。系统的接收缓冲区（${room} 字节）已满。`,
	kernelDropped: ({ datagrams, room }) =>
		`此处之前丢失：${datagrams} 个数据报，到达比读取快。系统的接收缓冲区（${room} 字节）已满。`,
	moreRoom: ({ lost, limit }) => `更大的空间：先执行 sudo sysctl net.core.rmem_max=${limit}，然后重新启动。${lost}`,
	moreRoomByOption: ({ lost }) => `更大的空间：在其选项中增大接收缓冲区。${lost}`,
	captureTooSlow: ({ events, bytes, parts }) => `抓包记录写入得不够快，此处之前丢失：${events}，${bytes}。${parts}`,
	filesDeleted: ({ next }) =>
		`写入期间，抓包记录的文件被删除或替换。其中的事件已丢失；从事件 ${next} 起，全部在新的分段中。`,
	filesOverwritten: ({ events, next }) =>
		`写入期间，抓包记录的文件被其他程序截断、删除或覆盖。从事件 ${next} 起，全部在新的分段中。${events}`,
	filesOverwrittenLast: ({ events }) => `写入期间，抓包记录的文件被其他程序截断、删除或覆盖。${events}`,
	noEventGone: '没有发现已存储的事件丢失。',
	eventsGone: ({ gone }) => `已存储的事件丢失了 ${gone} 个。`,
	groupsUnheard: ({ host }) =>
		`套接字绑定到 ${host}，可能收不到其多播组的任何数据：请绑定到 0.0.0.0（或 ::），或直接绑定到该组。`,
	sourceDiffersHere: ({ peer, asked, from }) =>
		`${peer} 请求的是 ${asked}，应答却从 ${from} 发出：它已连接，因此收不到应答。`,
	sourceMayDiffer: ({ own, peer, from }) =>
		`本机有多个地址（${own}），无论请求的是哪个，给 ${peer} 的应答都从 ${from} 发出：已连接的客户端收不到来自其他地址的应答。`,
	bindAsked: ({ bound }) => `请把套接字绑定到客户端所请求的地址，以代替 ${bound}。`,
	sourceWarned: ({ what, bound }) => `请把套接字绑定到客户端所请求的地址，以代替 ${bound}。${what}`,
	proxyAnswered: ({ answer }) => `代理应答了 "${answer}"。`,
	proxyAsked: ({ proxy, target }) => `向 ${proxy} 请求连接 ${target}。`,
	proxyConnected: ({ target, ms }) => `${ms} ms 后已通过代理连接到 ${target}。`,
	refusedUntilRoom: ({ why }) => `有空间之前，新连接会被拒绝；后续的只计数。${why}`,
	senderUnaddressed: '发送方没有地址，无法应答。所有这样的发送方在此算作一个对端。',
	receiverFull: '接收方的队列已满（EAGAIN）：发送的数据等待它读取。',
	datagramCut: ({ lost }) => `一个数据报有 ${lost} 字节放不下，已丢失。`,
	streamEndedInside: ({ got, all }) => `字节流在 ${all} 字节中的第 ${got} 字节后结束。`,
	streamEndedInHead: ({ got, all }) => `字节流在消息头部 ${all} 字节中的第 ${got} 字节后结束。`,
	streamEndedInMessage: ({ got, all }) => `字节流在一条消息 ${all} 字节中的第 ${got} 字节后结束。`,
	messageEndless: ({ limit }) => `${limit} 字节内没有消息的结尾：到此为止的字节成为一条消息。`,
	lengthOverLimit: ({ length, total, limit }) =>
		`长度 ${length} 不可能：${total} 字节的消息超过上限 ${limit}。从现在起，每次读取是一条消息。`,
	lengthUnderHead: ({ length, total, head }) =>
		`长度 ${length} 不可能：长 ${total} 的消息比其 ${head} 字节的头部还短。从现在起，每次读取是一条消息。`,
	generatorRefused: ({ why }) => `生成器继续；后续的同类拒绝只计数。${why}`,
	openBefore: ({ connection }) => `在此抓包记录开始之前已打开：${connection}`,
	generatorBegins: ({ plan }) => `生成器开始：${plan}。`,
	generatorDoneRefused: ({ sent, refused, seconds, rate }) =>
		`生成器已完成：发送 ${sent} 条消息，被拒绝 ${refused} 条，用时 ${seconds} 秒（每秒 ${rate} 条）。`,
	generatorDone: ({ sent, seconds, rate }) =>
		`生成器已完成：发送 ${sent} 条消息，用时 ${seconds} 秒（每秒 ${rate} 条）。`,
	generatorStoppedRefused: ({ sent, refused, seconds, rate }) =>
		`生成器已停止：发送 ${sent} 条消息，被拒绝 ${refused} 条，用时 ${seconds} 秒（每秒 ${rate} 条）。`,
	generatorStopped: ({ sent, seconds, rate }) =>
		`生成器已停止：发送 ${sent} 条消息，用时 ${seconds} 秒（每秒 ${rate} 条）。`,
	generatorFailedRefused: ({ sent, refused, seconds, rate }) =>
		`生成器失败：发送 ${sent} 条消息，被拒绝 ${refused} 条，用时 ${seconds} 秒（每秒 ${rate} 条）。`,
	generatorFailed: ({ sent, seconds, rate }) =>
		`生成器失败：发送 ${sent} 条消息，用时 ${seconds} 秒（每秒 ${rate} 条）。`,
	importedCut: ({ length, captured }) => `数据报有 ${length} 字节：抓包记录中只有前 ${captured} 字节。`,
	importedRefused: ({ place }) => `${place} 的连接被拒绝。`,
	importedSilent: ({ place }) => `${place} 的连接没有得到应答。`,
	importedBefore: '抓包记录开始之前，这个连接就已存在。',
	importedEvicted: ({ most }) => `不再跟踪：抓包记录中同时有超过 ${most} 个会话。`,
	importedMissingOneOfClient: '此处缺少客户端发送的 1 字节：抓包记录中没有这个字节。',
	importedMissingOneOfServer: '此处缺少服务器发送的 1 字节：抓包记录中没有这个字节。',
	importedMissingOfClient: ({ bytes }) => `此处缺少客户端发送的 ${bytes} 字节：抓包记录中没有这些字节。`,
	importedMissingOfServer: ({ bytes }) => `此处缺少服务器发送的 ${bytes} 字节：抓包记录中没有这些字节。`,
};
