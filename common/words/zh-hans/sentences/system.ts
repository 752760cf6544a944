import type { systemErrors as english } from '../../en/sentences/system.ts';
import type { Texts } from '../../locale/texts.ts';
import { type Asked, isMaking, isOutward, type Verb } from '../../sentence/asked.ts';

const PATH_LENGTH = '请使用更短的路径，例如在 /tmp 下：套接字的路径最多 107 字节，macOS 上最多 103 字节。';
const WRITE = '或直接写数字形式的地址';
const AGAIN = '请打开新的连接。';

const VERBS: Readonly<Record<Verb, string>> = {
	'connect to': '连接',
	'listen on': '监听',
	'bind to': '绑定',
	'send to': '发送到',
	'read from': '读取',
	'write to': '写入',
	remove: '移除',
};

const noRoute =
	(why: string) =>
	({ target }: Asked) =>
		`无法到达 ${target}：${why}。`;

const notPermitted = (firewall: string) => ({
	message: ({ target }: Asked) => `系统不允许对 ${target} 执行此操作。`,
	hint: (asked: Asked) => {
		if (asked.path !== undefined) return '请检查谁有权写入该路径及其文件夹。';
		if (isOutward(asked)) return firewall;
		return '1024 以下的端口只供管理员使用：请使用 1024 及以上的端口，或以更高权限运行。';
	},
});

export const systemErrors: Texts<typeof english> = {
	notHere: {
		message: ({ target }) => `本系统不提供 ${target} 所需的套接字类型。`,
		hint: () => '请检查本系统是否启用了该协议（IPv6、Unix 套接字）。',
	},
	noOption: {
		message: ({ target }) => `系统拒绝对 ${target} 的套接字设置此选项或执行此操作。`,
		hint: () => '请去掉该选项：这种套接字或本系统没有它。',
	},
	noDevice: {
		message: ({ target }) => `为 ${target} 指定的网络接口不存在。`,
		hint: () => '请选择本机的某个网络接口。',
	},
	handle: {
		message: ({ target }) => `${target} 的套接字已经关闭。`,
		hint: () => '请停止该端点，然后重新启动。',
	},
	EINVAL: {
		message: (asked) => {
			if (asked.path !== undefined) return `系统不接受 ${asked.target} 作为套接字的路径。`;
			return isOutward(asked)
				? `系统不能从该本地地址发送到 ${asked.target}。`
				: `系统不接受 ${asked.target} 作为该套接字的地址。`;
		},
		hint: (asked) => {
			if (asked.path !== undefined) return PATH_LENGTH;
			return isOutward(asked)
				? '绑定到 127.0.0.1 的套接字只能到达本机：请绑定到 0.0.0.0。链路本地地址（fe80::）需要写明网络接口：fe80::1%eth0。'
				: '请检查地址；链路本地地址（fe80::）需要写明网络接口，例如 fe80::1%eth0。';
		},
	},
	EFAULT: {
		message: ({ target }) => `系统不接受 ${target} 的地址。`,
		hint: () => '请检查地址是否属于该套接字的地址族。',
	},
	EDOM: {
		message: () => '为套接字设置的时间超出范围。',
		hint: () => '请为该选项使用更小的数字。',
	},
	EOVERFLOW: {
		message: ({ target }) => `${target} 的数字或名称超出系统的上限。`,
		hint: () => '请使用更小的值。',
	},
	ENOTSOCK: {
		message: ({ target }) => `${target} 不是套接字。`,
		hint: () => '请检查路径：套接字由监听的程序创建。',
	},
	EPROTOTYPE: {
		message: ({ target }) => `${target} 是另一种类型的套接字：字节流套接字不是数据报套接字。`,
		hint: () => '请使用与服务器一致的端点类型：字节流或数据报。',
	},
	ENOENT: {
		message: (asked) => (isMaking(asked) ? `没有可存放 ${asked.target} 的文件夹。` : `没有 ${asked.target}。`),
		hint: (asked) =>
			isMaking(asked) ? '请先创建文件夹（mkdir -p），或选择其他路径。' : '请检查路径，并先启动服务器。',
	},
	ENOTDIR: {
		message: ({ target }) => `路径 ${target} 中有一部分是文件，不是文件夹。`,
		hint: () => '请检查路径。',
	},
	EISDIR: {
		message: ({ target }) => `${target} 是文件夹。`,
		hint: () => '请在路径后加上套接字的名称。',
	},
	EEXIST: {
		message: ({ target }) => `${target} 已经存在。`,
		hint: () => '请选择其他路径，或移除遗留的文件。',
	},
	ELOOP: {
		message: ({ target }) => `路径 ${target} 中的链接形成了循环。`,
		hint: () => '请使用链接原本要指向的路径。',
	},
	EROFS: {
		message: ({ target }) => `${target} 所在的文件系统是只读的。`,
		hint: () => '请使用可以创建文件的文件夹，例如 /tmp。',
	},
	ENAMETOOLONG: {
		message: ({ target }) => `路径 ${target} 对套接字来说太长。`,
		hint: () => PATH_LENGTH,
	},
	noBuffers: {
		message: () => '系统没有剩余的缓冲区空间。',
		hint: () => '请稍等片刻、减少一次发送的数据，或关闭一些连接。',
	},
	noMemory: {
		message: () => '系统没有可供该套接字使用的内存。',
		hint: () => '请关闭一些连接或程序，然后重试。',
	},
	noRoom: {
		message: ({ target }) => `没有可供 ${target} 使用的空间：磁盘、配额或系统的表已满。`,
		hint: () => '请释放一些空间，或离开一些组并关闭一些套接字。',
	},
	EMFILE: {
		message: () => '本进程不能再打开更多套接字和文件。',
		hint: () => '请关闭一些连接，或在启动 Wirebench 之前提高打开文件数的上限（ulimit -n）。',
	},
	ENFILE: {
		message: () => '整个系统不能再打开更多套接字和文件。',
		hint: () => '请关闭一些程序或连接，或提高系统的上限（Linux：sysctl fs.file-max）。',
	},
	EPROCLIM: {
		message: () => '同时使用网络的程序太多。',
		hint: () => '请关闭其中一些，然后重试。',
	},
	noName: {
		message: ({ target }) => `${target} 的名称没有地址（EAI_NONAME）。`,
		hint: () => `请检查拼写，${WRITE}。`,
	},
	noFamily: {
		message: ({ target }) => `${target} 的名称没有所要求类型的地址。`,
		hint: () => `请尝试另一种地址（IPv4、IPv6），${WRITE}。`,
	},
	noAnswer: {
		message: ({ target }) => `查询 ${target} 时，域名服务器没有及时回答。`,
		hint: () => '请检查本机的网络连接和域名服务器，然后重试。',
	},
	failed: {
		message: ({ target }) => `查询 ${target} 时，域名服务器失败。`,
		hint: () => `请稍后重试，使用其他域名服务器，${WRITE}。`,
	},
	badName: {
		message: ({ target }) => `${target} 不是可以查询的名称。`,
		hint: () => '名称由点分隔的部分组成，每部分最多 63 个字母、数字和连字符。',
	},
	badQuestion: {
		message: ({ target }) => `本系统的解析器不接受对 ${target} 的查询。`,
		hint: () => `请查看解析器的设置（/etc/resolv.conf、/etc/nsswitch.conf），${WRITE}。`,
	},
	noLookupMemory: {
		message: ({ target }) => `没有内存可用于查询 ${target}。`,
		hint: () => '请关闭一些程序，然后重试。',
	},
	cancelled: {
		message: ({ target }) => `已放弃查询 ${target}。`,
		hint: () => '如果这不是本意，请重新开始。',
	},
	EHOSTUNREACH: {
		message: noRoute('没有主机回应，或路由器报告其不可达（EHOSTUNREACH）'),
		hint: () => '请检查该主机是否开机并在同一网络中，以及地址是否正确。',
	},
	ENETUNREACH: {
		message: noRoute('本机没有到该网络的路由（ENETUNREACH）'),
		hint: () => '请检查网络是否已连接；IPv6 地址需要 IPv6，VPN 的地址需要 VPN。',
	},
	EHOSTDOWN: {
		message: noRoute('对端主机已关闭'),
		hint: () => '请检查它是否已开机并已连接。',
	},
	ENETDOWN: {
		message: noRoute('网络接口已关闭'),
		hint: () => '请启用网络接口：连接网线、Wi-Fi 或 VPN。',
	},
	ENONET: {
		message: noRoute('本机不在任何网络中'),
		hint: () => '请连接网线、Wi-Fi 或 VPN。',
	},
	EACCES: notPermitted('请检查防火墙；广播地址需要启用广播选项。'),
	EPERM: notPermitted('请检查本机的防火墙：它拒绝发往那里的数据。'),
	ECONNREFUSED: {
		message: ({ target }) => `没有程序在监听 ${target}：连接被拒绝。`,
		hint: ({ path }) =>
			path === undefined
				? '请检查服务器是否在那里运行，以及地址和端口是否正确。'
				: '该套接字是遗留的，或其服务器不再接受连接：请重新启动服务器。',
	},
	ETIMEDOUT: {
		message: ({ target }) => `${target} 没有及时回应，已超时。`,
		hint: ({ verb }) =>
			verb === 'connect to'
				? '请检查地址，以及途中是否有防火墙丢弃数据包，或服务器是否太忙而无法接受连接。'
				: '对端主机或中间的网络已断开：请检查网线、Wi-Fi 或 VPN，然后重新连接。',
	},
	EADDRINUSE: {
		message: (asked) =>
			isOutward(asked) ? `用于 ${asked.target} 的本地地址或端口已被占用。` : `${asked.target} 已被占用。`,
		hint: (asked) =>
			isOutward(asked)
				? '本地端口已被占用，或因上一个连接处于 TIME_WAIT：请让系统选择端口。'
				: `请使用其他${asked.path === undefined ? '端口' : '路径'}，或停止占用它的程序。`,
	},
	EADDRNOTAVAIL: {
		message: (asked) =>
			isOutward(asked) ? `本机没有可到达 ${asked.target} 的地址或空闲端口。` : `${asked.target} 不是本机的地址。`,
		hint: (asked) =>
			isOutward(asked)
				? '请检查本地地址；如果有大量连接打开或刚刚关闭，请等待端口空闲。'
				: '只供本机使用时用 127.0.0.1，供所有地址使用时用 0.0.0.0。',
	},
	EAFNOSUPPORT: {
		message: ({ target }) => `本机或该套接字不支持 ${target} 的地址类型。`,
		hint: () => 'IPv4 套接字使用 IPv4 地址，IPv6 套接字使用 IPv6 地址；IPv6 可能已关闭。',
	},
	EALREADY: {
		message: ({ target }) => `正在打开到 ${target} 的连接。`,
		hint: () => '请等待，或停止该端点后重新启动。',
	},
	EINPROGRESS: {
		message: ({ target }) => `到 ${target} 的连接仍在打开中。`,
		hint: () => '请等待，或设置连接超时。',
	},
	EISCONN: {
		message: ({ target }) => `${target} 的套接字已经连接。`,
		hint: () => '请停止该端点，然后重新启动。',
	},
	EAGAIN: {
		message: ({ target, path, verb }) => {
			if (path === undefined) return `系统现在无法为 ${target} 服务：没有可用的端口或空间。`;
			if (verb === 'connect to') return `${target} 处的服务器队列已满：它没有接受连接。`;
			return `${target} 的队列已满：对端没有读取。`;
		},
		hint: ({ path }) =>
			path === undefined ? '请稍后重试，或关闭一些连接。' : '请检查对端程序是否仍在工作，或稍后重试。',
	},
	EREFUSED: {
		message: ({ target }) => `域名服务器拒绝回答 ${target} 是什么。`,
		hint: () => '请检查本机使用的域名服务器，或直接写数字形式的地址。',
	},
	reset: {
		message: ({ target }) => `${target} 重置了连接。`,
		hint: () => '对端的程序崩溃了、没有读完就关闭了，或拒绝了数据：请查看它的消息。',
	},
	gone: {
		message: ({ target }) => `${target} 不再读取：连接已关闭。`,
		hint: () => '数据还没发完，对端就结束了连接：请检查它为什么关闭，然后打开新的连接。',
	},
	ENETRESET: {
		message: ({ target }) => `到 ${target} 的连接已中断：网络被重置，或 keep-alive 没有回应。`,
		hint: () => `请检查中间的网络。${AGAIN}`,
	},
	ECONNABORTED: {
		message: ({ target }) => `与 ${target} 的连接在使用之前或使用期间被放弃。`,
		hint: () => '对端在被接受之前已离开，或防火墙或本机系统结束了它：请重试。',
	},
	ENOTCONN: { message: ({ target }) => `到 ${target} 的连接已不存在。`, hint: () => AGAIN },
	ESHUTDOWN: {
		message: ({ target }) => `到 ${target} 的连接的本端发送方向已结束。`,
		hint: () => `此后不能再发送。${AGAIN}`,
	},
	EDISCON: { message: ({ target }) => `${target} 已正常结束连接。`, hint: () => AGAIN },
	EOF: { message: ({ target }) => `在得到回答之前，${target} 结束了连接。`, hint: () => AGAIN },
	EDESTADDRREQ: {
		message: () => '该数据报没有目的地。',
		hint: () => '请写明发送到哪里，或为套接字设置远程地址。',
	},
	EMSGSIZE: {
		message: ({ target }) => `该数据报太大，无法发送到 ${target}。`,
		hint: ({ path }) =>
			path === undefined
				? 'UDP 数据报在 IPv4 上最多 65,507 字节，在 IPv6 上最多 65,527 字节，某些路径上更少：请分成几部分发送。'
				: 'Unix 套接字的数据报必须能放入其发送缓冲区（SO_SNDBUF）：请增大它，或分成几部分发送。',
	},
	EPROTO: {
		message: ({ target }) => `与 ${target} 之间的协议被违反：无法理解收到的数据。`,
		hint: () => '请检查双方是否使用相同的协议，例如是否都使用 TLS。',
	},
	EREMOTEIO: { message: ({ target }) => `${target} 的对端报告了故障。`, hint: () => AGAIN },
	EIO: {
		message: ({ target }) => `设备或网络驱动程序在 ${target} 上失败。`,
		hint: () => '请查看系统的消息，并尝试其他网络接口。',
	},
	ECANCELED: {
		message: ({ target }) => `对 ${target} 的操作已取消：其套接字在此期间被关闭。`,
		hint: () => '如果这不是本意，请重新开始。',
	},
	EINTR: { message: ({ target }) => `信号中断了对 ${target} 的操作。`, hint: () => '请再次执行。' },
	EUSERS: {
		message: () => '同时使用的用户或此类套接字太多。',
		hint: () => '请关闭一些连接，然后重试。',
	},
	elsewhere: {
		message: ({ verb, target, errno }) =>
			`无法${VERBS[verb]} ${target}：系统返回了 ${errno}，套接字通常不会报告这个错误。`,
		hint: () => '套接字不应出现这个错误：请记下所做的操作，并查看系统的消息。',
	},
};
