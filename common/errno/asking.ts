import { isMaking, isOutward, type Meaning, meaning } from './meaning.ts';

const notHere = meaning(
	'unavailable',
	({ target }) => `This system does not offer the kind of socket that ${target} needs.`,
	'Check that the protocol (IPv6, Unix sockets) is switched on in this system.',
	'addresses',
	'other-family',
);
const noOption = meaning(
	'unavailable',
	({ target }) => `The system refuses this option or operation for the socket of ${target}.`,
	'Leave the option away: this kind of socket, or this system, does not have it.',
);
const noDevice = meaning(
	'address-not-available',
	({ target }) => `The network interface that was named for ${target} is not there.`,
	'Choose one of the interfaces of this machine.',
	'addresses',
);
const PATH_LENGTH = 'Use a shorter path, as in /tmp: that of a socket has at most 107 bytes, 103 on macOS.';
const handle = meaning(
	'closed',
	({ target }) => `The socket for ${target} is closed already.`,
	'Stop the endpoint and start it again.',
);

/** Invalid system calls: a socket, an option or a path of the wrong kind. */
export const asking: Readonly<Record<string, Meaning>> = {
	EINVAL: meaning(
		'unreachable',
		(asked) => {
			if (asked.path !== undefined) return `The system does not take ${asked.target} as the path of a socket.`;
			return isOutward(asked)
				? `The system does not send from this local address to ${asked.target}.`
				: `The system does not take ${asked.target} as an address of this socket.`;
		},
		(asked) => {
			if (asked.path !== undefined) return PATH_LENGTH;
			return isOutward(asked)
				? 'A socket bound to 127.0.0.1 reaches this machine alone: bind it to 0.0.0.0. A link-local address (fe80::) needs its interface: fe80::1%eth0.'
				: 'Check the address; a link-local one (fe80::) needs its interface, as in fe80::1%eth0.';
		},
		'addresses',
	),
	EFAULT: meaning(
		'bad-input',
		({ target }) => `The system does not take the address of ${target}.`,
		'Check that the address is one of the family of the socket.',
		'addresses',
	),
	EDOM: meaning(
		'bad-input',
		'A time that was set for the socket is out of its range.',
		'Use a smaller number for the option.',
	),
	EOVERFLOW: meaning(
		'too-large',
		({ target }) => `A number or a name for ${target} is larger than the system takes.`,
		'Use a smaller one.',
	),
	EBADF: handle,
	ENOTSOCK: meaning(
		'bad-input',
		({ target }) => `${target} is not a socket.`,
		'Check the path: a program that listens makes the socket.',
	),
	EPROTONOSUPPORT: notHere,
	ESOCKTNOSUPPORT: notHere,
	EPFNOSUPPORT: notHere,
	ENOSYS: notHere,
	EPROTOTYPE: meaning(
		'bad-input',
		({ target }) => `${target} is a socket of another type: a stream is no datagram socket.`,
		'Use the kind of endpoint that the server has: stream or datagram.',
	),
	ENOPROTOOPT: noOption,
	EOPNOTSUPP: noOption,
	ENOTSUP: noOption,
	ENODEV: noDevice,
	ENXIO: noDevice,
	ENOENT: meaning(
		'not-found',
		(asked) => (isMaking(asked) ? `There is no folder for ${asked.target}.` : `There is no ${asked.target}.`),
		(asked) =>
			isMaking(asked)
				? 'Make the folder first (mkdir -p), or choose another path.'
				: 'Check the path, and start the server first.',
	),
	ENOTDIR: meaning(
		'bad-input',
		({ target }) => `A part of the path ${target} is a file, not a folder.`,
		'Check the path.',
	),
	EISDIR: meaning('bad-input', ({ target }) => `${target} is a folder.`, 'Add the name of a socket to the path.'),
	EEXIST: meaning(
		'address-in-use',
		({ target }) => `${target} is there already.`,
		'Choose another path, or remove what is left behind.',
	),
	ELOOP: meaning(
		'bad-input',
		({ target }) => `The links in the path ${target} go round in a circle.`,
		'Use the path that the links should lead to.',
	),
	EROFS: meaning(
		'not-permitted',
		({ target }) => `The file system of ${target} can only be read.`,
		'Use a folder in which files can be made, as in /tmp.',
	),
	ENAMETOOLONG: meaning('bad-input', ({ target }) => `The path ${target} is too long for a socket.`, PATH_LENGTH),
};
