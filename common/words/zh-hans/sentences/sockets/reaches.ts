import type { reaches as english } from '../../../en/sentences/sockets/reaches.ts';
import type { Texts } from '../../../locale/texts.ts';

export const reaches: Texts<typeof english> = {
	reachIpv4: '本机的所有 IPv4 地址',
	reachIpv6: '本机的所有 IPv6 地址，不包括 IPv4 地址',
	reachBoth: '本机的所有地址，包括 IPv4 和 IPv6',
	reachAll: ({ bound, which, addresses }) => `${bound}：${which}：${addresses}。防火墙仍可能拒绝。`,
	reachAllAlone: ({ bound, which }) => `${bound}：${which}；目前只有回环地址，因此只有本机的程序可以访问。`,
	reachMachine: ({ bound }) => `${bound}：只有本机的程序可以访问。`,
	reachOne: ({ bound, name }) =>
		`${bound}：凡是能到达网络接口 ${name} 的这个地址的机器，也包括本机。防火墙仍可能拒绝。`,
	reachLink: ({ bound, name }) =>
		`${bound}：只有与网络接口 ${name} 在同一链路上的机器，它们要在 % 之后写上自己的网络接口。`,
	reachGroup: ({ bound }) => `${bound}：凡是向该组发送数据的机器，前提是套接字已加入该组。`,
	reachNobody: ({ bound }) => `${bound}：目前无人能访问。本机已没有网络接口使用这个地址。`,
	reachPath: ({ path }) => `${path}：本机上可以写入此路径的程序。`,
	reachAbstract: ({ path }) => `${path}：本机上同一网络命名空间中的程序。`,
};
