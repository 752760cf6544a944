/** Why the system gives an error. What to check in one case is in the sentence of that error. */
export const errors = {
	EADDRINUSE: {
		text: 'bind() or listen(): another socket has this address and port. Either a program listens there, or connections of the last run are in TIME-WAIT and the server has not set SO_REUSEADDR.',
		next: '"wirebench owner tcp://:PORT" says who holds it, and how long TIME-WAIT still lasts.',
	},
	EADDRNOTAVAIL: {
		text: 'bind(): no interface of this machine has that address. connect(): there is no free port left, mostly because very many connections are in TIME-WAIT.',
		next: 'Listen on 127.0.0.1 or 0.0.0.0; "wirebench interfaces" lists the addresses of this machine.',
	},
	EACCES: {
		text: 'bind(): ports below 1024 need the rights of root on Linux. sendto(): the address is a broadcast address and SO_BROADCAST is not set. A Unix socket: its file or folder may not be used by this user.',
		next: 'Choose a port from 1024 on.',
	},
	EPERM: {
		text: 'The system forbids it to this user whatever the address is; for a socket that sends, mostly a firewall of this machine.',
		next: 'Look at the firewall’s rules for outgoing packets.',
	},
	ECONNREFUSED: {
		text: 'The machine is there and has answered with RST, because nothing listens on that port of that address. For a connected UDP socket: the machine has sent "port unreachable".',
		next: 'Is the server running, on this port, and on an address that the client can reach (0.0.0.0 rather than 127.0.0.1)?',
	},
	ECONNRESET: {
		text: 'The peer has sent RST: its program crashed, closed while bytes were unread, or closed with SO_LINGER 0. What was on its way is lost.',
		next: 'Look at what you sent last: a server that does not understand it may close without reading the rest.',
	},
	ECONNABORTED: {
		text: 'The connection ended before accept() could return it, or software of this machine has broken it off.',
		next: 'A server goes on with the next accept().',
	},
	EPIPE: {
		text: 'send() on a connection that can no longer send: the peer has reset it, or this side has called shutdown(). In C the signal SIGPIPE ends the program first unless it is ignored.',
		next: 'The write before it succeeded although the peer was gone: only the second one fails.',
	},
	ETIMEDOUT: {
		text: 'Nobody has answered: neither the handshake nor, on an open connection, data or keep-alive. Packets are dropped on the way, or the machine is off.',
		next: 'A firewall drops without an answer; a machine without a server refuses at once.',
	},
	EHOSTUNREACH: {
		text: 'The last router, or this machine itself, finds nobody with that address in the network.',
		next: 'Try to reach the machine by ping, and check address and netmask.',
	},
	ENETUNREACH: {
		text: 'This machine has no route to that network. With an IPv6 address: it has no IPv6.',
		next: 'Look at the default route: "ip route".',
	},
	EAGAIN: {
		text: 'A non-blocking call would have to wait: recv() has nothing to read, send() no room in the buffer, accept() no connection. It is not a failure.',
		next: 'Wait with select(), poll() or epoll, then call again.',
	},
	EINPROGRESS: {
		text: 'A non-blocking connect() has started the handshake. The result comes when the socket becomes writable.',
		next: 'Then read SO_ERROR: 0 means connected.',
	},
	EINTR: {
		text: 'A signal interrupted a call that was waiting. Nothing is lost.',
		next: 'Call again; Python does that by itself.',
	},
	EISCONN: {
		text: 'connect() on a TCP socket that is connected already, or sendto() with an address on one.',
		next: 'A socket connects once: make a new one.',
	},
	ENOTCONN: {
		text: 'send(), recv() or shutdown() on a TCP socket that has no connection: never made, or already gone. A common mistake is to use the listening socket.',
		next: 'Use the socket that accept() returned.',
	},
	EDESTADDRREQ: {
		text: 'send() on a UDP socket that is not connected: the system does not know where to.',
		next: 'Use sendto(), or connect() first.',
	},
	EMSGSIZE: {
		text: 'The datagram is larger than UDP takes (65,507 bytes over IPv4), or than the way takes while it must not be split.',
		next: 'Send at most about 1,400 bytes a datagram.',
	},
	EMFILE: {
		text: 'The process has as many sockets and files open as it may. accept() fails then, although the connections are there.',
		next: 'Raise the limit (ulimit -n), and look for sockets that are never closed.',
	},
	ENOBUFS: {
		text: 'The system has no memory for more packets at this moment, mostly because they are sent faster than the interface takes them.',
		next: 'Send more slowly, or wait and send again.',
	},
	EAFNOSUPPORT: {
		text: 'The address belongs to another family than the socket: an IPv6 address on an AF_INET socket, or the other way round.',
		next: 'Take the family from getaddrinfo().',
	},
	EINVAL: {
		text: 'The call does not fit the state of the socket or its arguments: bind() twice, accept() without listen(), an IPv6 address of one link without its zone.',
		next: 'Compare the order of calls: "socket, bind, listen, accept".',
	},
	EBADF: {
		text: 'The number is not that of an open socket: it has been closed already, perhaps by another thread.',
		next: 'Close each socket in one place.',
	},
	ENOENT: {
		text: 'A Unix socket: there is no file of that name, so no server has bound it.',
		next: 'Start the server first, and check the path.',
	},
	EAI_NONAME: {
		text: 'getaddrinfo() found no address for this name: it is misspelt, or the name server does not know it.',
		next: 'Try an address in numbers; look at /etc/hosts and the DNS server.',
	},
};
