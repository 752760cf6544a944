/** Socket options, and the groups of a UDP socket. */
export const socketOptions = {
	title: 'Socket options',
	systems: 'the system’s',
	systemChooses: 'the system chooses',
	connected: {
		label: 'Connected (the system reports refusals)',
		auto: 'as a client with one remote',
		yes: 'always',
		no: 'never',
	},
	numbers: {
		receiveBuffer: 'Receive buffer, bytes',
		sendBuffer: 'Send buffer, bytes',
		ttl: 'TTL',
		keepAliveMs: 'Keep-alive after, ms',
		idleTimeoutMs: 'Close when idle for, ms',
	},
	/** What an empty field of these means. */
	unset: {
		receiveBuffer: 'as much as the system grants',
		sendBuffer: 'the system’s',
		ttl: 'the system’s',
		keepAliveMs: 'off',
		idleTimeoutMs: 'never',
	},
	boxes: {
		reuseAddress: 'Share the address with sockets that allow it too (SO_REUSEADDR)',
		reusePort: 'Share the port; the system distributes connections or datagrams (SO_REUSEPORT)',
		ipv6Only: 'On an IPv6 address: no IPv4 (IPV6_V6ONLY)',
		broadcast: 'Send to broadcast addresses (SO_BROADCAST)',
		resetOnClose: 'Closing resets connections (RST in place of FIN)',
	},
	multicast: {
		title: 'Multicast',
		join: 'Join a group',
		throughInterface: 'Send to groups through interface',
		ttl: 'TTL of what is sent to groups',
		loopback: 'What is sent to groups comes to this machine as well',
		groupNumber: (number: number) => `Group ${number}`,
		group: 'Group',
		onInterface: 'On interface',
		source: 'Only from',
		anySource: 'any sender',
		leave: (number: number) => `Leave group ${number}`,
	},
};
