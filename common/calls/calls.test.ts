import { describe, expect, it } from 'vitest';
import type { EndpointKind } from '../endpoints/shared/kinds.ts';
import { eventTexts } from '../words/en/sentences/events.ts';
import type { CallEvent } from './call.ts';
import { type BlockingMode, ConnectionBook, callsOf, readSocketFacts, WaitingCalls } from './index.ts';
import { type CallLanguage, spellCall } from './spell/index.ts';

type Written = Partial<Omit<CallEvent, 'preview'>> & { readonly data?: string };

/** Events in order; each has the text or the payload that Wirebench records. */
function eventsOf(all: readonly Written[]): CallEvent[] {
	return all.map(({ data = '', ...event }, n) => {
		const preview = new TextEncoder().encode(data);
		return {
			n,
			time: BigInt(n),
			connection: 0,
			kind: 'note',
			direction: 'none',
			length: preview.length,
			text: '',
			...event,
			preview,
		};
	});
}

interface Asked {
	readonly language?: CallLanguage;
	readonly mode?: BlockingMode;
}

/** The calls as lines, `code → result`. */
function lines(kind: EndpointKind | undefined, config: object, all: readonly Written[], asked: Asked = {}): string[] {
	const { language = 'python', mode = 'blocking' } = asked;
	const book = new ConnectionBook();
	const sockets = readSocketFacts(kind, config);
	const events = eventsOf(all);
	// Calls do not depend on how much the book has learned since.
	const early = events.map((event) => {
		book.learn(event);
		return callsOf(event, sockets, book, mode);
	});
	const late = events.map((event) => callsOf(event, sockets, book, mode));
	expect(late).toEqual(early);
	return late.flat().map((call) => {
		const { code, result } = spellCall(call, language);
		return result === '' ? code : `${code} → ${result}`;
	});
}

const open = (text: string, connection = 1, direction: 'in' | 'out' = 'in'): Written => ({
	kind: 'open',
	direction,
	connection,
	text,
});
const data = (direction: 'in' | 'out', text: string, connection = 1): Written => ({
	kind: 'data',
	direction,
	connection,
	data: text,
});
const end = (
	direction: 'in' | 'out',
	text = direction === 'in' ? eventTexts.peerEnded : eventTexts.weEnded,
): Written => ({
	kind: 'end',
	direction,
	connection: 1,
	text,
});
const close: Written = { kind: 'close', connection: 1, text: 'Closed after 3 bytes in and 3 bytes out.' };
const listening = (text: string): Written => ({ kind: 'listening', text });

const SERVER = { host: '127.0.0.1', port: 9000, backlog: 5, noDelay: true };
const CLIENT = { host: '127.0.0.1', port: 9000, noDelay: false };
const ACCEPTED = open('127.0.0.1:50000 → 127.0.0.1:9000');
const CONNECTED = open('127.0.0.1:50000 → 127.0.0.1:9000', 1, 'out');

describe('a message that the kernel takes in parts', () => {
	const part = (length: number, time: bigint, connection = 1): Written => ({
		...data('out', 'AAAA', connection),
		length,
		time,
	});
	const MS = 1_000_000n;
	const all = [
		CONNECTED,
		part(65_536, 1n),
		part(65_536, 2n),
		part(65_536, 2n + MS),
		part(10, 3n + MS),
		data('out', 'AAAA'),
	];

	it('is one sendall(), and what each send() of its loop took', () => {
		expect(lines('tcp-client', CLIENT, all).slice(-6)).toEqual([
			"s.sendall(b'AAAA'...)",
			"s.send(b'AAAA'...) → 65536",
			"s.send(b'AAAA'...) → 65536",
			"s.send(b'AAAA'...) → 65536",
			"s.send(b'AAAA'... (len 10)) → 10",
			"s.send(b'AAAA') → 4",
		]);
		expect(lines('tcp-client', CLIENT, all, { language: 'c' }).slice(-6)).toEqual([
			'for (sent = 0; sent < length; sent += n)',
			'send(s, "AAAA"..., length - sent, 0) → 65536',
			'send(s, "AAAA"..., length - sent, 0) → 65536',
			'send(s, "AAAA"..., length - sent, 0) → 65536',
			'send(s, "AAAA"..., 10, 0) → 10',
			'send(s, "AAAA", 4, 0) → 4',
		]);
	});

	it('meets EAGAIN on a non-blocking socket where the kernel had no room', () => {
		expect(lines('tcp-client', CLIENT, all, { mode: 'non-blocking' }).slice(-7)).toEqual([
			"s.send(b'AAAA'...) → 65536",
			"s.send(b'AAAA'...) → 65536",
			"s.send(b'AAAA'...) → BlockingIOError [Errno 11] EAGAIN",
			'select([], [s], []) → [], [s], []',
			"s.send(b'AAAA'...) → 65536",
			"s.send(b'AAAA'... (len 10)) → 10",
			"s.send(b'AAAA') → 4",
		]);
	});

	it('is not joined across connections, nor with datagrams', () => {
		const two = [ACCEPTED, open('127.0.0.1:50001 → 127.0.0.1:9000', 2), part(65_536, 1n), part(5, 2n, 2), part(5, 3n)];
		expect(lines('tcp-server', SERVER, two).slice(-4)).toEqual([
			"conn1.sendall(b'AAAA'...)",
			"conn1.send(b'AAAA'...) → 65536",
			"conn2.send(b'AAAA'... (len 5)) → 5",
			"conn1.send(b'AAAA'... (len 5)) → 5",
		]);
	});
});

describe('a TCP server', () => {
	it('binds, listens, accepts, answers and closes', () => {
		const all = [
			listening('127.0.0.1:9000'),
			ACCEPTED,
			data('in', 'abc'),
			data('out', 'ABC'),
			end('in'),
			end('out'),
			close,
		];
		expect(lines('tcp-server', SERVER, all)).toEqual([
			's = socket(AF_INET, SOCK_STREAM)',
			's.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)',
			"s.bind(('127.0.0.1', 9000))",
			's.listen(5)',
			"conn1, peer = s.accept() → peer = ('127.0.0.1', 50000)",
			'conn1.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)',
			"conn1.recv(65536) → b'abc'",
			"conn1.send(b'ABC') → 3",
			"conn1.recv(65536) → b''",
			'conn1.shutdown(SHUT_WR)',
			'conn1.close()',
		]);
	});

	it('in C, on IPv6 with options', () => {
		const config = { ...SERVER, host: '::', port: 0, options: { reusePort: true, ipv6Only: true, keepAliveMs: 5000 } };
		const all = [listening('[::]:9000'), open('[::1]:50000 → [::1]:9000'), data('in', 'a"\n\0')];
		expect(lines('tcp-server', config, all, { language: 'c' })).toEqual([
			's = socket(AF_INET6, SOCK_STREAM, 0)',
			'setsockopt(s, SOL_SOCKET, SO_REUSEADDR, [1], 4) → 0',
			'setsockopt(s, SOL_SOCKET, SO_REUSEPORT, [1], 4) → 0',
			'setsockopt(s, IPPROTO_IPV6, IPV6_V6ONLY, [1], 4) → 0',
			'bind(s, {sa_family=AF_INET6, sin6_port=htons(0), sin6_addr="::"}, 28) → 0',
			'listen(s, 5) → 0',
			'getsockname(s, {sa_family=AF_INET6, sin6_port=htons(9000), sin6_addr="::"}, [28]) → 0',
			'conn1 = accept(s, {sa_family=AF_INET6, sin6_port=htons(50000), sin6_addr="::1"}, [28])',
			'setsockopt(conn1, IPPROTO_TCP, TCP_NODELAY, [1], 4) → 0',
			'setsockopt(conn1, SOL_SOCKET, SO_KEEPALIVE, [1], 4) → 0',
			'setsockopt(conn1, IPPROTO_TCP, TCP_KEEPIDLE, [5], 4) → 0',
			'recv(conn1, "a\\"\\n\\000", 65536, 0) → 4',
		]);
	});

	it('cannot bind an address that is in use', () => {
		const error: Written = {
			kind: 'error',
			text: 'EADDRINUSE (98): 127.0.0.1:9000 is in use.',
			says: { code: 'EADDRINUSE', params: { verb: 'listen on', target: '127.0.0.1:9000' } },
		};
		expect(lines('tcp-server', SERVER, [error])).toEqual([
			's = socket(AF_INET, SOCK_STREAM)',
			's.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)',
			"s.bind(('127.0.0.1', 9000)) → OSError [Errno 98] EADDRINUSE",
			's.close()',
		]);
	});

	it('sees EAGAIN where it does not block', () => {
		const all = [listening('127.0.0.1:9000'), ACCEPTED, data('in', 'abc'), end('in')];
		expect(lines('tcp-server', SERVER, all, { mode: 'non-blocking' }).slice(4)).toEqual([
			's.listen(5)',
			'select([s], [], []) → [s], [], []',
			"conn1, peer = s.accept() → peer = ('127.0.0.1', 50000)",
			'conn1.setblocking(False)',
			's.accept() → BlockingIOError [Errno 11] EAGAIN',
			'conn1.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)',
			'select([conn1], [], []) → [conn1], [], []',
			"conn1.recv(65536) → b'abc'",
			'conn1.recv(65536) → BlockingIOError [Errno 11] EAGAIN',
			'select([conn1], [], []) → [conn1], [], []',
			"conn1.recv(65536) → b''",
		]);
	});
});

describe('the ends of a connection', () => {
	it.each([
		[
			'the peer resets it',
			[
				{ kind: 'reset', direction: 'in', connection: 1, text: eventTexts.peerReset({ why: 'ECONNRESET (104): x.' }) },
				close,
			],
			['conn1.recv(65536) → ConnectionResetError [Errno 104] ECONNRESET', 'conn1.close()'],
		],
		[
			'we reset it',
			[{ kind: 'reset', direction: 'out', connection: 1, text: eventTexts.weReset }, close],
			["conn1.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack('ii', 1, 0))", 'conn1.close()'],
		],
		['we close it', [end('out', eventTexts.weClosed), close], ['conn1.close()']],
		[
			'we end our half first',
			[end('out'), data('in', 'rest'), end('in'), close],
			['conn1.shutdown(SHUT_WR)', "conn1.recv(65536) → b'rest'", "conn1.recv(65536) → b''", 'conn1.close()'],
		],
		[
			'we write to one that is gone',
			[{ kind: 'error', direction: 'out', connection: 1, text: 'EPIPE (32): gone.' }, close],
			["conn1.send(b'') → BrokenPipeError [Errno 32] EPIPE", 'conn1.close()'],
		],
	] satisfies [string, Written[], string[]][])('%s', (_name, all, wanted) => {
		expect(lines('tcp-server', { ...SERVER, noDelay: false }, [ACCEPTED, ...all]).slice(1)).toEqual(wanted);
	});
});

describe('a TCP client', () => {
	it('connects, and without blocking waits until it is writable', () => {
		const all = [CONNECTED, data('out', 'hi')];
		expect(lines('tcp-client', CLIENT, all)).toEqual([
			's = socket(AF_INET, SOCK_STREAM)',
			"s.connect_ex(('127.0.0.1', 9000)) → 0",
			"s.send(b'hi') → 2",
		]);
		expect(
			lines('tcp-client', { ...CLIENT, localHost: '127.0.0.2' }, all, { mode: 'non-blocking', language: 'c' }),
		).toEqual([
			's = socket(AF_INET, SOCK_STREAM, 0)',
			'fcntl(s, F_SETFL, O_NONBLOCK) → 0',
			'bind(s, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.2")}, 16) → 0',
			'connect(s, {sa_family=AF_INET, sin_port=htons(9000), sin_addr=inet_addr("127.0.0.1")}, 16) → -1 EINPROGRESS (115)',
			'poll([{fd=s, events=POLLOUT}], 1, -1) → 1',
			'getsockopt(s, SOL_SOCKET, SO_ERROR, [0], [4]) → 0',
			'send(s, "hi", 2, 0) → 2',
		]);
	});

	it('tries each address of a name once, and does not count the sum of the failures as another', () => {
		const refused = (address: string) => ({
			text: eventTexts.failedAfter({ ms: 1.5, why: `ECONNREFUSED (111): Nothing listens on ${address}: it refused.` }),
			says: { code: 'ECONNREFUSED', params: { verb: 'connect to', target: address } },
		});
		const all: Written[] = [
			{ text: eventTexts.resolved({ host: 'localhost', addresses: '::1, 127.0.0.1', ms: 2 }) },
			refused('[::1]:9000'),
			refused('127.0.0.1:9000'),
			{ kind: 'error', text: 'ECONNREFUSED (111): Nothing listens on localhost:9000: it refused.' },
		];
		expect(lines('tcp-client', { ...CLIENT, host: 'localhost' }, all)).toEqual([
			"getaddrinfo('localhost', 9000) → ::1, 127.0.0.1",
			's = socket(AF_INET6, SOCK_STREAM)',
			"s.connect_ex(('::1', 9000)) → 111 (ECONNREFUSED)",
			's = socket(AF_INET, SOCK_STREAM)',
			"s.connect_ex(('127.0.0.1', 9000)) → 111 (ECONNREFUSED)",
		]);
	});

	it('does not find a name', () => {
		const error: Written = { kind: 'error', text: 'ENOTFOUND (-3008): The name nowhere was not found.' };
		expect(lines('tcp-client', { ...CLIENT, host: 'nowhere' }, [error], { language: 'c' })).toEqual([
			'getaddrinfo("nowhere", "9000", &hints, &found) → -1 ENOTFOUND (-3008)',
		]);
	});

	it('over TLS has the handshake as one line, and in C the calls of the library', () => {
		const tls: Written = {
			connection: 1,
			text: 'TLS: TLSv1.3, TLS_AES_256_GCM_SHA384, no ALPN, no name asked for (SNI). The peer showed no certificate.',
		};
		const all = [CONNECTED, tls, data('out', 'hi'), data('in', 'ho')];
		expect(lines('tcp-client', { ...CLIENT, tls: {} }, all).slice(2)).toEqual([
			's = context.wrap_socket(s, server_hostname=host) → TLSv1.3',
			"s.send(b'hi') → 2",
			"s.recv(65536) → b'ho'",
		]);
		expect(
			lines('tcp-server', { ...SERVER, tls: {} }, [ACCEPTED, tls, data('in', 'hi')], { language: 'c' }).slice(2),
		).toEqual(['SSL_accept(ssl_conn1) → 1 (TLSv1.3)', 'SSL_read(ssl_conn1, "hi", 65536) → 2']);
	});
});

describe('datagrams', () => {
	it('of an unconnected socket have addresses', () => {
		const config = {
			host: '127.0.0.1',
			port: 9000,
			options: { reuseAddress: true, broadcast: true, ttl: 3, groups: [{ group: '239.1.1.1' }] },
		};
		const all = [
			listening('127.0.0.1:9000'),
			open('127.0.0.1:50000 → 127.0.0.1:9000'),
			data('in', 'a'),
			data('out', 'b'),
			close,
		];
		expect(lines('udp', config, all)).toEqual([
			's = socket(AF_INET, SOCK_DGRAM)',
			's.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)',
			"s.bind(('127.0.0.1', 9000))",
			's.setsockopt(IPPROTO_IP, IP_TTL, 3)',
			's.setsockopt(SOL_SOCKET, SO_BROADCAST, 1)',
			"s.setsockopt(IPPROTO_IP, IP_ADD_MEMBERSHIP, inet_aton('239.1.1.1') + inet_aton('0.0.0.0'))",
			"s.recvfrom(65536) → (b'a', ('127.0.0.1', 50000))",
			"s.sendto(b'b', ('127.0.0.1', 50000)) → 1",
		]);
	});

	it('of a connected one have none, and a refusal arrives with a read', () => {
		const config = { host: '127.0.0.1', port: 0, remote: { host: '127.0.0.1', port: 9 } };
		const refused: Written = {
			kind: 'error',
			direction: 'in',
			connection: 1,
			text: 'ECONNREFUSED (111): Nothing listens.',
		};
		const all = [
			listening('127.0.0.1:50000'),
			open('127.0.0.1:50000 → 127.0.0.1:9', 1, 'out'),
			data('out', 'x'),
			refused,
			close,
		];
		expect(lines('udp', config, all)).toEqual([
			's = socket(AF_INET, SOCK_DGRAM)',
			"s.bind(('127.0.0.1', 0))",
			"s.getsockname() → ('127.0.0.1', 50000)",
			"s.connect_ex(('127.0.0.1', 9)) → 0",
			"s.send(b'x') → 1",
			's.recv(65536) → ConnectionRefusedError [Errno 111] ECONNREFUSED',
			's.close()',
		]);
	});
});

describe('Unix sockets', () => {
	it('have paths', () => {
		const all = [listening('/tmp/s'), open('unnamed socket → /tmp/s'), data('in', 'a'), close];
		expect(lines('unix-server', { path: '/tmp/s', backlog: 9 }, all, { language: 'c' })).toEqual([
			's = socket(AF_UNIX, SOCK_STREAM, 0)',
			'bind(s, {sa_family=AF_UNIX, sun_path="/tmp/s"}, 110) → 0',
			'listen(s, 9) → 0',
			'conn1 = accept(s, {sa_family=AF_UNIX, sun_path=""}, [110])',
			'recv(conn1, "a", 65536, 0) → 1',
			'close(conn1) → 0',
		]);
		expect(lines('unix-client', { path: '/tmp/s' }, [open('unnamed socket → /tmp/s', 1, 'out')])).toEqual([
			's = socket(AF_UNIX, SOCK_STREAM)',
			"s.connect_ex('/tmp/s') → 0",
		]);
	});

	it('for datagrams too', () => {
		const all = [listening('@4b0cb'), open('@4b0cb → /tmp/g', 1, 'out'), data('out', 'a'), data('in', 'b'), close];
		expect(lines('unix-datagram', { remote: '/tmp/g' }, all)).toEqual([
			's = socket(AF_UNIX, SOCK_DGRAM)',
			"s.bind('\\x004b0cb')",
			"s.sendto(b'a', '/tmp/g') → 1",
			"s.recvfrom(65536) → (b'b', '/tmp/g')",
		]);
	});
});

describe('proxies', () => {
	it('have calls of both halves', () => {
		const config = { host: '127.0.0.1', port: 9000, target: { host: '127.0.0.1', port: 80 }, noDelay: false };
		const all = [ACCEPTED, open('127.0.0.1:50001 → 127.0.0.1:80', 2, 'out'), data('in', 'a'), data('out', 'a', 2)];
		expect(lines('tcp-proxy', config, all)).toEqual([
			"conn1, peer = s.accept() → peer = ('127.0.0.1', 50000)",
			'up2 = socket(AF_INET, SOCK_STREAM)',
			"up2.connect_ex(('127.0.0.1', 80)) → 0",
			"conn1.recv(65536) → b'a'",
			"up2.send(b'a') → 1",
		]);
		const refused: Written = {
			kind: 'error',
			direction: 'in',
			connection: 1,
			text: 'ECONNREFUSED (111): Nothing listens.',
		};
		expect(lines('tcp-proxy', config, [ACCEPTED, refused]).slice(1)).toEqual([
			'up2 = socket(AF_INET, SOCK_STREAM)',
			"up2.connect_ex(('127.0.0.1', 80)) → 111 (ECONNREFUSED)",
		]);
	});

	it('for datagrams receive from all and send by a socket for each client', () => {
		const config = { host: '127.0.0.1', port: 9000, target: { host: '127.0.0.1', port: 53 } };
		const all = [ACCEPTED, open('127.0.0.1:50001 → 127.0.0.1:53', 2, 'out'), data('in', 'a'), data('out', 'a', 2)];
		expect(lines('udp-proxy', config, all)).toEqual([
			'up2 = socket(AF_INET, SOCK_DGRAM)',
			"up2.connect_ex(('127.0.0.1', 53)) → 0",
			"s.recvfrom(65536) → (b'a', ('127.0.0.1', 50000))",
			"up2.send(b'a') → 1",
		]);
	});
});

it('an imported capture has the calls of the end at this side', () => {
	const all = [
		CONNECTED,
		data('out', 'x'.repeat(90)),
		{ ...data('in', 'abc'), length: 4000 },
		end('in', ''),
		end('out', ''),
	];
	expect(lines(undefined, {}, all)).toEqual([
		's1 = socket(AF_INET, SOCK_STREAM)',
		"s1.connect_ex(('127.0.0.1', 9000)) → 0",
		`s1.send(b'${'x'.repeat(48)}'... (len 90)) → 90`,
		"s1.recv(65536) → b'abc'... (len 4000)",
		"s1.recv(65536) → b''",
		's1.shutdown(SHUT_WR)',
	]);
});

it('an option that was changed or refused is a call', () => {
	const all: Written[] = [
		{ text: eventTexts.optionSet({ option: 'TTL', value: '5' }) },
		{ text: eventTexts.optionSet({ option: 'broadcast', value: 'on' }) },
		{ kind: 'error', text: eventTexts.valueRefused({ option: 'TTL', value: '0', why: 'EINVAL (22).' }) },
		{ text: 'Something else.' },
	];
	expect(lines('udp', { host: '127.0.0.1', port: 1 }, all)).toEqual([
		's.setsockopt(IPPROTO_IP, IP_TTL, 5)',
		's.setsockopt(SOL_SOCKET, SO_BROADCAST, 1)',
		's.setsockopt(IPPROTO_IP, IP_TTL, 0) → OSError [Errno 22] EINVAL',
	]);
});

describe('what would wait', () => {
	function waiting(kind: EndpointKind, config: object, all: readonly Written[]) {
		const [book, waits, sockets] = [new ConnectionBook(), new WaitingCalls(), readSocketFacts(kind, config)];
		for (const event of eventsOf(all)) {
			book.learn(event);
			waits.take({ ...event, time: BigInt(event.n) }, sockets, book);
		}
		return waits.first(8).map(({ name, on, n }) => `${on}.${name} since ${n}`);
	}

	it('is a listener in accept and each connection in recv, until its peer has ended', () => {
		const all = [
			listening('127.0.0.1:9000'),
			ACCEPTED,
			open('127.0.0.1:50001 → 127.0.0.1:9000', 2),
			data('in', 'a', 2),
			data('out', 'A', 2),
		];
		expect(waiting('tcp-server', SERVER, all)).toEqual([
			's.accept since 2',
			'conn1.recv since 1',
			'conn2.recv since 4',
		]);
		expect(waiting('tcp-server', SERVER, [...all, end('in')])).toEqual(['s.accept since 2', 'conn2.recv since 4']);
		expect(waiting('tcp-server', SERVER, [...all, listening('127.0.0.1:9000')])).toEqual(['s.accept since 5']);
	});

	it('is recvfrom of a socket, and recv of a connected one', () => {
		const met = [listening('127.0.0.1:9000'), open('127.0.0.1:50000 → 127.0.0.1:9000'), data('in', 'a'), close];
		expect(waiting('udp', { host: '127.0.0.1', port: 9000 }, met)).toEqual(['s.recvfrom since 2']);
		const connected = [listening('127.0.0.1:50000'), open('127.0.0.1:50000 → 127.0.0.1:9', 1, 'out')];
		const config = { host: '127.0.0.1', port: 0, remote: { host: '127.0.0.1', port: 9 } };
		expect(waiting('udp', config, connected)).toEqual(['s.recv since 1']);
		expect(waiting('tcp-client', CLIENT, [CONNECTED, close])).toEqual([]);
	});
});
