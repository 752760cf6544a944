/** The kinds of endpoints. */
export const kinds = {
	'tcp-server': 'TCP server',
	'tcp-client': 'TCP client',
	udp: 'UDP socket',
	'unix-server': 'Unix server',
	'unix-client': 'Unix client',
	'unix-datagram': 'Unix datagram socket',
	'tcp-proxy': 'TCP proxy',
	'udp-proxy': 'UDP proxy',
};
