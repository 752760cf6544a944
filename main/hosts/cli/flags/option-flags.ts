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
import { issueFault } from '../../../../common/json/issue-text.ts';
import { answering } from '../../../../common/words/en/cli/answering.ts';
import { socketOptions } from '../../../../common/words/en/cli/socket-options.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { faultText, spoken } from '../terminal/language.ts';

const socketOptionsWords = () => spoken('socketOptions', socketOptions);
const answeringWords = () => spoken('answering', answering);
const valuesWords = () => spoken('values', values);

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
	throw new InvalidArgumentError(valuesWords().wholeNumber);
}

/** Parses GROUP[@INTERFACE][,SOURCE]. */
function parseGroup(text: string, before: MulticastGroup[] = []): MulticastGroup[] {
	const [, group, on, source] = /^([^@,]+)(?:@([^,]+))?(?:,(.+))?$/.exec(text) ?? [];
	const parsed = groupSchema.safeParse({ group, interface: on, source });
	if (parsed.success) return [...before, parsed.data];
	throw new InvalidArgumentError(socketOptionsWords().badGroup);
}

/** The socket options of every command that opens sockets; each kind refuses those it does not have. */
export function addOptionFlags(command: Command): Command {
	const texts = socketOptionsWords();
	return command
		.option('--reuse-address', texts.reuseAddress)
		.option('--reuse-port', texts.reusePort)
		.option('--ipv6-only', texts.ipv6Only)
		.option('--connected', texts.connected)
		.option('--no-connected', texts.noConnected)
		.option('--backlog <n>', texts.backlog, wholeNumber)
		.option('--delay', texts.delay)
		.option('--no-delay', texts.noDelay)
		.option('--keep-alive <ms>', texts.keepAlive, wholeNumber)
		.option('--idle-timeout <ms>', texts.idleTimeout, wholeNumber)
		.option('--reset-on-close', texts.resetOnClose)
		.option('--receive-buffer <bytes>', texts.receiveBuffer, wholeNumber)
		.option('--send-buffer <bytes>', texts.sendBuffer, wholeNumber)
		.option('--ttl <hops>', texts.ttl, wholeNumber)
		.option('--broadcast', texts.broadcast)
		.option('--join <group>', texts.join, parseGroup)
		.option('--multicast-ttl <hops>', texts.multicastTtl, wholeNumber)
		.option('--no-multicast-loopback', texts.noMulticastLoopback)
		.option('--multicast-interface <name>', texts.multicastInterface);
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
		throw new WirebenchError('bad-input', faultText(issueFault(parsed.error, (path) => wordsOf(String(path.at(-1))))));
	}
	const taken: object = { ...parsed.data, ...optionsOf(parsed.data) };
	for (const option of Object.keys({ ...options, ...outside })) {
		if (!(option in taken))
			throw new WirebenchError('bad-input', answeringWords().noOption(config.kind, wordsOf(option)));
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
