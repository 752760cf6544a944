/** How addresses are written, and what is wrong with one. */
export const addresses = {
	/** The forms with a port, and those with a path. */
	url: (ports: string, paths: string) => `${ports} (IPv6 as [::1]), ${paths}`,
	or: ', or ',
	/** A form with a remark. */
	noted: {
		abstract: (form: string) => `${form} (unix:@NAME for an abstract one)`,
		datagrams: (form: string) => `${form} for datagrams`,
	},
	stream: (url: string) => `${url}, or tls://HOST:PORT for TCP with TLS`,
	network: 'tcp://HOST:PORT or udp://HOST:PORT (IPv6 as [::1])',
	bad: (text: string, why: string) => `"${text}" is not an address to use: ${why}`,
	write: (ports: string, paths: string) => `write ${ports}, an IPv6 address in brackets, or ${paths}.`,
	begin: (ports: string, paths: string) => `it has to begin with ${ports} or ${paths}.`,
	either: ' or ',
	port: (lowest: number, written: string) => `a port is a whole number from ${lowest} to 65535, not "${written}".`,
	forTcp: (option: string) => `${option} is for tcp://.`,
	forNetwork: (option: string) => `${option} is for tcp:// and udp://.`,
	forTls: (option: string) => `${option} is for tls://HOST:PORT.`,
	nothingListens: (scheme: string) => `Nothing listens on an address of ${scheme}.`,
	nothingSent: (scheme: string) => `Nothing is sent to an address of ${scheme}.`,
	from: 'It is ADDRESS, ADDRESS:PORT or :PORT, with an address of this machine in numbers.',
	upstream: 'It is socks5://HOST:PORT or http://HOST:PORT.',
	noEscape: (text: string) => `"${text}" has a % that begins no escape.`,
	options: {
		family: 'TCP, UDP: addresses of a host name that are tried',
		from: 'TCP, UDP: connect or send from this ADDRESS, ADDRESS:PORT or :PORT',
		connectTimeout: 'TCP: for each address that is tried (default 10000)',
		via: 'upstream proxy: socks5://[USER:PASSWORD@]HOST:PORT or http://[USER:PASSWORD@]HOST:PORT',
	},
};
