import { type Command, InvalidArgumentError, Option } from 'commander';
import { endpointConfigSchema, FAMILIES, tcpClientConfigSchema } from '../../../common/contract/endpoint.ts';
import { WirebenchError } from '../../../common/contract/errors.ts';
import { LINE_ENDINGS, type LineEnding } from '../../../common/contract/payload.ts';
import type { Via } from '../../../common/contract/via.ts';
import { endpointConfig } from './endpoint-config.ts';
import { sendLines } from './interactive.ts';
import { addOptionFlags, type OptionFlags, withOptions } from './option-flags.ts';
import { addRunOptions, type RunOptions, runEndpoint } from './run-endpoint.ts';
import { splitHeader } from './split-header.ts';
import { addTlsFlags, type TlsFlags, withTls } from './tls-flags.ts';
import { parseStreamUrl } from './tls-url.ts';
import { parseVia, VIA_HELP } from './via.ts';

interface ConnectOptions extends RunOptions, OptionFlags, TlsFlags {
	readonly family?: (typeof FAMILIES)[number];
	readonly from?: { readonly localHost?: string; readonly localPort?: number };
	readonly connectTimeout?: number;
	readonly reconnect?: number | true;
	readonly via?: Via;
	readonly interactive?: boolean;
	readonly lineEnding: LineEnding;
	readonly splitHeader?: boolean;
}

/** What was said of the connection itself, by the names of the config. */
function clientChoices({ family, from, connectTimeout, reconnect, via }: ConnectOptions) {
	return {
		...(family === undefined ? {} : { family }),
		...from,
		...(via === undefined ? {} : { via }),
		...(connectTimeout === undefined ? {} : { connectTimeoutMs: connectTimeout }),
		...(reconnect === undefined ? {} : { reconnect: reconnect === true ? {} : { attempts: reconnect } }),
	};
}

/** Reads ADDRESS, ADDRESS:PORT or :PORT, an IPv6 address in brackets. */
function parseFrom(text: string): { localHost?: string; localPort?: number } {
	const parts = /^(?:\[([^\]]+)\]|([^:]*))(?::(\d+))?$/.exec(text);
	const [, bracketed, plain, port] = parts ?? [];
	const address = bracketed ?? plain ?? '';
	const { localHost, localPort } = tcpClientConfigSchema.shape;
	const host = localHost.safeParse(address === '' ? undefined : address);
	const number = localPort.safeParse(port === undefined ? undefined : Number(port));
	if (!parts || text === '' || !host.success || !number.success) {
		throw new InvalidArgumentError('It is ADDRESS, ADDRESS:PORT or :PORT, with an address of this machine in numbers.');
	}
	return { ...(host.data === undefined ? {} : { localHost: host.data }), localPort: number.data };
}

function wholeNumber(text: string): number {
	if (/^\d{1,9}$/.test(text)) return Number(text);
	throw new InvalidArgumentError('It is a whole number.');
}

/** Whether a person types what is sent: asked for, or at a terminal. */
function readsLines({ interactive, preset }: ConnectOptions): boolean {
	return interactive ?? (preset === 'interactive-client' || process.stdin.isTTY === true);
}

/** Runs until the connection has closed, it is asked to stop, or stdout's reader goes away; gives the exit code. */
async function connect(target: string, options: ConnectOptions): Promise<number> {
	const { url, secure } = parseStreamUrl(target, 1);
	if (url.protocol === 'unixgram') {
		throw new WirebenchError('bad-input', 'Datagrams have no connections: use "wirebench send unixgram:PATH TEXT".');
	}
	if (url.protocol === 'udp') {
		throw new WirebenchError('bad-input', 'UDP has no connections: use "wirebench send udp://HOST:PORT TEXT".');
	}
	const kind = url.protocol === 'tcp' ? 'tcp-client' : 'unix-client';
	if (url.protocol === 'unix' && options.via !== undefined) {
		throw new WirebenchError('bad-input', 'A Unix socket is on this machine: --via is for tcp://.');
	}
	const config = { ...endpointConfig(kind, url, options), ...clientChoices(options) };
	const plain = withOptions(endpointConfigSchema.parse(config), options);
	return runEndpoint(await withTls(plain, secure, options), options, () => undefined, {
		...(readsLines(options) ? { running: sendLines(options.lineEnding) } : {}),
		...(options.splitHeader ? { see: splitHeader(options.json ?? false) } : {}),
	});
}

export function addConnect(program: Command, done: (code: number) => void): void {
	const command = program
		.command('connect')
		.summary('connect to a TCP or Unix socket, answer by rules, and print what happens')
		.description(
			'Connects and prints every event and every byte until the connection has closed or it is interrupted. The last ' +
				'line counts the events that were received, stored in the capture, and dropped.',
		)
		.argument(
			'<url>',
			'tcp://HOST:PORT (IPv6 as [::1]), tls://HOST:PORT for TCP with TLS, or unix:PATH (unix:@NAME for an abstract one)',
		);
	addTlsFlags(addOptionFlags(addRunOptions(command)), 'client')
		.addOption(new Option('--family <which>', 'addresses of a host name that are tried').choices(FAMILIES))
		.option(
			'--interactive',
			'send each line of stdin, as at a terminal; an empty one sends nothing, its end ends our side',
		)
		.option('--no-interactive', 'read nothing from the terminal')
		.addOption(
			new Option('--line-ending <which>', 'appended to each line of --interactive')
				.choices(LINE_ENDINGS)
				.default('none'),
		)
		.option('--split-header', 'print only what comes, its header and its body apart: they part at the first empty line')
		.option('--from <address>', 'connect from this ADDRESS, ADDRESS:PORT or :PORT', parseFrom)
		.option('--connect-timeout <ms>', 'for each address that is tried (default 10000)', wholeNumber)
		.option('--via <url>', VIA_HELP, parseVia)
		.option('--reconnect [attempts]', 'connect again when the peer has ended or does not answer', wholeNumber)
		.action(async (target: string, options: ConnectOptions) => done(await connect(target, options)));
}
