import type { kinds as english } from '../en/kinds.ts';
import type { Texts } from '../locale/texts.ts';

export const kinds: Texts<typeof english> = {
	'tcp-server': 'TCP 伺服器',
	'tcp-client': 'TCP 用戶端',
	udp: 'UDP 通訊端',
	'unix-server': 'Unix 伺服器',
	'unix-client': 'Unix 用戶端',
	'unix-datagram': 'Unix 資料報通訊端',
	'tcp-proxy': 'TCP 代理',
	'udp-proxy': 'UDP 代理',
};
