import { SAMPLES } from '../contract/config/responder.ts';
import type { Preset } from './preset.ts';
import { CHAT_SCRIPT, KEY_VALUE_SCRIPT } from './scripts.ts';

const text = (written: string) => ({ format: 'text', text: written }) as const;
const escaped = (written: string) => ({ format: 'escaped', text: written }) as const;
const any = { type: 'any' } as const;
const regex = (pattern: string) => ({ type: 'regex', pattern }) as const;

const PAGE =
	'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Wirebench</title></head>' +
	'<body><h1>A page out of a socket</h1><img src="/test.jpg"></body></html>\n';

/** The head of an HTTP answer after which the connection closes, as escaped text. */
const httpHead = (status: string, ...fields: string[]): string =>
	[`HTTP/1.1 ${status}`, ...fields, 'Connection: close', '', ''].join('\\r\\n');

/** Every preset. Ports differ, so that all of them can run at once. */
export const PRESETS = [
	{
		id: 'timestamp-echo',
		title: 'Timestamp echo',
		summary: 'Answers each read with the time and the received data, to any number of clients until they close.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'timestamp-echo',
			port: 21567,
			responder: { rules: [{ match: any, reply: text('[{{time}}] {{data}}') }] },
		},
	},
	{
		id: 'timestamp-echo-client',
		title: 'Timestamp echo client',
		summary: 'Sends “hepeng” to the timestamp echo, and again ten seconds after each answer.',
		group: 'TCP clients',
		config: {
			kind: 'tcp-client',
			name: 'timestamp-echo-client',
			host: '127.0.0.1',
			port: 21567,
			afterPeerEnd: 'end-at-once',
			responder: {
				onOpen: { reply: text('hepeng') },
				rules: [{ match: any, delayMs: 10_000, reply: text('hepeng') }],
			},
		},
	},
	{
		id: 'line-server',
		title: 'Line server',
		summary: 'Reads one line, answers it with the time in front and its own line end, then closes.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'line-server',
			port: 21568,
			framing: { type: 'line' },
			responder: { rules: [{ match: any, reply: text('[{{time}}] {{data}}{{eol}}'), after: 'end' }] },
		},
	},
	{
		id: 'greeting',
		title: 'Greeting',
		summary: 'Thanks each client for connecting, then closes.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'greeting',
			port: 21569,
			responder: { onOpen: { reply: text('thank you for connecting'), after: 'end' } },
		},
	},
	{
		id: 'one-shot',
		title: 'One shot',
		summary: 'Reads once, answers “Yes”, then closes.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'one-shot',
			port: 21570,
			responder: { rules: [{ match: any, reply: text('Yes'), after: 'end' }] },
		},
	},
	{
		id: 'upper-echo',
		title: 'Upper-case echo',
		summary: 'Answers each read in upper case; bytes that are not ASCII letters stay as they are.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'upper-echo',
			host: '127.0.0.8',
			port: 8080,
			responder: { rules: [{ match: any, reply: text('{{data|upper}}') }] },
		},
	},
	{
		id: 'hello-server',
		title: 'Hello server',
		summary: 'Welcomes, greets each message a second later, and closes at “exit”.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'hello-server',
			port: 9999,
			responder: {
				onOpen: { reply: text('Welcome!') },
				rules: [
					{ match: { type: 'equals', pattern: text('exit') }, after: 'end' },
					{ match: any, delayMs: 1000, reply: text('Hello, {{data}}~') },
				],
			},
		},
	},
	{
		id: 'http-server',
		title: 'HTTP server',
		summary: 'Serves the files of a folder to a browser, and a page with a picture for every other address.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'http-server',
			port: 21578,
			// RFC 9112, 2.2: a recipient may accept a lone LF as a line end, and ignores an empty line before a request.
			framing: { type: 'delimiter', delimiter: escaped('\\r\\n\\r\\n'), eitherLineEnd: true },
			responder: {
				rules: [
					{
						match: regex('^(?:\\r?\\n)?GET /([^ ?\\r\\n]+)'),
						reply: escaped(httpHead('200 OK', 'Content-Type: {{type}}', 'Content-Length: {{size}}')),
						file: { path: SAMPLES, name: '{{1|unescape}}', missing: 'next' },
						after: 'end',
					},
					{
						match: regex('^(?:\\r?\\n)?GET '),
						reply: escaped(
							httpHead('200 OK', 'Content-Type: text/html; charset=utf-8', `Content-Length: ${PAGE.length}`) +
								PAGE.replaceAll('\n', '\\n'),
						),
						after: 'end',
					},
					{ match: any, reply: escaped(httpHead('501 Not Implemented', 'Content-Length: 0')), after: 'end' },
				],
			},
		},
	},
	{
		id: 'http-client',
		title: 'HTTP client',
		summary: 'Asks for a page, reads to the end; the conversation shows header and body apart.',
		group: 'TCP clients',
		config: {
			kind: 'tcp-client',
			name: 'http-client',
			host: '127.0.0.1',
			port: 21578,
			responder: {
				onOpen: { reply: escaped('GET / HTTP/1.1\\r\\nHost: {{host}}\\r\\nConnection: close\\r\\n\\r\\n') },
			},
		},
	},
	{
		id: 'interactive-client',
		title: 'Interactive client',
		summary: 'Connects to the timestamp echo: type a message, send it, see the answer.',
		group: 'TCP clients',
		config: { kind: 'tcp-client', name: 'interactive-client', host: '127.0.0.1', port: 21567 },
	},
	{
		id: 'one-at-a-time',
		title: 'One at a time',
		summary: 'An iterative echo server: who comes second waits, connected, until the first has closed.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'one-at-a-time',
			port: 21573,
			serve: 'one-at-a-time',
			responder: { rules: [{ match: any, reply: text('{{data}}') }] },
		},
	},
	{
		id: 'concurrent',
		title: 'All at once',
		summary: 'The same echo server, event driven: every client is answered at once.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'concurrent',
			port: 21574,
			backlog: 4096,
			responder: { rules: [{ match: any, reply: text('{{data}}') }] },
		},
	},
	{
		id: 'half-close',
		title: 'Half-close',
		summary: 'Echoes half a second late: a peer that has ended its sending side by then still gets its answer.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'half-close',
			port: 21575,
			responder: { rules: [{ match: any, delayMs: 500, reply: text('{{data}}') }] },
		},
	},
	{
		id: 'write-to-closed',
		title: 'Writing to a closed peer',
		summary: 'Answers a second late: a client that has gone by then shows as a reset or an error of its connection.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'write-to-closed',
			port: 21576,
			afterPeerEnd: 'keep',
			responder: { rules: [{ match: any, delayMs: 1000, reply: text('late: {{data}}') }] },
		},
	},
	{
		id: 'receive-chunks',
		title: 'Lines out of chunks',
		summary:
			'Numbers each line, however the network cut them: chunks and messages stand side by side under Boundaries.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'receive-chunks',
			port: 21577,
			framing: { type: 'line' },
			responder: { rules: [{ match: any, reply: text('{{n}} {{data}}{{eol}}') }] },
		},
	},
	{
		id: 'time-server',
		title: 'Time server',
		summary: 'Sends the date and time to each client, then closes.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'time-server',
			port: 21572,
			responder: { onOpen: { reply: text('{{time}}'), after: 'end' } },
		},
	},
	{
		id: 'class-tcp',
		title: 'TCP echo server',
		summary: 'Echoes received data, like a socketserver.TCPServer with an echo handler.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'class-tcp',
			port: 21571,
			responder: { rules: [{ match: any, reply: text('{{data}}') }] },
		},
	},
	{
		id: 'key-value',
		title: 'Key-value store',
		summary: 'Keeps texts under names for all who connect; a script answers SET, GET, DEL and KEYS, a line each.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'key-value',
			port: 21580,
			framing: { type: 'line' },
			responder: { script: { source: KEY_VALUE_SCRIPT } },
		},
	},
	{
		id: 'chat',
		title: 'Chat room',
		summary: 'Passes each line on to all others; a script keeps the names.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'chat',
			port: 21581,
			framing: { type: 'line' },
			responder: { script: { source: CHAT_SCRIPT } },
		},
	},
	{
		id: 'class-udp',
		title: 'UDP echo server',
		summary: 'Echoes each datagram, like a socketserver.UDPServer with an echo handler.',
		group: 'UDP sockets',
		config: {
			kind: 'udp',
			name: 'class-udp',
			port: 21571,
			responder: { rules: [{ match: any, reply: text('{{data}}') }] },
		},
	},
	{
		id: 'class-unix-stream',
		title: 'Unix echo server',
		summary: 'Echoes received data, like a socketserver.UnixStreamServer with an echo handler.',
		group: 'Unix sockets',
		config: {
			kind: 'unix-server',
			name: 'class-unix-stream',
			path: '/tmp/class-unix-stream.sock',
			responder: { rules: [{ match: any, reply: text('{{data}}') }] },
		},
	},
	{
		id: 'class-unix-datagram',
		title: 'Unix datagram echo server',
		summary: 'Echoes each datagram, like a socketserver.UnixDatagramServer with an echo handler.',
		group: 'Unix sockets',
		config: {
			kind: 'unix-datagram',
			name: 'class-unix-datagram',
			path: '/tmp/class-unix-datagram.sock',
			responder: { rules: [{ match: any, reply: text('{{data}}') }] },
		},
	},
	{
		id: 'udp-client',
		title: 'UDP client',
		summary: 'Sends a list of messages one by one, and waits for the answer to each.',
		group: 'UDP sockets',
		config: {
			kind: 'udp',
			name: 'udp-client',
			remote: { host: '127.0.0.1', port: 9999 },
			asks: { messages: [text('Ann'), text('Bob'), text('Cem')] },
		},
	},
	{
		id: 'udp-hello',
		title: 'Hello over UDP',
		summary: 'Greets the sender of each datagram.',
		group: 'UDP sockets',
		config: {
			kind: 'udp',
			name: 'udp-hello',
			port: 9999,
			responder: { rules: [{ match: any, reply: text('Hello,{{data}}~') }] },
		},
	},
	{
		id: 'tcp-proxy',
		title: 'TCP proxy',
		summary: 'Stands between clients and a server, shows what both say, and lets go wrong what you want.',
		group: 'Proxies',
		config: { kind: 'tcp-proxy', name: 'tcp-proxy', port: 9001, target: { host: '127.0.0.1', port: 9000 } },
	},
	{
		id: 'udp-proxy',
		title: 'UDP proxy',
		summary: 'The same for datagrams, which can also be lost, doubled, or overtaken.',
		group: 'Proxies',
		config: { kind: 'udp-proxy', name: 'udp-proxy', port: 10_001, target: { host: '127.0.0.1', port: 9999 } },
	},
] as const satisfies readonly Preset[];
