import type { EndpointConfigInput } from '../../endpoints/index.ts';
import type { Said } from '../../words/sentence/said.ts';
import type { Found } from './found.ts';
import { importSays } from './import-says.ts';
import { type OptionTable, readOptions } from './options.ts';
import { tlsFiles } from './tls-files.ts';

// nc(1) of OpenBSD and ncat(1) of Nmap, which agree where both have a letter.

const OPTIONS: OptionTable = {
	used: `
		l|listen u|udp U|unixsock k|keep-open p|source-port: s|source: x|proxy: X|proxy-type: 4 6 v|verbose n|nodns N d
		ssl ssl-verify ssl-cert: ssl-key: ssl-trustfile: ssl-servername:`,
	leftOut: `
		proxy-auth: e|exec: c|sh-exec: w|wait: q|quit: i|idle-timeout: z C|crlf o|output: m|max-conns:`,
};

/** The endpoint of a netcat command line, without its first word. */
export function fromNetcat(words: readonly string[]): Found {
	const { given, operands, leftOut, unknown } = readOptions(words, OPTIONS);
	const last = (name: string) => given.findLast(([key]) => key === name)?.[1];
	const has = (name: string) => last(name) !== undefined;
	const listens = has('listen');
	const label = `nc ${listens ? '-l ' : ''}${operands.join(' ')}`.trim();
	const notes = [
		...unknown.map((option) => importSays('optionUnknown', { label, option })),
		...leftOut.map((option) => importSays('optionLeftOut', { label, option })),
	];
	const endpoint = has('unixsock')
		? ofPath({ listens, datagrams: has('udp'), path: operands[0], name: label })
		: ofPort({ listens, operands, last, has, label, note: (note) => notes.push(note) });
	if (endpoint === undefined) notes.push(importSays('noAddress', { label }));
	return { endpoints: endpoint === undefined ? [] : [endpoint], payloads: [], notes };
}

function ofPath({
	listens,
	datagrams,
	path,
	name,
}: {
	listens: boolean;
	datagrams: boolean;
	path: string | undefined;
	name: string;
}): EndpointConfigInput | undefined {
	if (path === undefined) return undefined;
	if (datagrams) return { kind: 'unix-datagram', name, ...(listens ? { path } : { remote: path }) };
	return listens ? { kind: 'unix-server', name, path } : { kind: 'unix-client', name, path };
}

interface NetworkUse {
	readonly listens: boolean;
	readonly operands: readonly string[];
	readonly last: (name: string) => string | undefined;
	readonly has: (name: string) => boolean;
	readonly label: string;
	readonly note: (note: Said) => void;
}

function ofPort({ listens, operands, last, has, label: name, note }: NetworkUse): EndpointConfigInput | undefined {
	const own = Number(last('source-port') ?? 0);
	const port = Number(operands.at(-1) ?? last('source-port') ?? Number.NaN);
	// `nc -l PORT`, `nc -l HOST PORT`, `nc -l -p PORT`; `nc HOST PORT`.
	const host = operands.length > 1 ? operands[0] : undefined;
	const [cert, key, ca, servername] = ['ssl-cert', 'ssl-key', 'ssl-trustfile', 'ssl-servername'].map(last);
	const family = has('4') || has('6') ? { family: has('4') ? ('ipv4' as const) : ('ipv6' as const) } : {};
	if (!Number.isInteger(port)) return undefined;
	if (listens) {
		if (host === undefined) note(importSays('listensOnAll', { label: name }));
		const address = host ?? last('source') ?? '127.0.0.1';
		if (has('udp')) return { kind: 'udp', name, host: address, port };
		return { kind: 'tcp-server', name, host: address, port, ...(has('ssl') ? { tls: tlsFiles({ cert, key }) } : {}) };
	}
	if (host === undefined) return undefined;
	if (has('udp'))
		return { kind: 'udp', name, host: last('source') ?? '0.0.0.0', port: own, remote: { host, port }, ...family };
	const proxy = last('proxy');
	const via = viaOf(proxy, last('proxy-type'));
	if (via === undefined && proxy !== undefined) note(importSays('netcatProxyLeftOut', { label: name, proxy }));
	const tls = {
		verify: has('ssl-verify') || ca !== undefined,
		...(servername === undefined ? {} : { servername }),
		...tlsFiles({ ca, cert, key }),
	};
	return {
		kind: 'tcp-client',
		name,
		host,
		port,
		localPort: own,
		...(has('source') ? { localHost: last('source') } : {}),
		...family,
		...(via === undefined ? {} : { via }),
		...(has('ssl') ? { tls } : {}),
	};
}

/** `-X 5` is OpenBSD's, `--proxy-type socks5` Nmap's; without it OpenBSD's is SOCKS5 and Nmap's HTTP. */
function viaOf(place: string | undefined, type: string | undefined) {
	const { host, port } = /^\[?(?<host>[^\]]+?)\]?:(?<port>\d+)$/.exec(place ?? '')?.groups ?? {};
	if (host === undefined || type === '4' || type === 'socks4') return undefined;
	const isHttp = type === 'connect' || type === 'http';
	return { type: isHttp ? ('http' as const) : ('socks5' as const), host, port: Number(port) };
}
