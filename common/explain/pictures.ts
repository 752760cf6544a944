import type { Picture, PictureRow } from './picture.ts';
import type { TopicId } from './topic-id.ts';

const SERVER_LISTENS: PictureRow = { left: 'socket()', right: 'socket() bind() listen()' };

/** Each is true of a real connection: pictures.test.ts follows the states by the diagram of RFC 9293. */
const PICTURES = {
	handshake: {
		ends: ['client', 'server'],
		rows: [
			SERVER_LISTENS,
			{ left: 'connect()', right: 'LISTEN' },
			{ left: 'SYN-SENT', arrow: { to: 'right', label: 'SYN' }, right: 'SYN-RECEIVED' },
			{ left: 'ESTABLISHED', arrow: { to: 'left', label: 'SYN, ACK' } },
			{ arrow: { to: 'right', label: 'ACK' }, right: 'ESTABLISHED' },
			{ left: 'send()', right: 'accept()' },
		],
	},
	goodbye: {
		ends: ['first', 'second'],
		rows: [
			{ left: 'ESTABLISHED', right: 'ESTABLISHED' },
			{ left: 'close()' },
			{ left: 'FIN-WAIT-1', arrow: { to: 'right', label: 'FIN' }, right: 'CLOSE-WAIT' },
			{ left: 'FIN-WAIT-2', arrow: { to: 'left', label: 'ACK' }, right: 'recv() = b""' },
			{ right: 'close()' },
			{ left: 'TIME-WAIT', arrow: { to: 'left', label: 'FIN' }, right: 'LAST-ACK' },
			{ left: '60 s', arrow: { to: 'right', label: 'ACK' }, right: 'CLOSED' },
		],
	},
	halfClose: {
		ends: ['client', 'server'],
		rows: [
			{ left: 'sendall(b"2+2")', arrow: { to: 'right', label: '2+2' }, right: 'recv() = b"2+2"' },
			{ left: 'shutdown(SHUT_WR)', arrow: { to: 'right', label: 'FIN' }, right: 'recv() = b""' },
			{ left: 'recv() = b"4"', arrow: { to: 'left', label: '4' }, right: 'sendall(b"4")' },
			{ left: 'recv() = b""', arrow: { to: 'left', label: 'FIN' }, right: 'close()' },
		],
	},
	crossing: {
		ends: ['client', 'server'],
		rows: [
			{ left: 'ESTABLISHED', right: 'ESTABLISHED' },
			{ left: 'close()', right: 'close()' },
			{ left: 'FIN-WAIT-1', right: 'FIN-WAIT-1' },
			{ left: 'CLOSING', arrow: { to: 'both', label: 'FIN' }, right: 'CLOSING' },
			{ left: 'TIME-WAIT', arrow: { to: 'both', label: 'ACK' }, right: 'TIME-WAIT' },
		],
	},
	reset: {
		ends: ['first', 'second'],
		rows: [
			{ left: 'ESTABLISHED', right: 'ESTABLISHED' },
			{ left: 'SO_LINGER 0, close()' },
			{ left: 'CLOSED', arrow: { to: 'right', label: 'RST' }, right: 'CLOSED' },
			{ right: 'recv(): ECONNRESET' },
		],
	},
	unread: {
		ends: ['first', 'second'],
		rows: [
			{ arrow: { to: 'left', label: '1234' }, right: 'send(b"1234") = 4' },
			{ left: 'recv(2) = b"12"' },
			{ left: 'close()', arrow: { to: 'right', label: 'RST' }, right: 'recv(): ECONNRESET' },
		],
	},
	writeToClosed: {
		ends: ['client', 'server'],
		rows: [
			{ arrow: { to: 'left', label: 'FIN' }, right: 'close()' },
			{ left: 'send(b"1") = 1', arrow: { to: 'right', label: '1' } },
			{ arrow: { to: 'left', label: 'RST' } },
			{ left: 'send(b"2"): EPIPE' },
		],
	},
	refused: {
		ends: ['client', 'machine'],
		rows: [
			{ left: 'connect()', arrow: { to: 'right', label: 'SYN' } },
			{ left: 'ECONNREFUSED', arrow: { to: 'left', label: 'RST' } },
		],
	},
	noAnswer: {
		ends: ['client', 'server'],
		rows: [
			{ left: 'connect()', arrow: { to: 'right', label: 'SYN', lost: true } },
			{ left: '1 s', arrow: { to: 'right', label: 'SYN', lost: true } },
			{ left: '3 s', arrow: { to: 'right', label: 'SYN', lost: true } },
			{ left: 'ETIMEDOUT' },
		],
	},
	startAgain: {
		ends: ['client', 'server'],
		rows: [
			{ left: 'recv() = b""', arrow: { to: 'left', label: 'FIN' }, right: 'close()' },
			{ left: 'close()', arrow: { to: 'right', label: 'FIN' }, right: 'TIME-WAIT' },
			{ right: 'bind(): EADDRINUSE' },
			{ right: 'SO_REUSEADDR, bind()' },
			{ left: 'connect()', arrow: { to: 'right', label: 'SYN' }, right: 'listen()' },
		],
	},
	sticky: {
		ends: ['sender', 'receiver'],
		rows: [
			{ left: 'send(b"AB")', arrow: { to: 'right', label: 'AB' } },
			{ left: 'send(b"CD")', arrow: { to: 'right', label: 'CD' }, right: 'recv(99) = b"ABCD"' },
			{ left: 'send(b"EFGH")', arrow: { to: 'right', label: 'EF' }, right: 'recv(99) = b"EF"' },
			{ arrow: { to: 'right', label: 'GH' }, right: 'recv(99) = b"GH"' },
		],
	},
	lines: {
		ends: ['sender', 'receiver'],
		rows: [
			{ left: 'send(b"hel")', arrow: { to: 'right', label: 'hel' } },
			{ left: 'send(b"lo\\nbye\\n")', arrow: { to: 'right', label: 'lo\\nbye\\n' }, right: '"hello"  "bye"' },
			{ left: 'send(b"end")', arrow: { to: 'right', label: 'end' } },
		],
	},
	lengths: {
		ends: ['sender', 'receiver'],
		rows: [
			{ left: 'send(b"\\0\\5hel")', arrow: { to: 'right', label: '00 05 68 65 6c' } },
			{ left: 'send(b"lo\\0\\3bye")', arrow: { to: 'right', label: '6c 6f 00 03 62 79 65' }, right: '"hello"  "bye"' },
		],
	},
	pieces: {
		ends: ['sender', 'receiver'],
		rows: [
			{ left: 'send(b"ABC")', arrow: { to: 'right', label: 'ABC' } },
			{ left: 'send(b"DEFGH")', arrow: { to: 'right', label: 'DEFGH' }, right: '"ABCD"  "EFGH"' },
		],
	},
	silence: {
		ends: ['sender', 'receiver'],
		rows: [
			{ left: 'send(b"AB")', arrow: { to: 'right', label: 'AB' } },
			{ left: 'send(b"CD")', arrow: { to: 'right', label: 'CD' } },
			{ left: '100 ms', right: '"ABCD"' },
			{ left: 'send(b"EF")', arrow: { to: 'right', label: 'EF' } },
		],
	},
	fullBuffer: {
		ends: ['sender', 'receiver'],
		rows: [
			{ left: 'send(b"…") = 9000', arrow: { to: 'right', label: '9000' } },
			{ left: 'send(b"…") = 1000', arrow: { to: 'right', label: '1000' } },
			{ left: 'send(b"…"): EAGAIN' },
			{ arrow: { to: 'left', label: 'ACK' }, right: 'recv(9000)' },
			{ left: 'send(b"…") = 9000', arrow: { to: 'right', label: '9000' } },
		],
	},
	datagrams: {
		ends: ['sender', 'receiver'],
		rows: [
			{ left: 'sendto(b"1")', arrow: { to: 'right', label: '1' }, right: 'recvfrom() = b"1"' },
			{ left: 'sendto(b"2") = 1', arrow: { to: 'right', label: '2', lost: true } },
			{ left: 'sendto(b"3")', arrow: { to: 'right', label: '3' }, right: 'recvfrom() = b"3"' },
		],
	},
	datagramRefused: {
		ends: ['client', 'machine'],
		rows: [
			{ left: 'connect()' },
			{ left: 'send(b"1") = 1', arrow: { to: 'right', label: '1' } },
			{ left: 'recv(): ECONNREFUSED', arrow: { to: 'left', label: 'ICMP port unreachable' } },
		],
	},
	nagle: {
		ends: ['sender', 'receiver'],
		rows: [
			{ left: 'send(b"1")', arrow: { to: 'right', label: '1' } },
			{ left: 'send(b"2")' },
			{ left: '40 ms', arrow: { to: 'left', label: 'ACK' } },
			{ arrow: { to: 'right', label: '2' }, right: 'recv() = b"2"' },
			{ left: 'TCP_NODELAY' },
			{ left: 'send(b"3")', arrow: { to: 'right', label: '3' } },
			{ left: 'send(b"4")', arrow: { to: 'right', label: '4' }, right: 'recv() = b"34"' },
		],
	},
	keepAlive: {
		ends: ['client', 'server'],
		rows: [
			{ left: '60 s', arrow: { to: 'right', label: 'keep-alive' } },
			{ arrow: { to: 'left', label: 'ACK' } },
			{ left: '60 s', arrow: { to: 'right', label: 'keep-alive', lost: true } },
			{ arrow: { to: 'right', label: 'keep-alive', lost: true } },
			{ left: 'recv(): ETIMEDOUT' },
		],
	},
	everyAddress: {
		ends: ['elsewhere', 'server'],
		rows: [
			{ right: 'bind("0.0.0.0", 8080)' },
			{ left: 'connect("192.0.2.7", 8080)', arrow: { to: 'right', label: 'SYN' }, right: '192.0.2.7:8080' },
			{ left: 'ESTABLISHED', arrow: { to: 'left', label: 'SYN, ACK' } },
		],
	},
	loopback: {
		ends: ['elsewhere', 'server'],
		rows: [
			{ right: 'bind("127.0.0.1", 8080)' },
			{ left: 'connect("192.0.2.7", 8080)', arrow: { to: 'right', label: 'SYN' }, right: '192.0.2.7:8080' },
			{ left: 'ECONNREFUSED', arrow: { to: 'left', label: 'RST' } },
		],
	},
	twoFamilies: {
		ends: ['client', 'server'],
		rows: [
			{ left: 'connect("localhost", 8080)', right: 'bind("127.0.0.1", 8080)' },
			{ left: '::1', arrow: { to: 'right', label: 'SYN' } },
			{ left: 'ECONNREFUSED', arrow: { to: 'left', label: 'RST' } },
			{ left: '127.0.0.1', arrow: { to: 'right', label: 'SYN' } },
			{ left: 'ESTABLISHED', arrow: { to: 'left', label: 'SYN, ACK' } },
		],
	},
} as const satisfies Readonly<Record<string, Picture>>;

export const pictures: Readonly<Record<keyof typeof PICTURES, Picture>> = PICTURES;

/** The picture of a topic, where one helps. */
const PICTURE_OF: { readonly [T in TopicId]?: keyof typeof PICTURES } = {
	'calls.listen': 'handshake',
	'calls.accept': 'handshake',
	'calls.connect': 'handshake',
	'calls.send': 'fullBuffer',
	'calls.sendall': 'fullBuffer',
	'calls.recv': 'sticky',
	'calls.sendto': 'datagrams',
	'calls.recvfrom': 'datagrams',
	'calls.shutdown': 'halfClose',
	'calls.close': 'goodbye',
	'calls.getaddrinfo': 'twoFamilies',
	'states.listen': 'handshake',
	'states.synSent': 'noAnswer',
	'states.synReceived': 'handshake',
	'states.established': 'handshake',
	'states.finWait1': 'goodbye',
	'states.finWait2': 'goodbye',
	'states.closeWait': 'goodbye',
	'states.lastAck': 'goodbye',
	'states.timeWait': 'goodbye',
	'states.closing': 'crossing',
	'states.closed': 'reset',
	'errors.EADDRINUSE': 'startAgain',
	'errors.ECONNREFUSED': 'refused',
	'errors.ECONNRESET': 'unread',
	'errors.EPIPE': 'writeToClosed',
	'errors.ETIMEDOUT': 'noAnswer',
	'errors.EAGAIN': 'fullBuffer',
	'options.reuseAddress': 'startAgain',
	'options.connected': 'datagramRefused',
	'options.noDelay': 'nagle',
	'options.keepAliveMs': 'keepAlive',
	'options.resetOnClose': 'reset',
	'options.sendBuffer': 'fullBuffer',
	'addresses.any4': 'everyAddress',
	'addresses.loopback4': 'loopback',
	'addresses.localhost': 'twoFamilies',
	'framings.none': 'sticky',
	'framings.line': 'lines',
	'framings.length': 'lengths',
	'framings.fixed': 'pieces',
	'framings.idle': 'silence',
	'events.open': 'handshake',
	'events.data': 'sticky',
	'events.endIn': 'halfClose',
	'events.endOut': 'halfClose',
	'events.close': 'goodbye',
	'events.resetIn': 'unread',
	'events.resetOut': 'reset',
	'presets.half-close': 'halfClose',
	'presets.line-server': 'lines',
	'presets.udp-hello': 'datagrams',
	'presets.one-at-a-time': 'handshake',
};

/** The picture of a topic by its id (`calls.recv`); undefined where none helps. */
export function pictureOf(id: string): Picture | undefined {
	const names: Readonly<Record<string, keyof typeof PICTURES | undefined>> = PICTURE_OF;
	const name = Object.hasOwn(names, id) ? names[id] : undefined;
	return name === undefined ? undefined : PICTURES[name];
}
