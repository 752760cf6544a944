import type { Preset } from './preset.ts';

const text = (written: string) => ({ format: 'text', text: written }) as const;
const any = { type: 'any' } as const;

/** Every preset. Ports differ, so that all of them can run at once. */
export const PRESETS = [
	{
		id: 'timestamp-echo',
		title: 'Timestamp echo',
		summary: 'Answers each read with the time and what came, to any number of clients until they close.',
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
		summary: 'Welcomes, greets whatever comes a second later, and closes at “exit”.',
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
		title: 'Echo over TCP',
		summary: 'Sends back what comes, as a socketserver.TCPServer with an echo handler does.',
		group: 'TCP servers',
		config: {
			kind: 'tcp-server',
			name: 'class-tcp',
			port: 21571,
			responder: { rules: [{ match: any, reply: text('{{data}}') }] },
		},
	},
	{
		id: 'class-udp',
		title: 'Echo over UDP',
		summary: 'Sends each datagram back, as a socketserver.UDPServer with an echo handler does.',
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
		title: 'Echo over a Unix socket',
		summary: 'Sends back what comes, as a socketserver.UnixStreamServer with an echo handler does.',
		group: 'Unix sockets',
		config: {
			kind: 'unix-server',
			name: 'class-unix-stream',
			path: '/tmp/class-unix-stream.sock',
			responder: { rules: [{ match: any, reply: text('{{data}}') }] },
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
] as const satisfies readonly Preset[];
