import type { kinds as english } from '../en/kinds.ts';
import type { Texts } from '../locale/texts.ts';

export const kinds: Texts<typeof english> = {
	'tcp-server': 'TCP 服务器',
	'tcp-client': 'TCP 客户端',
	udp: 'UDP 套接字',
	'unix-server': 'Unix 服务器',
	'unix-client': 'Unix 客户端',
	'unix-datagram': 'Unix 数据报套接字',
	'tcp-proxy': 'TCP 代理',
	'udp-proxy': 'UDP 代理',
};
