import type { endpointNames as english } from '../en/endpoint-names.ts';
import type { Texts } from '../locale/texts.ts';

export const endpointNames: Texts<typeof english> = {
	to: (target) => `到 ${target}`,
	proxy: (target) => `${target} 代理`,
	server: '伺服器',
	udp: 'UDP',
	datagram: '資料報',
};
