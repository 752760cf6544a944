import { type Asked, isMaking, isOutward } from '../../sentence/asked.ts';

const PATH_LENGTH = 'Use a shorter path, as in /tmp: that of a socket has at most 107 bytes, 103 on macOS.';
const WRITE = 'or write the address in numbers';
const AGAIN = 'Open a new connection.';

const noRoute =
	(why: string) =>
	({ target }: Asked) =>
		`There is no way to ${target}: ${why}.`;

const notPermitted = (firewall: string) => ({
	message: ({ target }: Asked) => `The system does not permit this on ${target}.`,
	hint: (asked: Asked) => {
		if (asked.path !== undefined) return 'Check who may write to the path and its folder.';
		if (isOutward(asked)) return firewall;
		return 'Ports below 1024 are for the administrator: use one from 1024 on, or run with more rights.';
	},
});

/** What the errors of the system mean for a person, and what to check next. Parameters are only put in, never called. */
export const systemErrors = {
	notHere: {
		message: ({ target }: Asked) => `This system does not offer the kind of socket that ${target} needs.`,
		hint: () => 'Check that the protocol (IPv6, Unix sockets) is switched on in this system.',
	},
	noOption: {
		message: ({ target }: Asked) => `The system refuses this option or operation for the socket of ${target}.`,
		hint: () => 'Leave the option away: this kind of socket, or this system, does not have it.',
	},
	noDevice: {
		message: ({ target }: Asked) => `The network interface that was named for ${target} is not there.`,
		hint: () => 'Choose one of the interfaces of this machine.',
	},
	handle: {
		message: ({ target }: Asked) => `The socket for ${target} is closed already.`,
		hint: () => 'Stop the endpoint and start it again.',
	},
	EINVAL: {
		message: (asked: Asked) => {
			if (asked.path !== undefined) return `The system does not take ${asked.target} as the path of a socket.`;
			return isOutward(asked)
				? `The system does not send from this local address to ${asked.target}.`
				: `The system does not take ${asked.target} as an address of this socket.`;
		},
		hint: (asked: Asked) => {
			if (asked.path !== undefined) return PATH_LENGTH;
			return isOutward(asked)
				? 'A socket bound to 127.0.0.1 reaches this machine alone: bind it to 0.0.0.0. A link-local address (fe80::) needs its interface: fe80::1%eth0.'
				: 'Check the address; a link-local one (fe80::) needs its interface, as in fe80::1%eth0.';
		},
	},
	EFAULT: {
		message: ({ target }: Asked) => `The system does not take the address of ${target}.`,
		hint: () => 'Check that the address is one of the family of the socket.',
	},
	EDOM: {
		message: () => 'A time that was set for the socket is out of its range.',
		hint: () => 'Use a smaller number for the option.',
	},
	EOVERFLOW: {
		message: ({ target }: Asked) => `A number or a name for ${target} is larger than the system takes.`,
		hint: () => 'Use a smaller one.',
	},
	ENOTSOCK: {
		message: ({ target }: Asked) => `${target} is not a socket.`,
		hint: () => 'Check the path: a program that listens makes the socket.',
	},
	EPROTOTYPE: {
		message: ({ target }: Asked) => `${target} is a socket of another type: a stream is no datagram socket.`,
		hint: () => 'Use the kind of endpoint that the server has: stream or datagram.',
	},
	ENOENT: {
		message: (asked: Asked) =>
			isMaking(asked) ? `There is no folder for ${asked.target}.` : `There is no ${asked.target}.`,
		hint: (asked: Asked) =>
			isMaking(asked)
				? 'Make the folder first (mkdir -p), or choose another path.'
				: 'Check the path, and start the server first.',
	},
	ENOTDIR: {
		message: ({ target }: Asked) => `A part of the path ${target} is a file, not a folder.`,
		hint: () => 'Check the path.',
	},
	EISDIR: {
		message: ({ target }: Asked) => `${target} is a folder.`,
		hint: () => 'Add the name of a socket to the path.',
	},
	EEXIST: {
		message: ({ target }: Asked) => `${target} is there already.`,
		hint: () => 'Choose another path, or remove what is left behind.',
	},
	ELOOP: {
		message: ({ target }: Asked) => `The links in the path ${target} go round in a circle.`,
		hint: () => 'Use the path that the links should lead to.',
	},
	EROFS: {
		message: ({ target }: Asked) => `The file system of ${target} can only be read.`,
		hint: () => 'Use a folder in which files can be made, as in /tmp.',
	},
	ENAMETOOLONG: {
		message: ({ target }: Asked) => `The path ${target} is too long for a socket.`,
		hint: () => PATH_LENGTH,
	},
	noBuffers: {
		message: () => 'The system has no buffer space left.',
		hint: () => 'Wait a moment, send less at once, or close some connections.',
	},
	noLookupMemory: {
		message: ({ target }: Asked) => `There was no memory to look up ${target}.`,
		hint: () => 'Close some programs, then try again.',
	},
	noMemory: {
		message: () => 'The system has no memory left for this socket.',
		hint: () => 'Close some connections or programs, then try again.',
	},
	noRoom: {
		message: ({ target }: Asked) =>
			`There is no room for ${target}: the disk, the quota or a table of the system is full.`,
		hint: () => 'Free some space, or leave some groups and close some sockets.',
	},
	EMFILE: {
		message: () => 'This process may open no more sockets and files.',
		hint: () => 'Close some connections, or raise the limit of open files (ulimit -n) before Wirebench is started.',
	},
	ENFILE: {
		message: () => 'The whole system may open no more sockets and files.',
		hint: () => 'Close programs or connections, or raise the limit of the system (Linux: sysctl fs.file-max).',
	},
	EPROCLIM: {
		message: () => 'Too many programs use the network at once.',
		hint: () => 'Close some of them, then try again.',
	},
	noName: {
		message: ({ target }: Asked) => `The name of ${target} has no address (EAI_NONAME).`,
		hint: () => `Check the spelling, ${WRITE}.`,
	},
	noFamily: {
		message: ({ target }: Asked) => `The name of ${target} has no address of the kind that was asked for.`,
		hint: () => `Try the other kind of address (IPv4, IPv6), ${WRITE}.`,
	},
	noAnswer: {
		message: ({ target }: Asked) => `The name server did not answer in time when asked for ${target}.`,
		hint: () => 'Check the network connection and the name server of this machine, and try again.',
	},
	failed: {
		message: ({ target }: Asked) => `The name server failed when asked for ${target}.`,
		hint: () => `Try again later, use another name server, ${WRITE}.`,
	},
	badName: {
		message: ({ target }: Asked) => `${target} is not a name that can be looked up.`,
		hint: () => 'A name has parts of at most 63 letters, digits and hyphens, with dots between.',
	},
	badQuestion: {
		message: ({ target }: Asked) => `The resolver of this system did not take the question for ${target}.`,
		hint: () => `Look into the resolver’s settings (/etc/resolv.conf, /etc/nsswitch.conf), ${WRITE}.`,
	},
	cancelled: {
		message: ({ target }: Asked) => `Looking up ${target} was given up.`,
		hint: () => 'Start it again if that was not meant.',
	},
	EHOSTUNREACH: {
		message: noRoute('nobody answers for that machine, or a router says so (EHOSTUNREACH)'),
		hint: () => 'Check that the machine is switched on and in the same network, and that the address is right.',
	},
	ENETUNREACH: {
		message: noRoute('this machine has no route to that network (ENETUNREACH)'),
		hint: () => 'Check that the network is connected; an IPv6 address needs IPv6, an address of a VPN the VPN.',
	},
	EHOSTDOWN: {
		message: noRoute('the other machine is down'),
		hint: () => 'Check that it is switched on and connected.',
	},
	ENETDOWN: {
		message: noRoute('the network interface is down'),
		hint: () => 'Switch the interface on: connect the cable, the Wi-Fi or the VPN.',
	},
	ENONET: {
		message: noRoute('this machine is in no network'),
		hint: () => 'Connect the cable, the Wi-Fi or the VPN.',
	},
	EACCES: notPermitted('Check the firewall; a broadcast address needs the broadcast option.'),
	EPERM: notPermitted('Check the firewall of this machine: it refuses what leaves for there.'),
	ECONNREFUSED: {
		message: ({ target }: Asked) => `Nothing listens on ${target}: it refused.`,
		hint: ({ path }: Asked) =>
			path === undefined
				? 'Check that the server is running there, and that address and port are right.'
				: 'The socket was left behind, or its server takes no more: start the server again.',
	},
	ETIMEDOUT: {
		message: ({ target }: Asked) => `${target} did not answer in time.`,
		hint: ({ verb }: Asked) =>
			verb === 'connect to'
				? 'Check the address, and whether a firewall drops the packets on the way or the server is too busy to accept.'
				: 'The other machine or the network between has gone: check the cable, the Wi-Fi or the VPN, then connect again.',
	},
	EADDRINUSE: {
		message: (asked: Asked) =>
			isOutward(asked) ? `The local address or port for ${asked.target} is in use.` : `${asked.target} is in use.`,
		hint: (asked: Asked) =>
			isOutward(asked)
				? 'The local port is taken, or in TIME_WAIT from the last connection: let the system choose one.'
				: `Use another ${asked.path === undefined ? 'port' : 'path'}, or stop the program that holds it.`,
	},
	EADDRNOTAVAIL: {
		message: (asked: Asked) =>
			isOutward(asked)
				? `This machine has no address or no free port from which it could reach ${asked.target}.`
				: `${asked.target} is not an address of this machine.`,
		hint: (asked: Asked) =>
			isOutward(asked)
				? 'Check the local address; where very many connections are open or have just closed, wait until ports are free.'
				: 'Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all its addresses.',
	},
	EAFNOSUPPORT: {
		message: ({ target }: Asked) => `This machine or socket does not speak the kind of address of ${target}.`,
		hint: () => 'Use an IPv4 address for an IPv4 socket, an IPv6 address for an IPv6 socket; IPv6 may be switched off.',
	},
	EALREADY: {
		message: ({ target }: Asked) => `A connection to ${target} is being opened already.`,
		hint: () => 'Wait for it, or stop the endpoint and start it again.',
	},
	EINPROGRESS: {
		message: ({ target }: Asked) => `The connection to ${target} is still being opened.`,
		hint: () => 'Wait for it, or set a connect timeout.',
	},
	EISCONN: {
		message: ({ target }: Asked) => `The socket for ${target} is connected already.`,
		hint: () => 'Stop the endpoint and start it again.',
	},
	EAGAIN: {
		message: ({ target, path, verb }: Asked) => {
			if (path === undefined) return `The system cannot serve ${target} now: it has no port or no room left for it.`;
			if (verb === 'connect to') return `The server at ${target} has a full queue: it does not accept.`;
			return `The queue of ${target} is full: who has it does not read.`;
		},
		hint: ({ path }: Asked) =>
			path === undefined
				? 'Try again in a moment, or close some connections.'
				: 'Check that the other program is still working, or try again in a moment.',
	},
	EREFUSED: {
		message: ({ target }: Asked) => `The name server refused to say what ${target} is.`,
		hint: () => 'Check which name server this machine uses, or write the address in numbers.',
	},
	reset: {
		message: ({ target }: Asked) => `${target} reset the connection.`,
		hint: () =>
			'The program at the other end crashed, closed without reading all, or refused the data: look at its messages.',
	},
	gone: {
		message: ({ target }: Asked) => `${target} no longer reads: the connection is closed.`,
		hint: () =>
			'The other side has ended the connection before all was sent: check why it closed, then open a new one.',
	},
	ENETRESET: {
		message: ({ target }: Asked) =>
			`The connection to ${target} was broken: the network was reset, or keep-alive had no answer.`,
		hint: () => `Check the network between. ${AGAIN}`,
	},
	ECONNABORTED: {
		message: ({ target }: Asked) => `The connection with ${target} was given up before or while it was used.`,
		hint: () =>
			'The peer left before it was accepted, or a firewall or the system of this machine ended it: try again.',
	},
	ENOTCONN: { message: ({ target }: Asked) => `There is no connection to ${target} any more.`, hint: () => AGAIN },
	ESHUTDOWN: {
		message: ({ target }: Asked) => `Our sending side of the connection to ${target} has been ended.`,
		hint: () => `Nothing can be sent after that. ${AGAIN}`,
	},
	EDISCON: { message: ({ target }: Asked) => `${target} has ended the connection in good order.`, hint: () => AGAIN },
	EOF: {
		message: ({ target }: Asked) => `${target} ended the connection before the answer was there.`,
		hint: () => AGAIN,
	},
	EDESTADDRREQ: {
		message: () => 'The datagram has no destination.',
		hint: () => 'Say where to send, or give the socket a remote address.',
	},
	EMSGSIZE: {
		message: ({ target }: Asked) => `The datagram is too large to be sent to ${target}.`,
		hint: ({ path }: Asked) =>
			path === undefined
				? 'A UDP datagram carries at most 65,507 bytes over IPv4 and 65,527 over IPv6, and less on some ways: send it in parts.'
				: 'A datagram of a Unix socket has to fit into its send buffer (SO_SNDBUF): enlarge that, or send it in parts.',
	},
	EPROTO: {
		message: ({ target }: Asked) =>
			`The protocol on the way to ${target} was violated: the received data was not understood.`,
		hint: () => 'Check that both sides speak the same protocol, TLS or none for instance.',
	},
	EREMOTEIO: { message: ({ target }: Asked) => `The other side of ${target} reports a fault.`, hint: () => AGAIN },
	EIO: {
		message: ({ target }: Asked) => `The device or the network driver failed on ${target}.`,
		hint: () => 'Look into the messages of the system, and try another interface.',
	},
	ECANCELED: {
		message: ({ target }: Asked) => `What was asked of ${target} was cancelled: its socket was closed meanwhile.`,
		hint: () => 'Start it again if that was not meant.',
	},
	EINTR: {
		message: ({ target }: Asked) => `A signal interrupted the work on ${target}.`,
		hint: () => 'Ask for it again.',
	},
	EUSERS: {
		message: () => 'Too many users or sockets of this kind at once.',
		hint: () => 'Close some connections, and try again.',
	},
	/** An error that sockets do not report. */
	elsewhere: {
		message: ({ verb, target, errno, subject }: Asked & { readonly errno: string; readonly subject: string }) =>
			`Could not ${verb} ${target}: the system gave ${errno}, which is about ${subject}.`,
		hint: () => 'That is unexpected of a socket: note what you did, and look into the messages of the system.',
	},
};
