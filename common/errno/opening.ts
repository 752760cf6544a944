import { isOutward, type Meaning, meaning } from './meaning.ts';

const noRoute = (why: string, hint: string): Meaning =>
	meaning('unreachable', ({ target }) => `There is no way to ${target}: ${why}.`, hint, 'addresses', 'other-family');

const notPermitted = (firewall: string): Meaning =>
	meaning(
		'not-permitted',
		({ target }) => `The system does not permit this on ${target}.`,
		(asked) => {
			if (asked.path !== undefined) return 'Check who may write to the path and its folder.';
			if (isOutward(asked)) return firewall;
			return 'Ports below 1024 are for the administrator: use one from 1024 on, or run with more rights.';
		},
		'addresses',
	);

/** Errors while finding or reaching the other side. */
export const opening: Readonly<Record<string, Meaning>> = {
	ECONNREFUSED: meaning(
		'refused',
		({ target }) => `Nothing listens on ${target}: it refused.`,
		({ path }) =>
			path === undefined
				? 'Check that the server is running there, and that address and port are right.'
				: 'The socket was left behind, or its server takes no more: start the server again.',
		'probe',
		'other-family',
	),
	ETIMEDOUT: meaning(
		'timeout',
		({ target }) => `${target} did not answer in time.`,
		({ verb }) =>
			verb === 'connect to'
				? 'Check the address, and whether a firewall drops the packets on the way or the server is too busy to accept.'
				: 'The other machine or the network between has gone: check the cable, the Wi-Fi or the VPN, then connect again.',
		'probe',
		'addresses',
		'other-family',
	),
	EHOSTUNREACH: noRoute(
		'nobody answers for that machine, or a router says so (EHOSTUNREACH)',
		'Check that the machine is switched on and in the same network, and that the address is right.',
	),
	ENETUNREACH: noRoute(
		'this machine has no route to that network (ENETUNREACH)',
		'Check that the network is connected; an IPv6 address needs IPv6, an address of a VPN the VPN.',
	),
	EHOSTDOWN: noRoute('the other machine is down', 'Check that it is switched on and connected.'),
	ENETDOWN: noRoute(
		'the network interface is down',
		'Switch the interface on: connect the cable, the Wi-Fi or the VPN.',
	),
	ENONET: noRoute('this machine is in no network', 'Connect the cable, the Wi-Fi or the VPN.'),
	EADDRINUSE: meaning(
		'address-in-use',
		(asked) =>
			isOutward(asked) ? `The local address or port for ${asked.target} is in use.` : `${asked.target} is in use.`,
		(asked) =>
			isOutward(asked)
				? 'The local port is taken, or in TIME_WAIT from the last connection: let the system choose one.'
				: `Use another ${asked.path === undefined ? 'port' : 'path'}, or stop the program that holds it.`,
		'owner',
	),
	EADDRNOTAVAIL: meaning(
		'address-not-available',
		(asked) =>
			isOutward(asked)
				? `This machine has no address or no free port from which it could reach ${asked.target}.`
				: `${asked.target} is not an address of this machine.`,
		(asked) =>
			isOutward(asked)
				? 'Check the local address; where very many connections are open or have just closed, wait until ports are free.'
				: 'Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all its addresses.',
		'addresses',
		'other-family',
	),
	EAFNOSUPPORT: meaning(
		'address-not-available',
		({ target }) => `This machine or socket does not speak the kind of address of ${target}.`,
		'Use an IPv4 address for an IPv4 socket, an IPv6 address for an IPv6 socket; IPv6 may be switched off.',
		'addresses',
		'other-family',
	),
	EACCES: notPermitted('Check the firewall; a broadcast address needs the broadcast option.'),
	EPERM: notPermitted('Check the firewall of this machine: it refuses what leaves for there.'),
	EALREADY: meaning(
		'wrong-state',
		({ target }) => `A connection to ${target} is being opened already.`,
		'Wait for it, or stop the endpoint and start it again.',
	),
	EINPROGRESS: meaning(
		'wrong-state',
		({ target }) => `The connection to ${target} is still being opened.`,
		'Wait for it, or set a connect timeout.',
		'probe',
	),
	EISCONN: meaning(
		'wrong-state',
		({ target }) => `The socket for ${target} is connected already.`,
		'Stop the endpoint and start it again.',
	),
	EAGAIN: meaning(
		'unavailable',
		({ target, path, verb }) => {
			if (path === undefined) return `The system cannot serve ${target} now: it has no port or no room left for it.`;
			if (verb === 'connect to') return `The server at ${target} has a full queue: it does not accept.`;
			return `The queue of ${target} is full: who has it does not read.`;
		},
		({ path }) =>
			path === undefined
				? 'Try again in a moment, or close some connections.'
				: 'Check that the other program is still working, or try again in a moment.',
	),
	EREFUSED: meaning(
		'name-not-found',
		({ target }) => `The name server refused to say what ${target} is.`,
		'Check which name server this machine uses, or write the address in numbers.',
	),
};
