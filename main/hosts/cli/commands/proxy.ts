import { type Command, InvalidArgumentError } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { ProxyDirection } from '../../../../common/contract/config/proxy.ts';
import { type EndpointConfig, endpointConfigSchema, hasField, kindFor } from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { addFramingOption, addPresetOption } from '../flags/behaviour.ts';
import { endpointConfig } from '../flags/endpoint-config.ts';
import { FAULT_HELP, faultsOf, parseFault, type WrittenFault } from '../flags/fault-option.ts';
import { FRAMING_HELP, parseFraming } from '../flags/framing.ts';
import { addProxyTlsFlags, type ProxyTlsFlags, proxyTls } from '../flags/proxy-tls.ts';
import { parseRewrite, REWRITE_HELP, type WrittenRewrite } from '../flags/rewrite-option.ts';
import { parseStreamUrl } from '../flags/tls-url.ts';
import { faultsFromLines } from '../run/live-faults.ts';
import { addRunOptions, type RunOptions, runEndpoint } from '../run/run-endpoint.ts';

interface ProxyOptions extends RunOptions, ProxyTlsFlags {
	readonly fault?: readonly WrittenFault[];
	readonly rewrite?: readonly WrittenRewrite[];
	readonly interactive?: boolean;
	readonly seed?: number;
	readonly nextPort?: boolean;
	readonly preset?: string;
	readonly framing?: Framing;
	readonly framingOut?: Framing;
	readonly idle?: number;
}

/** The options of a command line as faults and rules of a config. */
function proxyChoices({ fault = [], rewrite = [], seed, framingOut, idle }: ProxyOptions) {
	const rulesOf = (direction: ProxyDirection) =>
		rewrite.filter((one) => one.directions.includes(direction)).map(({ rule }) => rule);
	return {
		...(fault.length === 0 ? {} : { faults: faultsOf(fault) }),
		...(rewrite.length === 0 ? {} : { rewrite: { toTarget: rulesOf('toTarget'), toClient: rulesOf('toClient') } }),
		...(seed === undefined ? {} : { seed }),
		...(framingOut === undefined ? {} : { framingOut }),
		...(idle === undefined ? {} : { idleMs: idle }),
	};
}

function proxyConfig(listen: string, target: string, options: ProxyOptions): EndpointConfig {
	const { url: place, secure: listenSecure } = parseStreamUrl(listen, 0);
	const { url: there, secure: targetSecure } = parseStreamUrl(target, 1);
	const kind = place.protocol === there.protocol ? kindFor('proxy', place.protocol) : undefined;
	if (kind === undefined || 'path' in there) {
		throw new WirebenchError('bad-input', 'A proxy has tcp:// or tls:// on both sides, or udp:// on both.');
	}
	if (!hasField(kind, 'idleMs') && options.idle !== undefined) {
		throw new WirebenchError('bad-input', 'A TCP client is there until it closes: --idle is for udp://.');
	}
	const { host, port } = there;
	const config = endpointConfig(kind, place, { ...options, target: { host, port } });
	const tls = proxyTls({ listen: listenSecure, target: targetSecure }, options);
	return validated(endpointConfigSchema, { ...config, ...proxyChoices(options), ...tls });
}

/** Collects an option that may be repeated. */
function gather<T>(parse: (text: string) => T): (text: string, before: readonly T[] | undefined) => T[] {
	return (text, before = []) => [...before, parse(text)];
}

function wholeNumber(text: string): number {
	if (/^\d{1,10}$/.test(text) && Number(text) <= 0xffff_ffff) return Number(text);
	throw new InvalidArgumentError('It is a whole number from 0 to 4294967295.');
}

/** Runs until it is interrupted or stdout's reader closes; returns the exit code. */
async function proxy(listen: string, target: string, options: ProxyOptions): Promise<number> {
	const config = proxyConfig(listen, target, options);
	return runEndpoint(
		config,
		options,
		({ local }) => (local === undefined ? undefined : { event: 'listening', endpoint: config.name, ...local }),
		options.interactive ? { running: faultsFromLines(options.fault ?? []) } : {},
	);
}

export function addProxy(program: Command, done: (code: number) => void): void {
	const command = program
		.command('proxy')
		.summary('pass on what clients and a target say to each other, with faults where wanted')
		.description(
			'Listens, connects to the target for each client, passes on what both say, and prints every event and every byte ' +
				'of both sides until it is interrupted. The last line counts the events that were received, stored in the ' +
				'capture, and dropped.',
		)
		.argument('<listen>', 'tcp://HOST:PORT or udp://HOST:PORT (IPv6 as [::1]); port 0 lets the system choose')
		.argument('<target>', 'tls:// for TLS on that side; tcp://HOST:PORT, or udp://HOST:PORT where it listens so');
	addProxyTlsFlags(addRunOptions(addFramingOption(addPresetOption(command))))
		.option('--fault <fault>', `may be given several times: ${FAULT_HELP}`, gather(parseFault))
		.option(
			'--interactive',
			'change the faults while it runs, by lines of stdin: a fault as above, which replaces its like; "clear"; "clear FAULT"',
		)
		.option('--rewrite <rule>', `may be given several times: ${REWRITE_HELP}`, gather(parseRewrite))
		.option('--seed <number>', 'what chance decides follows from it (default 1)', wholeNumber)
		.option(
			'--framing-out <how>',
			`how what the target sends is cut, where not as --framing: ${FRAMING_HELP}`,
			parseFraming,
		)
		.option('--next-port', 'where the port is in use, listen on the next one that is free')
		.option('--idle <ms>', 'udp: a client that is silent for so long is forgotten (default 60000)', wholeNumber)
		.action(async (listen: string, target: string, options: ProxyOptions) =>
			done(await proxy(listen, target, options)),
		);
}
