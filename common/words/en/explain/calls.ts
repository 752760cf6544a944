/** What the calls of the socket API do, by their names in Python and C. */
export const calls = {
	socket: {
		text: 'Makes a socket: a number of the process, without an address. Family and type choose the protocol: AF_INET with SOCK_STREAM is TCP, with SOCK_DGRAM UDP.',
		next: 'A server binds it next, a client connects it.',
	},
	bind: {
		text: 'Gives the socket its own address and port. A client can leave it out: connect() and sendto() then choose a free port.',
		next: 'If it fails with EADDRINUSE, "wirebench owner tcp://:PORT" names the program that holds the port.',
	},
	listen: {
		text: 'Makes a bound TCP socket a listening one: from now on the system completes handshakes by itself. The number is the length of the queue in which finished connections wait for accept().',
		next: 'Start the preset "One at a time" and connect twice: the second client is connected, and waits in that queue.',
	},
	accept: {
		text: 'Takes the oldest finished connection out of the queue and returns a new socket for it; the listening socket goes on listening. It blocks while the queue is empty.',
		next: 'Read and write on the new socket, never on the listening one.',
	},
	connect: {
		text: 'TCP: sends SYN and waits for the handshake, so success means that the other system has answered, not that a program has accepted. UDP: sends nothing, it only sets the one peer of this socket.',
		next: 'If it fails at once with ECONNREFUSED, nothing listens there; if it takes long, packets are dropped on the way.',
	},
	send: {
		text: 'Copies bytes into the send buffer of the system and returns how many it took, which may be fewer than given. It says nothing about whether the peer has received them.',
		next: 'Send the rest in a loop, or use sendall().',
	},
	sendall: {
		text: 'Python’s loop around send(): returns when the system has taken all bytes, or raises. It blocks while the send buffer is full, that is, while the peer does not read.',
		next: 'A peer that never reads stops it for ever: set a timeout.',
	},
	recv: {
		text: 'Returns what has arrived, at least one byte and at most as many as asked for; it blocks while there is nothing. Empty bytes mean that the peer has sent FIN: no more will come.',
		next: 'TCP has no message boundaries: collect bytes until your message is complete.',
	},
	sendto: {
		text: 'Sends one datagram to the given address. It arrives whole or not at all, and nobody reports a loss.',
		next: 'A program that needs an answer waits with a timeout and sends again.',
	},
	recvfrom: {
		text: 'Returns one datagram and the address of its sender; it blocks while there is none. What does not fit into the size given is cut off and lost.',
		next: 'Ask for 65535 bytes: no UDP datagram is larger.',
	},
	shutdown: {
		text: 'Ends one direction: SHUT_WR sends FIN after all bytes sent so far, and reading goes on. The peer’s recv() returns empty bytes then.',
		next: 'That is how a client says "my request is complete" and still gets the answer.',
	},
	close: {
		text: 'Gives the socket back: the system sends what is still in the send buffer, then FIN. If received bytes were left unread, it sends RST, and the peer may lose what it has not read yet.',
		next: 'Read until recv() returns empty bytes, then close.',
	},
	setsockopt: {
		text: 'Sets one option of the socket. Some count only before bind() or connect(), such as SO_REUSEADDR; the system may round or limit a value.',
		next: 'Ask getsockopt() what is in force: Linux doubles SO_RCVBUF.',
	},
	select: {
		text: 'Waits until one of many sockets can be read or written without blocking. One thread serves many connections that way; poll() and epoll do the same without the limit of 1024 sockets.',
		next: 'Ready to read includes the end: recv() may return empty bytes.',
	},
	settimeout: {
		text: 'Python: how long a call of this socket may wait before it raises a timeout. 0 makes the socket non-blocking: calls that would wait fail with EAGAIN (BlockingIOError).',
		next: 'After a timeout nothing is lost: what arrives later can still be read.',
	},
	getaddrinfo: {
		text: 'Turns a host name into addresses, often one of IPv6 and one of IPv4; a program tries them in order. "localhost" is ::1 and 127.0.0.1: a server that listens on one of them is not reached by the other.',
		next: '"wirebench probe tcp://NAME:PORT" tries each of them.',
	},
};
