import type { addresses as english } from '../../en/cli/addresses.ts';
import type { Texts } from '../../locale/texts.ts';

export const addresses: Texts<typeof english> = {
	url: (ports, paths) => `${ports}（IPv6 寫作 [::1]），${paths}`,
	or: '，或 ',
	noted: {
		abstract: (form) => `${form}（unix:@NAME 為抽象名稱）`,
		datagrams: (form) => `${form}（資料報）`,
	},
	stream: (url) => `${url}，或 tls://HOST:PORT（使用 TLS 的 TCP）`,
	network: 'tcp://HOST:PORT 或 udp://HOST:PORT（IPv6 寫作 [::1]）',
	bad: (text, why) => `"${text}" 不是可用的位址：${why}`,
	write: (ports, paths) => `請寫成 ${ports}（IPv6 位址放在方括號中），或 ${paths}。`,
	begin: (ports, paths) => `應以 ${ports} 或 ${paths} 開頭。`,
	either: ' 或 ',
	port: (lowest, written) => `連接埠是 ${lowest} 到 65535 的整數，而不是 "${written}"。`,
	forTcp: (option) => `${option} 用於 tcp://。`,
	forNetwork: (option) => `${option} 用於 tcp:// 和 udp://。`,
	forTls: (option) => `${option} 用於 tls://HOST:PORT。`,
	nothingListens: (scheme) => `${scheme} 位址不能監聽。`,
	nothingSent: (scheme) => `${scheme} 位址不能作為傳送目標。`,
	from: '應為 ADDRESS、ADDRESS:PORT 或 :PORT，位址是本機的數字位址。',
	upstream: '應為 socks5://HOST:PORT 或 http://HOST:PORT。',
	noEscape: (text) => `"${text}" 中有一個 % 不是跳脫序列的開頭。`,
	options: {
		family: 'TCP、UDP：嘗試主機名稱的哪些位址',
		from: 'TCP、UDP：從此 ADDRESS、ADDRESS:PORT 或 :PORT 連線或傳送',
		connectTimeout: 'TCP：每個嘗試的位址的時限（預設 10000）',
		via: '上游代理：socks5://[USER:PASSWORD@]HOST:PORT 或 http://[USER:PASSWORD@]HOST:PORT',
	},
};
