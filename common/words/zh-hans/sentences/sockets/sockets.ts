import type { socketErrors as english } from '../../../en/sentences/sockets/sockets.ts';
import type { Texts } from '../../../locale/texts.ts';

export const socketErrors: Texts<typeof english> = {
	noInterfaceFor: ({ named, family, there }) => `没有带 ${family} 地址的网络接口“${named}”。现有：${there}。`,
	twoInterfaces: {
		message: ({ group, on }) => `${group} 已指定一个网络接口，而“${on}”是另一个。`,
		hint: '请去掉其中一个。',
	},
	optionNotOfKind: ({ name, option, kind }) => `${name} 没有选项 ${option}：它的类型是 ${kind}。`,
	optionWhileOpen: ({ name, option }) => `选项 ${option} 在打开套接字时设置：请先停止 ${name} 再更改。`,
	noPortLeft: {
		message: ({ address }) => `系统在 ${address} 上已没有可选的端口：整个范围都被占用。`,
		hint: ({ freePort }) =>
			`${freePort === undefined ? '请选择一个端口' : `请选择一个端口，例如空闲的 ${freePort}`}，或等到一些连接关闭。在 Linux 上，范围由 net.ipv4.ip_local_port_range 决定。`,
	},
	localPortNotPermitted: {
		message: ({ port, target }) => `系统不允许对 ${target} 使用本地端口 ${port}。`,
		hint: '1024 以下的端口只供管理员使用：请使用 1024 及以上的端口，或以更高权限运行。',
	},
	localPortTaken: {
		message: ({ port, from, target, by }) =>
			`${from === '' ? '' : `${from} 上的`}本地端口 ${port} 不能用于 ${target}：它已被占用，占用者：${by}。`,
		hint: ({ advice }) => advice,
	},
	pathUsedHere: {
		message: ({ path }) => `${path} 已被这个 Wirebench 的另一个端点占用。`,
		hint: '请停止那个端点，或选择其他路径。',
	},
	pathIsNoSocket: { message: ({ path }) => `${path} 已经存在，而且不是套接字。`, hint: '请选择其他路径。' },
	pathUsed: {
		message: ({ path, by }) => `${path} 已被占用，占用者：${by}。`,
		hint: '请选择其他路径，或停止在那里监听的程序。',
	},
	pathLeftBehind: {
		message: ({ path }) => `${path} 是遗留下来的：已没有程序在那里监听。`,
		hint: '请移除它，然后重新启动。',
	},
	pathNotLeftBehind: ({ path }) => `${path} 不是遗留下来的套接字：予以保留。`,
	ownerOfAnotherUser: {
		message: ({ name }) => `${name} 属于其他用户：系统不允许结束它。`,
		hint: '请以该用户或管理员的身份结束它，或使用其他端口。',
	},
	ownerIsWirebench: '那就是这个 Wirebench 自己：请停止占用该端口的端点。',
	ownerHasGone: ({ pid, port }) => `进程 ${pid} 已不再占用端口 ${port}：请重试。`,
	ownerStays: {
		message: ({ name, port }) => `${name} 收到 SIGTERM 后仍占用端口 ${port}。`,
		hint: ({ pid }) => `它可能需要更长时间，或忽略了该信号：kill -9 ${pid} 一定能结束它。`,
	},
	pathTooLong: {
		message: ({ path, most }) => `${path} 过长：套接字的路径最多 ${most} 字节。`,
		hint: '请选择名称较短的文件夹中的路径，例如 /tmp。',
	},
	zoneAbsent: {
		message: ({ host, zone, there }) =>
			`${host} 指定了网络接口“${zone}”，而本机没有该名称或编号且带 IPv6 地址的接口。现有：${there}。`,
		hint: '请在 % 后写上其中一个的名称或编号。',
	},
	zoneAmbiguous: {
		message: ({ host, zone, ways }) => `${host} 的区域“%${zone}”有两种解读：${ways}。`,
		hint: '请写接口的名称。',
	},
	zoneNeedless: {
		message: ({ host, zone }) =>
			`${host} 带有区域“%${zone}”，而区域只对链路本地地址（fe80::）和组播组（ff）有效：系统会忽略它。`,
		hint: ({ zone }) => `请去掉 %${zone}。`,
	},
	bulkElsewhere: {
		message: '仅在 Linux（x64、arm64、riscv64、loong64）上一次收发多个数据报；这里逐个收发。',
		hint: '流量很大时会比在 Linux 上更早丢失数据报，其他一切相同。',
	},
	bulkUncertain: {
		message: '数据报逐个收发：本进程的另一个套接字有相同的地址，而系统调用需要知道哪个是哪个。',
		hint: '大量数据报涌入时会更早丢失。其他一切相同。',
	},
	bulkMissing: {
		message: ({ name, reason }) => `数据报逐个收发：可选包 ${name} 无法加载：${reason}。`,
		hint: '请连同可选依赖一起安装：npm ci。',
	},
	unixDatagramsElsewhere: {
		message: 'Unix 数据报套接字仅在 Linux 和 macOS 上可用。',
		hint: '请连同可选依赖一起安装：npm ci。',
	},
	unixDatagramsMissing: {
		message: ({ name, reason }) => `Unix 数据报套接字需要可选包 ${name}，而它无法加载：${reason}。`,
		hint: '请连同可选依赖一起安装：npm ci。',
	},
};
