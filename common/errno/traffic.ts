import { type Meaning, meaning } from './meaning.ts';

const again = 'Open a new connection.';

const reset = meaning(
	'reset',
	({ target }) => `${target} reset the connection.`,
	'The program at the other end crashed, closed without reading all, or refused the data: look at its messages.',
	'probe',
	'owner',
);
const gone = meaning(
	'closed',
	({ target }) => `${target} no longer reads: the connection is closed.`,
	'The other side has ended the connection before all was sent: check why it closed, then open a new one.',
	'probe',
);

/** Errors while data is transferred. */
export const traffic: Readonly<Record<string, Meaning>> = {
	ECONNRESET: reset,
	ENETRESET: meaning(
		'reset',
		({ target }) => `The connection to ${target} was broken: the network was reset, or keep-alive had no answer.`,
		`Check the network between. ${again}`,
		'probe',
	),
	ECONNABORTED: meaning(
		'reset',
		({ target }) => `The connection with ${target} was given up before or while it was used.`,
		'The peer left before it was accepted, or a firewall or the system of this machine ended it: try again.',
		'probe',
	),
	EPIPE: gone,
	ENOTCONN: meaning('closed', ({ target }) => `There is no connection to ${target} any more.`, again, 'probe'),
	ESHUTDOWN: meaning(
		'closed',
		({ target }) => `Our sending side of the connection to ${target} has been ended.`,
		`Nothing can be sent after that. ${again}`,
	),
	EDISCON: meaning('closed', ({ target }) => `${target} has ended the connection in good order.`, again),
	EOF: meaning('closed', ({ target }) => `${target} ended the connection before the answer was there.`, again, 'probe'),
	EDESTADDRREQ: meaning(
		'bad-input',
		'The datagram has no destination.',
		'Say where to send, or give the socket a remote address.',
	),
	EMSGSIZE: meaning(
		'too-large',
		({ target }) => `The datagram is too large to be sent to ${target}.`,
		({ path }) =>
			path === undefined
				? 'A UDP datagram carries at most 65,507 bytes over IPv4 and 65,527 over IPv6, and less on some ways: send it in parts.'
				: 'A datagram of a Unix socket has to fit into its send buffer (SO_SNDBUF): enlarge that, or send it in parts.',
	),
	EPROTO: meaning(
		'reset',
		({ target }) => `The protocol on the way to ${target} was violated: the received data was not understood.`,
		'Check that both sides speak the same protocol, TLS or none for instance.',
	),
	EREMOTEIO: meaning('unreachable', ({ target }) => `The other side of ${target} reports a fault.`, again),
	EIO: meaning(
		'unavailable',
		({ target }) => `The device or the network driver failed on ${target}.`,
		'Look into the messages of the system, and try another interface.',
		'addresses',
	),
	ECANCELED: meaning(
		'closed',
		({ target }) => `What was asked of ${target} was cancelled: its socket was closed meanwhile.`,
		'Start it again if that was not meant.',
	),
	EINTR: meaning('closed', ({ target }) => `A signal interrupted the work on ${target}.`, 'Ask for it again.'),
	EUSERS: meaning(
		'unavailable',
		'Too many users or sockets of this kind at once.',
		'Close some connections, and try again.',
	),
};
