/** Socket options by their keys in configs, titled by their names in the socket API. */
export const options = {
	reuseAddress: {
		text: 'TCP server on Linux and macOS: bind() succeeds although connections of the last run are in TIME-WAIT; Wirebench’s servers always set it. UDP: several sockets may share the address, and a datagram for one of them reaches only the last.',
		next: 'Set it before bind(). On Windows it lets a second server take the port of a running one.',
	},
	reusePort: {
		text: 'Several sockets listen on one port, and the system distributes connections or datagrams among them. All of them must set it, and belong to one user.',
		next: 'Start the same server twice with it, and see which one gets which client.',
	},
	ipv6Only: {
		text: 'A socket on :: takes IPv6 only. Without it, IPv4 clients are served too, with addresses such as ::ffff:192.0.2.1.',
		next: 'Set it when another server should have the IPv4 side of the same port.',
	},
	connected: {
		title: 'connect() for UDP',
		text: 'The system then passes on only datagrams of that one peer, and reports a refusal (ECONNREFUSED) when nothing listens there. Nothing is sent to connect.',
		next: 'Leave it out for a socket that many peers write to.',
	},
	backlog: {
		text: 'How many finished connections may wait for accept(). When the queue is full, Linux drops further handshakes, and clients try again after 1, 2, 4 s.',
		next: 'The system limits it: /proc/sys/net/core/somaxconn on Linux.',
	},
	connectTimeoutMs: {
		title: 'connect timeout',
		text: 'How long connecting may take before Wirebench gives up. Without it the system decides, which takes about two minutes on Linux.',
		next: 'A few seconds are enough in a local network.',
	},
	noDelay: {
		text: 'Small writes leave at once. Without it, Nagle’s algorithm holds a small write back until the last one is acknowledged; with delayed ACKs that costs 40 ms or more for each request.',
		next: 'Leave it on for questions and answers.',
	},
	keepAliveMs: {
		text: 'After so long a silence the system asks the peer whether it is still there; without an answer the connection ends with ETIMEDOUT. Without it, a connection whose peer has vanished stays open for ever.',
		next: 'Routers forget a silent connection after a few minutes: choose less.',
	},
	idleTimeoutMs: {
		title: 'idle timeout',
		text: 'Wirebench closes a connection after so long without a byte in either direction. It is not an option of the system: it asks nobody, and the peer sees an ordinary close.',
		next: 'Use keep-alive to find peers that have vanished.',
	},
	resetOnClose: {
		text: 'Closing sends RST in place of FIN: the connection is gone at once, without TIME-WAIT, and what the peer has not read yet may be lost.',
		next: 'Try how your program takes ECONNRESET.',
	},
	receiveBuffer: {
		text: 'How many bytes the system keeps for a socket until the program reads them. A UDP datagram that does not fit is dropped silently.',
		next: 'Linux grants at most net.core.rmem_max, and counts each datagram as larger than it is.',
	},
	sendBuffer: {
		text: 'How many bytes the system takes before send() blocks, or takes only a part. It decides how far a sender may be ahead of its peer.',
		next: 'Make it small to see short writes.',
	},
	ttl: {
		text: 'How many routers a datagram may pass; each subtracts one and drops it at 0. The usual number is 64.',
		next: 'A TTL of 1 keeps it in the local network.',
	},
	broadcast: {
		text: 'Permits sending to broadcast addresses. Without it the system refuses with EACCES, so that nobody does it by mistake.',
		next: 'Receiving broadcasts needs no option, but a socket on 0.0.0.0.',
	},
	multicastTtl: {
		text: 'How many routers a datagram to a group may pass. The default of 1 keeps it in the local network.',
		next: 'Routers pass on multicast only where they are set up for it.',
	},
	multicastLoopback: {
		text: 'Whether what this machine sends to a group reaches members on this machine too. It is on by default.',
		next: 'Leave it on to try sender and receiver on one machine.',
	},
	multicastInterface: {
		text: 'The network interface through which datagrams to groups leave. Without it the system takes the one of its default route, which is often the wrong one.',
		next: '"wirebench interfaces" lists their names and addresses.',
	},
	groups: {
		text: 'Joins a group: the network interface then takes datagrams that are sent to it, and the routers hear of it by IGMP or MLD. With a source it takes only what that address sends.',
		next: 'The port must be that of the sender’s destination.',
	},
};
