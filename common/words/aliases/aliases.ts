import type { EndpointKind } from '../../endpoints/index.ts';

/**
 * Other words for things: socket calls, errno names, concepts, and the words of other languages. A language adds its own
 * table; a search looks in all of them, whatever the language of the page is.
 */
export interface Aliases {
	/** Of a kind: its presets have them, too. */
	readonly kinds?: { readonly [K in EndpointKind]?: readonly string[] };
	/** Of a preset, by its id. */
	readonly presets?: Readonly<Record<string, readonly string[]>>;
	/** Of a command. */
	readonly commands?: { readonly [C in AliasedCommand]?: readonly string[] };
}

/** Commands that are known by other words. */
export const ALIASED_COMMANDS = [
	'write',
	'options',
	'framing',
	'rules',
	'faults',
	'connectClient',
	'loadTest',
	'export',
] as const;
export type AliasedCommand = (typeof ALIASED_COMMANDS)[number];

const STREAM_SERVER = ['bind', 'listen', 'accept', 'socketserver', 'daemon', 'setsockopt', 'SO_REUSEADDR', 'backlog'];
const TLS = ['tls', 'ssl', 'https', 'certificate', 'wrap_socket'];

/** Names of calls, options, errors and protocols, which no language translates, and English words. */
export const ALIASES: Aliases = {
	kinds: {
		'tcp-server': [...STREAM_SERVER, ...TLS, 'SOCK_STREAM', 'AF_INET', 'netcat', 'nc -l'],
		'tcp-client': [...TLS, 'connect', 'create_connection', 'sendall', 'recv', 'SOCK_STREAM', 'netcat', 'telnet'],
		'unix-server': [...STREAM_SERVER, 'AF_UNIX', 'local socket', 'domain socket'],
		'unix-client': ['connect', 'AF_UNIX', 'local socket', 'domain socket', 'sendall'],
		'unix-datagram': ['AF_UNIX', 'SOCK_DGRAM', 'sendto', 'recvfrom'],
		udp: ['SOCK_DGRAM', 'sendto', 'recvfrom', 'packet', 'broadcast', 'multicast', 'SO_BROADCAST'],
		'tcp-proxy': [...TLS, 'mitm', 'toxiproxy', 'latency', 'forward', 'relay', 'man in the middle'],
		'udp-proxy': ['netem', 'packet loss', 'latency', 'forward', 'relay'],
	},
	presets: {
		concurrent: ['select', 'poll', 'epoll', 'kqueue', 'thread', 'threading', 'fork', 'asyncio', 'ThreadingTCPServer'],
		'one-at-a-time': ['iterative', 'blocking', 'backlog', 'queue'],
		'write-to-closed': ['SIGPIPE', 'EPIPE', 'BrokenPipeError', 'ECONNRESET', 'broken pipe'],
		'receive-chunks': ['sticky packets', 'message boundaries', 'framing', 'recv', 'buffer'],
		'half-close': ['shutdown', 'SHUT_WR', 'FIN'],
		'class-tcp': ['echo', 'BaseRequestHandler', 'sendall'],
		'http-server': ['web', 'browser', 'https', 'SimpleHTTPServer', 'http.server'],
		'http-client': ['curl', 'wget', 'web', 'requests'],
		chat: ['broadcast', 'room', 'thread', 'select'],
	},
	commands: {
		write: ['send', 'sendall', 'sendto', 'write', 'transmit'],
		options: [
			'setsockopt',
			'getsockopt',
			'SO_REUSEADDR',
			'SO_REUSEPORT',
			'TCP_NODELAY',
			'SO_KEEPALIVE',
			'SO_RCVBUF',
			'TTL',
		],
		framing: ['sticky packets', 'boundaries', 'delimiter', 'length prefix', 'recv'],
		rules: ['responder', 'auto reply', 'answers', 'mock'],
		faults: ['latency', 'packet loss', 'bandwidth', 'jitter', 'toxics', 'corrupt'],
		connectClient: ['connect', 'telnet', 'netcat'],
		loadTest: ['benchmark', 'stress', 'throughput', 'loss'],
		export: ['pcap', 'pcapng', 'Wireshark', 'save'],
	},
};
