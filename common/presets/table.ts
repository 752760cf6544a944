import { SAMPLES } from '../contract/config/responder.ts';
import { offers } from '../words/en/offers.ts';
import type { Preset } from './preset.ts';
import { CHAT_SCRIPT, KEY_VALUE_SCRIPT } from './scripts.ts';

const texts = offers.presets;
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
		...texts['timestamp-echo'],
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
		...texts['timestamp-echo-client'],
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
		...texts['line-server'],
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
		...texts.greeting,
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
		...texts['one-shot'],
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
		...texts['upper-echo'],
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
		...texts['hello-server'],
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
		...texts['http-server'],
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
		...texts['http-client'],
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
		...texts['interactive-client'],
		group: 'TCP clients',
		config: { kind: 'tcp-client', name: 'interactive-client', host: '127.0.0.1', port: 21567 },
	},
	{
		id: 'one-at-a-time',
		...texts['one-at-a-time'],
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
		...texts.concurrent,
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
		...texts['half-close'],
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
		...texts['write-to-closed'],
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
		...texts['receive-chunks'],
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
		...texts['time-server'],
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
		...texts['class-tcp'],
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
		...texts['key-value'],
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
		...texts.chat,
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
		...texts['class-udp'],
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
		...texts['class-unix-stream'],
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
		...texts['class-unix-datagram'],
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
		...texts['udp-client'],
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
		...texts['udp-hello'],
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
		...texts['tcp-proxy'],
		group: 'Proxies',
		config: { kind: 'tcp-proxy', name: 'tcp-proxy', port: 9001, target: { host: '127.0.0.1', port: 9000 } },
	},
	{
		id: 'udp-proxy',
		...texts['udp-proxy'],
		group: 'Proxies',
		config: { kind: 'udp-proxy', name: 'udp-proxy', port: 10_001, target: { host: '127.0.0.1', port: 9999 } },
	},
] as const satisfies readonly Preset[];
