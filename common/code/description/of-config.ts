import {
	configuredAddress,
	type EndpointConfig,
	optionsOf,
	type TcpClientConfig,
	type TcpServerConfig,
	type UdpConfig,
	type UnixClientConfig,
	type UnixDatagramConfig,
	type UnixServerConfig,
} from '../../endpoints/index.ts';
import { charsetNamed } from '../../payload/charsets/named.ts';
import { charsetOf } from '../../payload/index.ts';
import { encodeWritten } from '../../payload/written.ts';
import { answersOf } from './answers.ts';
import { framingOf } from './framing.ts';
import { programOfProxy } from './of-proxy.ts';
import { Omissions } from './omissions.ts';
import { NO_DELAY, optionsAsCalls, REUSE } from './options.ts';
import type { CodePart, CodePlace, CodeProgram, CodeStep, CodeTask } from './program.ts';
import { tlsOfClient, tlsOfServer } from './tls.ts';

type StreamConfig = TcpServerConfig | TcpClientConfig | UnixServerConfig | UnixClientConfig;
type DatagramConfig = UdpConfig | UnixDatagramConfig;

/** As the config names it, an IPv6 address in brackets. */
function hostText(config: EndpointConfig): string | undefined {
	const host = config.kind === 'tcp-client' ? config.host : config.kind === 'udp' ? config.remote?.host : undefined;
	return host?.includes(':') ? `[${host}]` : host;
}

/** The bytes of parts that are nothing else. */
function constantBytes(parts: readonly CodePart[]): Uint8Array | undefined {
	const bytes = parts.flatMap((part) => (part.type === 'bytes' ? [...part.bytes] : []));
	return parts.every(({ type }) => type === 'bytes') ? Uint8Array.from(bytes) : undefined;
}

function streamTask(config: StreamConfig, omissions: Omissions): CodeTask {
	const charset = charsetOf(config);
	const { responder } = config;
	const answers = answersOf(responder, { charset, host: hostText(config), omissions });
	const framing = framingOf(config.framing, charset, omissions);
	if (config.afterPeerEnd === 'keep') omissions.add('afterPeerEnd');
	const delays = answers.rules.some(({ delayMs }) => delayMs > 0);
	if (config.afterPeerEnd === 'end-at-once' && delays) omissions.add('pendingAnswers');
	if ('serve' in config) {
		return {
			type: 'serve',
			backlog: config.backlog,
			oneAtATime: config.serve === 'one-at-a-time',
			framing,
			...answers,
		};
	}
	if (answers.rules.length > 0 || responder.script !== undefined) return { type: 'answer', framing, ...answers };
	const { onOpen } = answers;
	if (onOpen === undefined) return { type: 'type' };
	const bytes = onOpen.file === undefined ? constantBytes(onOpen.reply) : undefined;
	if (bytes === undefined) return { type: 'answer', framing, ...answers };
	const wait: CodeStep[] = onOpen.delayMs === 0 ? [] : [{ type: 'wait', ms: onOpen.delayMs }];
	const end: CodeStep[] = onOpen.after === 'end' ? [{ type: 'end' }] : [];
	return { type: 'talk', steps: [...wait, { type: 'send', bytes }, ...end, { type: 'receive-all' }] };
}

function datagramTask(config: DatagramConfig, omissions: Omissions): CodeTask {
	const charset = charsetOf(config);
	if ('asks' in config && config.asks !== undefined) {
		const { messages, timeoutMs, repeats, template } = config.asks;
		const isTemplate = template === true;
		const encoded = messages.flatMap((message) => {
			const result = encodeWritten(message, 'none', 'none', charsetNamed(charset));
			if (!result.ok) omissions.add('charsetText', message.text);
			else if (isTemplate && message.text.includes('{{')) omissions.add('placeholder', message.text);
			return result.ok ? [result.bytes] : [];
		});
		return { type: 'ask', messages: encoded, timeoutMs, repeats };
	}
	const answers = answersOf(config.responder, { charset, host: hostText(config), omissions });
	if (isBound(config)) {
		return { type: 'serve', backlog: 0, oneAtATime: false, framing: { type: 'none' }, ...answers };
	}
	return answers.rules.length > 0 ? { type: 'answer', framing: { type: 'none' }, ...answers } : { type: 'type' };
}

/** Whether peers can know where to send to; else it is a client of its remote. */
function isBound(config: DatagramConfig): boolean {
	return config.kind === 'udp' ? config.port !== 0 || config.remote === undefined : config.remote === undefined;
}

/** A host of a URL or of the form without its brackets and zone's ambiguity. */
function placeOf(config: StreamConfig | DatagramConfig): CodePlace {
	switch (config.kind) {
		case 'tcp-server':
		case 'tcp-client':
			return { transport: 'tcp', host: config.host, port: config.port };
		case 'unix-server':
		case 'unix-client':
			return { transport: 'unix', path: config.path };
		case 'unix-datagram':
			return { transport: 'unix-datagram', path: (isBound(config) ? config.path : config.remote) ?? '' };
		case 'udp': {
			const { host, port } = isBound(config) || config.remote === undefined ? config : config.remote;
			return { transport: 'udp', host, port };
		}
	}
}

function omitRest(config: StreamConfig | DatagramConfig, omissions: Omissions): void {
	if (config.ledger !== undefined) omissions.add('lossReport');
	if ('via' in config && config.via !== undefined) omissions.add('upstreamProxy', config.via.host);
	if ('reconnect' in config && config.reconnect !== undefined) omissions.add('reconnect');
	if ('localPort' in config && config.localPort !== 0) omissions.add('option', 'localPort');
	if ('localHost' in config && config.localHost !== undefined) omissions.add('option', 'localHost');
}

/** The program of an endpoint. */
export function programOfConfig(config: EndpointConfig): CodeProgram {
	if (config.kind === 'tcp-proxy' || config.kind === 'udp-proxy') return programOfProxy(config);
	const omissions = new Omissions();
	const isStream = 'framing' in config;
	const task = isStream ? streamTask(config, omissions) : datagramTask(config, omissions);
	omitRest(config, omissions);
	const isV6 = configuredAddress(config).address.includes(':');
	const options = [
		...(config.kind === 'tcp-server' ? [REUSE] : []),
		...('noDelay' in config && config.noDelay ? [NO_DELAY] : []),
		...optionsAsCalls(optionsOf(config), isV6, omissions),
	];
	const tls =
		config.kind === 'tcp-server'
			? config.tls && tlsOfServer(config.tls, omissions)
			: config.kind === 'tcp-client'
				? config.tls && tlsOfClient(config.tls, config.host, omissions)
				: undefined;
	const script = config.responder.script?.source;
	return { name: config.name, place: placeOf(config), task, options, tls, script, omitted: omissions.list() };
}
