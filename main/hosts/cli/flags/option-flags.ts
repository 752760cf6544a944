import { type Command, InvalidArgumentError } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import {
	groupSchema,
	type MulticastGroup,
	SOCKET_OPTIONS,
	type SocketOption,
	type SocketOptions,
} from '../../../../common/contract/config/socket-options.ts';
import { type EndpointConfig, endpointConfigSchema, optionsOf } from '../../../../common/endpoints/index.ts';
import { issueText } from '../../../../common/json/issue-text.ts';

/** Socket options as commander parses them. */
export interface OptionFlags {
	readonly reuseAddress?: boolean;
	readonly reusePort?: boolean;
	readonly ipv6Only?: boolean;
	readonly connected?: boolean;
	readonly backlog?: number;
	/** `--no-delay` makes it false, `--delay` true. */
	readonly delay?: boolean;
	readonly keepAlive?: number;
	readonly idleTimeout?: number;
	readonly resetOnClose?: boolean;
	readonly receiveBuffer?: number;
	readonly sendBuffer?: number;
	readonly ttl?: number;
	readonly broadcast?: boolean;
	readonly join?: MulticastGroup[];
	readonly multicastTtl?: number;
	readonly multicastLoopback?: boolean;
	readonly multicastInterface?: string;
}

function wholeNumber(text: string): number {
	if (/^\d{1,10}$/.test(text)) return Number(text);
	throw new InvalidArgumentError('It is a whole number.');
}

/** Parses GROUP[@INTERFACE][,SOURCE]. */
function parseGroup(text: string, before: MulticastGroup[] = []): MulticastGroup[] {
	const [, group, on, source] = /^([^@,]+)(?:@([^,]+))?(?:,(.+))?$/.exec(text) ?? [];
	const parsed = groupSchema.safeParse({ group, interface: on, source });
	if (parsed.success) return [...before, parsed.data];
	throw new InvalidArgumentError('It is GROUP[@INTERFACE][,SOURCE], as in 239.1.2.3@eth0 or ff02::1234@eth0.');
}

/** The socket options of every command that opens sockets; each kind refuses those it does not have. */
export function addOptionFlags(command: Command): Command {
	return command
		.option('--reuse-address', 'UDP: share address and port with sockets that allow it too (SO_REUSEADDR)')
		.option('--reuse-port', 'share the port; the system distributes connections or datagrams (SO_REUSEPORT)')
		.option('--ipv6-only', 'on an IPv6 address: no IPv4')
		.option('--connected', 'UDP with a remote: the system accepts only its datagrams, and reports refusals')
		.option('--no-connected', 'UDP with a remote: open to all')
		.option('--backlog <n>', 'length of the queue of connections that wait to be accepted', wholeNumber)
		.option('--delay', 'let the system collect small writes (Nagle)')
		.option('--no-delay', 'send small writes at once (TCP_NODELAY, the default)')
		.option('--keep-alive <ms>', 'ask after so long a silence whether the peer is there', wholeNumber)
		.option('--idle-timeout <ms>', 'close a connection, or forget a UDP peer, after so long a silence', wholeNumber)
		.option('--reset-on-close', 'closing a connection resets it (RST in place of FIN)')
		.option('--receive-buffer <bytes>', 'datagrams: size of the receive buffer to ask for', wholeNumber)
		.option('--send-buffer <bytes>', 'datagrams: size of the send buffer to ask for', wholeNumber)
		.option('--ttl <hops>', 'UDP: hops that a datagram may make', wholeNumber)
		.option('--broadcast', 'UDP: allow sending to broadcast addresses')
		.option('--join <group>', 'UDP: GROUP[@INTERFACE][,SOURCE] to listen to; may be given again', parseGroup)
		.option('--multicast-ttl <hops>', 'UDP: the same of what is sent to groups', wholeNumber)
		.option('--no-multicast-loopback', 'UDP: what is sent to groups does not come to this machine')
		.option('--multicast-interface <name>', 'UDP: where what is sent to groups goes out; a name or an address');
}

function optionsIn(flags: OptionFlags): SocketOptions {
	const all: SocketOptions = {
		reuseAddress: flags.reuseAddress,
		reusePort: flags.reusePort,
		ipv6Only: flags.ipv6Only,
		connected: flags.connected,
		keepAliveMs: flags.keepAlive,
		idleTimeoutMs: flags.idleTimeout,
		resetOnClose: flags.resetOnClose,
		receiveBuffer: flags.receiveBuffer,
		sendBuffer: flags.sendBuffer,
		ttl: flags.ttl,
		broadcast: flags.broadcast,
		groups: flags.join,
		multicastTtl: flags.multicastTtl,
		// Commander sets true for an option that --no- could switch off.
		multicastLoopback: flags.multicastLoopback === false ? false : undefined,
		multicastInterface: flags.multicastInterface,
	};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The config with the socket options. Throws `bad-input` for an option that its kind does not have or that is out of range. */
export function withOptions(config: EndpointConfig, flags: OptionFlags): EndpointConfig {
	const options = optionsIn(flags);
	const outside = {
		...(flags.delay === undefined ? {} : { noDelay: !flags.delay }),
		...(flags.backlog === undefined ? {} : { backlog: flags.backlog }),
	};
	if (Object.keys(options).length === 0 && Object.keys(outside).length === 0) return config;
	const wanted = { ...optionsOf(config), ...options };
	const parsed = endpointConfigSchema.safeParse({ ...config, options: wanted, ...outside });
	if (!parsed.success) {
		throw new WirebenchError(
			'bad-input',
			issueText(parsed.error, (path) => wordsOf(String(path.at(-1)))),
		);
	}
	const taken: object = { ...parsed.data, ...optionsOf(parsed.data) };
	for (const option of Object.keys({ ...options, ...outside })) {
		if (!(option in taken)) throw new WirebenchError('bad-input', `A ${config.kind} has no option ${wordsOf(option)}.`);
	}
	return parsed.data;
}

/** The option's label in the window. */
function wordsOf(option: string): string {
	return isOption(option) ? SOCKET_OPTIONS[option].words : option;
}

function isOption(name: string): name is SocketOption {
	return name in SOCKET_OPTIONS;
}
