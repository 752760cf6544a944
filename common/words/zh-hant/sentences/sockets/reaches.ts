import type { reaches as english } from '../../../en/sentences/sockets/reaches.ts';
import type { Texts } from '../../../locale/texts.ts';

export const reaches: Texts<typeof english> = {
	reachIpv4: '本機的所有 IPv4 位址',
	reachIpv6: '本機的所有 IPv6 位址，不包括 IPv4 位址',
	reachBoth: '本機的所有位址，包括 IPv4 和 IPv6',
	reachAll: ({ bound, which, addresses }) => `${bound}：${which}：${addresses}。防火牆仍可能拒絕。`,
	reachAllAlone: ({ bound, which }) => `${bound}：${which}；目前只有回送位址，因此只有本機的程式可以存取。`,
	reachMachine: ({ bound }) => `${bound}：只有本機的程式可以存取。`,
	reachOne: ({ bound, name }) =>
		`${bound}：凡是能到達網路介面 ${name} 的這個位址的機器，也包括本機。防火牆仍可能拒絕。`,
	reachLink: ({ bound, name }) =>
		`${bound}：只有與網路介面 ${name} 在同一鏈路上的機器，它們要在 % 之後寫上自己的網路介面。`,
	reachGroup: ({ bound }) => `${bound}：凡是向該群組傳送資料的機器，前提是通訊端已加入該群組。`,
	reachNobody: ({ bound }) => `${bound}：目前無人能存取。本機已沒有網路介面使用這個位址。`,
	reachPath: ({ path }) => `${path}：本機上可以寫入此路徑的程式。`,
	reachAbstract: ({ path }) => `${path}：本機上同一網路命名空間中的程式。`,
};
