import { LIMITS } from '../../contract/base/limits.ts';
import type { EndpointConfigInput } from '../../endpoints/index.ts';
import type { Said } from '../../words/sentence/said.ts';
import { type Found, placeOf } from './found.ts';
import { importSays } from './import-says.ts';
import { readOptions } from './options.ts';
import { tlsFiles } from './tls-files.ts';

// socat(1), http://www.dest-unreach.org/socat/doc/socat.html. Keywords have no case.

/** One of the two addresses. */
interface Address {
	readonly type: string;
	/** What stands between the colons behind the type. */
	readonly place: string;
	readonly options: ReadonlyMap<string, string>;
}

const CLIENTS: Readonly<Record<string, 'tcp' | 'udp' | 'unix' | 'tls' | 'unixgram'>> = {
	...{ tcp: 'tcp', tcp4: 'tcp', tcp6: 'tcp', 'tcp-connect': 'tcp', 'tcp4-connect': 'tcp', 'tcp6-connect': 'tcp' },
	...{
		udp: 'udp',
		udp4: 'udp',
		udp6: 'udp',
		'udp-connect': 'udp',
		'udp-sendto': 'udp',
		'udp4-sendto': 'udp',
		'udp6-sendto': 'udp',
	},
	...{ 'udp-datagram': 'udp', 'udp4-datagram': 'udp', unix: 'unix', 'unix-connect': 'unix', 'unix-client': 'unix' },
	...{ 'unix-sendto': 'unixgram', openssl: 'tls', ssl: 'tls', 'openssl-connect': 'tls' },
};
const SERVERS: Readonly<Record<string, 'tcp' | 'udp' | 'unix' | 'tls' | 'unixgram'>> = {
	...{
		'tcp-listen': 'tcp',
		'tcp-l': 'tcp',
		'tcp4-listen': 'tcp',
		'tcp6-listen': 'tcp',
		'udp-listen': 'udp',
		'udp-l': 'udp',
	},
	...{
		'udp4-listen': 'udp',
		'udp6-listen': 'udp',
		'udp-recv': 'udp',
		'udp4-recv': 'udp',
		'udp-recvfrom': 'udp',
		'udp4-recvfrom': 'udp',
	},
	...{ 'unix-listen': 'unix', 'unix-l': 'unix', 'unix-recv': 'unixgram', 'unix-recvfrom': 'unixgram' },
	...{ 'openssl-listen': 'tls', 'ssl-l': 'tls', 'ssl-listen': 'tls' },
};
const STDIO = ['-', 'stdio', 'stdin', 'stdout', 'fd'];
const ECHO = ['pipe', 'echo'];
/** Options without which an endpoint of ours does the same. */
const USUAL = ['fork', 'reuseaddr', 'reuseport', 'nodelay', 'shut-down', 'unlink-early', 'crnl', 'pf'];
const USED = ['bind', 'sourceport', 'sp', 'verify', 'cafile', 'cert', 'key', 'snihost', 'commonname', ...USUAL];

function addressOf(text: string): Address {
	const [main = '', ...options] = text.split(',');
	const [type = '', ...rest] = main.split(':');
	const pairs = options.map((one): [string, string] => {
		const [name = '', ...value] = one.split('=');
		return [name.toLowerCase(), value.join('=')];
	});
	return { type: type.toLowerCase(), place: rest.join(':'), options: new Map(pairs) };
}

/** The endpoint of a socat command line, without the word `socat`. */
export function fromSocat(words: readonly string[]): Found {
	const { operands, unknown } = readOptions(words, { used: 'd D v x u U s b: t: T: l: 4 6' });
	// A lone hyphen is an address.
	const addresses = operands.filter((word) => word !== '').map(addressOf);
	const label = `socat ${operands.join(' ')}`.slice(0, LIMITS.nameChars);
	const notes = unknown.map((option) => importSays('optionLeftOut', { label, option }));
	const server = addresses.find(({ type }) => type in SERVERS);
	const client = addresses.find(({ type }) => type in CLIENTS);
	for (const { type, options } of addresses) {
		for (const option of options.keys()) {
			if (!USED.includes(option)) notes.push(importSays('namedOptionLeftOut', { label, option }));
		}
		const isKnown = type in SERVERS || type in CLIENTS || STDIO.includes(type) || ECHO.includes(type);
		if (!isKnown) notes.push(importSays('noCounterpart', { label, type: type.toUpperCase() }));
	}
	const echoes = addresses.some(
		({ type, place }) => ECHO.includes(type) || (type === 'exec' && /^(\/bin\/)?cat$/.test(place)),
	);
	const endpoint =
		server !== undefined && client !== undefined
			? proxyOf(server, client, label)
			: server !== undefined
				? serverOf(server, { label, echoes, note: (note) => notes.push(note) })
				: client && clientOf(client, label);
	if (endpoint === undefined) notes.push(importSays('noEndpointForThese', { label }));
	return { endpoints: endpoint === undefined ? [] : [endpoint], payloads: [], notes };
}

function tlsServerOf({ options }: Address) {
	return tlsFiles({ cert: options.get('cert'), key: options.get('key') });
}

function tlsClientOf({ options }: Address) {
	const name = options.get('snihost');
	return {
		...(options.get('verify') === '0' ? { verify: false } : {}),
		...(name === undefined ? {} : { servername: name }),
		...tlsFiles({ ca: options.get('cafile'), cert: options.get('cert'), key: options.get('key') }),
	};
}

/** Where a server listens: `bind`, or loopback. */
function ownPlace({ place, options }: Address) {
	return { host: options.get('bind') ?? '127.0.0.1', port: Number(place) };
}

function proxyOf(server: Address, client: Address, name: string): EndpointConfigInput | undefined {
	const [from, to] = [SERVERS[server.type], CLIENTS[client.type]];
	const target = placeOf(client.place);
	if (target === undefined) return undefined;
	const isStream = (protocol: string | undefined) => protocol === 'tcp' || protocol === 'tls';
	if (from === 'udp' && to === 'udp') return { kind: 'udp-proxy', name, ...ownPlace(server), target };
	if (!isStream(from) || !isStream(to)) return undefined;
	return {
		kind: 'tcp-proxy',
		name,
		...ownPlace(server),
		target,
		...(from === 'tls' ? { tls: tlsServerOf(server) } : {}),
		...(to === 'tls' ? { targetTls: tlsClientOf(client) } : {}),
	};
}

function serverOf(
	address: Address,
	{
		label: name,
		echoes,
		note,
	}: { readonly label: string; readonly echoes: boolean; readonly note: (note: Said) => void },
): EndpointConfigInput | undefined {
	const rule = { match: { type: 'any' as const }, reply: { format: 'text' as const, text: '{{data}}' } };
	const responder = echoes ? { responder: { rules: [rule] } } : {};
	const protocol = SERVERS[address.type];
	if (protocol === 'unix') return { kind: 'unix-server', name, path: address.place, ...responder };
	if (protocol === 'unixgram') return { kind: 'unix-datagram', name, path: address.place, ...responder };
	if (!address.options.has('bind')) note(importSays('listensOnAll', { label: name }));
	if (protocol === 'udp') return { kind: 'udp', name, ...ownPlace(address), ...responder };
	return {
		kind: 'tcp-server',
		name,
		...ownPlace(address),
		...responder,
		...(protocol === 'tls' ? { tls: tlsServerOf(address) } : {}),
	};
}

function clientOf(address: Address, name: string): EndpointConfigInput | undefined {
	const protocol = CLIENTS[address.type];
	if (protocol === 'unix') return { kind: 'unix-client', name, path: address.place };
	if (protocol === 'unixgram') return { kind: 'unix-datagram', name, remote: address.place };
	const remote = placeOf(address.place);
	if (remote === undefined) return undefined;
	const local = Number(address.options.get('sourceport') ?? address.options.get('sp') ?? 0);
	const bind = address.options.get('bind');
	const family = /[a-z]4/.test(address.type) ? 'ipv4' : /[a-z]6/.test(address.type) ? 'ipv6' : 'any';
	if (protocol === 'udp') return { kind: 'udp', name, host: bind ?? '0.0.0.0', port: local, remote, family };
	return {
		kind: 'tcp-client',
		name,
		...remote,
		localPort: local,
		family,
		...(bind === undefined ? {} : { localHost: bind }),
		...(protocol === 'tls' ? { tls: tlsClientOf(address) } : {}),
	};
}
