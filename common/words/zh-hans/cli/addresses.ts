import type { addresses as english } from '../../en/cli/addresses.ts';
import type { Texts } from '../../locale/texts.ts';

export const addresses: Texts<typeof english> = {
	url: (ports, paths) => `${ports}（IPv6 写作 [::1]），${paths}`,
	or: '，或 ',
	noted: {
		abstract: (form) => `${form}（unix:@NAME 为抽象名称）`,
		datagrams: (form) => `${form}（数据报）`,
	},
	stream: (url) => `${url}，或 tls://HOST:PORT（使用 TLS 的 TCP）`,
	network: 'tcp://HOST:PORT 或 udp://HOST:PORT（IPv6 写作 [::1]）',
	bad: (text, why) => `"${text}" 不是可用的地址：${why}`,
	write: (ports, paths) => `请写成 ${ports}（IPv6 地址放在方括号中），或 ${paths}。`,
	begin: (ports, paths) => `应以 ${ports} 或 ${paths} 开头。`,
	either: ' 或 ',
	port: (lowest, written) => `端口是 ${lowest} 到 65535 的整数，而不是 "${written}"。`,
	forTcp: (option) => `${option} 用于 tcp://。`,
	forNetwork: (option) => `${option} 用于 tcp:// 和 udp://。`,
	forTls: (option) => `${option} 用于 tls://HOST:PORT。`,
	nothingListens: (scheme) => `${scheme} 地址不能监听。`,
	nothingSent: (scheme) => `${scheme} 地址不能作为发送目标。`,
	from: '应为 ADDRESS、ADDRESS:PORT 或 :PORT，地址是本机的数字地址。',
	upstream: '应为 socks5://HOST:PORT 或 http://HOST:PORT。',
	noEscape: (text) => `"${text}" 中有一个 % 不是转义的开头。`,
	options: {
		family: 'TCP、UDP：尝试主机名的哪些地址',
		from: 'TCP、UDP：从此 ADDRESS、ADDRESS:PORT 或 :PORT 连接或发送',
		connectTimeout: 'TCP：每个尝试的地址的时限（默认 10000）',
		via: '上游代理：socks5://[USER:PASSWORD@]HOST:PORT 或 http://[USER:PASSWORD@]HOST:PORT',
	},
};
