import { LIMITS } from '../../contract/base/limits.ts';
import type { EndpointConfigInput } from '../../endpoints/index.ts';
import type { Found } from './found.ts';
import { hostHeader, requestText, textBytes } from './http-request.ts';
import { importSays } from './import-says.ts';
import { type OptionTable, readOptions } from './options.ts';
import { tlsFiles } from './tls-files.ts';

// curl(1), https://curl.se/docs/manpage.html.

const OPTIONS: OptionTable = {
	used: `
		X|request: H|header: A|user-agent: e|referer: b|cookie: I|head G|get url:
		d|data: data-ascii: data-raw: data-binary: json:
		k|insecure cacert: E|cert: key: ciphers:
		x|proxy: socks5: socks5-hostname: unix-socket: abstract-unix-socket:
		0|http1.0 http1.1 4|ipv4 6|ipv6 connect-timeout: local-port:
		o|output: O|remote-name w|write-out: s|silent S|show-error v|verbose i|include f|fail N|no-buffer g|globoff
		#|progress-bar`,
	leftOut: `
		u|user: U|proxy-user: F|form: T|upload-file: data-urlencode: compressed L|location r|range:
		m|max-time: retry: limit-rate: resolve: connect-to: interface: tls-max:
		K|config: c|cookie-jar: D|dump-header: trace: trace-ascii:`,
};
const USUAL: Readonly<Record<string, number>> = { http: 80, https: 443, telnet: 23 };

const ADDRESS =
	/^(?:(?<scheme>[a-z][a-z0-9]*):\/\/)?(?:[^@/?#]*@)?(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:/?#]+))(?::(?<port>\d+))?(?<path>[/?][^#]*)?/i;

/** The client and the request of a curl command line, without the word `curl`. */
export function fromCurl(words: readonly string[]): Found {
	const { given, operands, leftOut, unknown } = readOptions(words, OPTIONS);
	const all = (name: string) => given.flatMap(([key, value]) => (key === name ? [value] : []));
	const last = (name: string) => all(name).at(-1);
	const has = (name: string) => all(name).length > 0;
	const [url = '', ...more] = [...all('url'), ...operands];
	const { scheme = 'http', bracketed, plain, port: written, path: rest = '/' } = ADDRESS.exec(url)?.groups ?? {};
	const kind = scheme.toLowerCase();
	const host = bracketed ?? plain ?? '';
	const usual = USUAL[kind];
	if (host === '' || usual === undefined) {
		return {
			endpoints: [],
			payloads: [],
			notes: [importSays('curlWithoutUrl', { url })],
		};
	}
	const port = written === undefined ? usual : Number(written);
	const label = `curl ${hostHeader(host, port, usual)}`;
	const notes = [
		...more.map((one) => importSays('onlyFirstUrl', { label, url: one })),
		...unknown.map((option) => importSays('optionUnknown', { label, option })),
		...leftOut.map((option) => importSays('optionLeftOut', { label, option })),
	];
	if (has('user')) notes.push(importSays('userAsHeader', { label }));

	const local = Number(last('local-port')?.split('-')[0] ?? 0);
	const unix = last('unix-socket') ?? (has('abstract-unix-socket') ? `@${last('abstract-unix-socket')}` : undefined);
	const proxy = last('proxy') ?? prefixed('socks5://', last('socks5') ?? last('socks5-hostname'));
	const via = proxy === undefined ? undefined : viaOf(proxy);
	if (proxy !== undefined && via === undefined) notes.push(importSays('curlProxyLeftOut', { label, proxy }));
	const tls = kind === 'https' ? tlsOf(last, has) : undefined;
	if (unix !== undefined && tls !== undefined) notes.push(importSays('tlsOverUnix', { label }));
	const seconds = Number(last('connect-timeout') ?? 0);
	const endpoint: EndpointConfigInput =
		unix === undefined
			? {
					kind: 'tcp-client',
					name: label,
					host,
					port,
					localPort: local,
					...(has('ipv4') || has('ipv6') ? { family: has('ipv4') ? 'ipv4' : 'ipv6' } : {}),
					...(seconds > 0 ? { connectTimeoutMs: Math.round(seconds * 1000) } : {}),
					...(via === undefined ? {} : { via }),
					...(tls === undefined ? {} : { tls }),
				}
			: { kind: 'unix-client', name: label, path: unix };
	if (kind === 'telnet') return { endpoints: [endpoint], payloads: [], notes };

	const pieces = given.filter(([name]) => /^(data|json)/.test(name) && name !== 'data-urlencode');
	for (const [name, value] of pieces) {
		if (name !== 'data-raw' && value.startsWith('@'))
			notes.push(importSays('fileLeftOut', { label, file: value.slice(1), option: `--${name}` }));
	}
	const content = pieces
		.filter(([name, value]) => name === 'data-raw' || !value.startsWith('@'))
		.map(([, value]) => value);
	const isJson = has('json');
	const data = content.join(isJson ? '' : '&');
	const path = rest.startsWith('?') ? `/${rest}` : rest;
	const query = has('get') && data !== '' ? `${path.includes('?') ? '&' : '?'}${data}` : '';
	const body = has('get') ? '' : data;
	const method = last('request') ?? (has('head') ? 'HEAD' : body === '' ? 'GET' : 'POST');
	const headers = headersOf(all, { host: hostHeader(host, port, usual), hasBody: body !== '', isJson });
	const text = requestText({
		method,
		path: `${path}${query}`,
		version: has('http1.0') ? '1.0' : '1.1',
		headers,
		body: textBytes(body),
	});
	return {
		endpoints: [endpoint],
		payloads: [
			{
				name: `${method} ${path}${query}`.slice(0, LIMITS.nameChars),
				folder: label,
				format: 'escaped',
				text,
				template: false,
			},
		],
		notes,
	};
}

const prefixed = (prefix: string, text: string | undefined) => (text === undefined ? undefined : `${prefix}${text}`);

type Last = (name: string) => string | undefined;

function tlsOf(last: Last, has: (name: string) => boolean) {
	const ciphers = last('ciphers');
	return {
		alpn: ['http/1.1'],
		...(has('insecure') ? { verify: false } : {}),
		...tlsFiles({ ca: last('cacert'), cert: last('cert'), key: last('key') }),
		...(ciphers === undefined ? {} : { ciphers }),
	};
}

/** A proxy without its password, which belongs in no file. */
function viaOf(text: string) {
	const {
		scheme = 'http',
		user,
		host,
		port = '1080',
	} = /^(?:(?<scheme>[a-z0-9]+):\/\/)?(?:(?<user>[^:@]*)(?::[^@]*)?@)?(?:\[)?(?<host>[^\]:/@]+|[0-9a-f:]+(?=\]))\]?(?::(?<port>\d+))?\/?$/i.exec(
		text,
	)?.groups ?? {};
	const type = scheme.startsWith('socks5') ? ('socks5' as const) : scheme === 'http' ? ('http' as const) : undefined;
	if (type === undefined || host === undefined) return undefined;
	return { type, host, port: Number(port), ...(user ? { user } : {}) };
}

function headersOf(
	all: (name: string) => string[],
	{ host, hasBody, isJson }: { readonly host: string; readonly hasBody: boolean; readonly isJson: boolean },
): [string, string][] {
	const own = all('header').flatMap((line): [string, string][] => {
		const [, name, value = ''] = /^([^:;]+)[:;]\s*(.*)$/s.exec(line) ?? [];
		return name === undefined ? [] : [[name, value]];
	});
	const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
	const usual: [string, string | undefined][] = [
		['Host', host],
		['User-Agent', all('user-agent').at(-1)],
		['Accept', isJson ? 'application/json' : '*/*'],
		['Referer', all('referer').at(-1)],
		['Cookie', all('cookie').join('; ') || undefined],
		['Content-Type', hasBody ? type : undefined],
	];
	const given = new Set(own.map(([name]) => name.toLowerCase()));
	const kept = usual.flatMap(([name, value]): [string, string][] =>
		value === undefined || given.has(name.toLowerCase()) ? [] : [[name, value]],
	);
	// A header without a value removes one of curl's own.
	return [...kept, ...own.filter(([, value]) => value !== '')];
}
