import { type Command, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import {
	commandLineOf,
	type EndpointConfig,
	endpointConfigSchema,
	kindFor,
	SERVE,
	toward,
	traitsOf,
} from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { LINE_ENDINGS, type LineEnding } from '../../../../common/payload/schema.ts';
import { addBehaviourOptions } from '../flags/behaviour.ts';
import { type EndpointChoices, endpointConfig } from '../flags/endpoint-config.ts';
import { addOptionFlags, type OptionFlags, withOptions } from '../flags/option-flags.ts';
import { addTlsFlags, type TlsFlags, withTls } from '../flags/tls-flags.ts';
import { parseStreamUrl, TLS_URL_HELP } from '../flags/tls-url.ts';
import { parseSocketUrl, URL_HELP } from '../flags/url.ts';
import { sendLinesToAll, TYPED_HELP } from '../run/interactive.ts';
import { addRunOptions, type RunOptions, runEndpoint } from '../run/run-endpoint.ts';

interface ListenOptions extends RunOptions, EndpointChoices, OptionFlags, TlsFlags {
	readonly remote?: string;
	readonly nextPort?: boolean;
	readonly interactive?: boolean;
	readonly lineEnding: LineEnding;
}

/** The remote of a UDP socket: its default destination, to which it can be connected. */
function withRemote(config: EndpointConfig, remote: string | undefined): EndpointConfig {
	if (remote === undefined) return config;
	if (traitsOf(config.kind).role !== 'socket') throw new WirebenchError('bad-input', '--remote is for udp://.');
	const { scheme } = commandLineOf(config.kind);
	return validated(endpointConfigSchema, toward(config, parseSocketUrl(`${scheme.name}://${remote}`, 1)));
}

/** Runs until it is interrupted or stdout's reader closes; returns the exit code. */
async function listen(target: string, options: ListenOptions): Promise<number> {
	const { url, secure } = parseStreamUrl(target, 0);
	const kind = kindFor('listen', url.protocol);
	if (kind === undefined) throw new WirebenchError('bad-input', `Nothing listens on an address of ${url.protocol}.`);
	const plain = withOptions(withRemote(endpointConfig(kind, url, options), options.remote), options);
	const config = await withTls(plain, secure, options);
	return runEndpoint(
		config,
		options,
		({ local }) => (local === undefined ? undefined : { event: 'listening', endpoint: config.name, ...local }),
		options.interactive ? { running: sendLinesToAll(options.lineEnding) } : {},
	);
}

export function addListen(program: Command, done: (code: number) => void): void {
	const command = program
		.command('listen')
		.summary('listen on a TCP, UDP or Unix socket and print what happens')
		.description(
			'Listens until it is interrupted and prints every event and every byte. The last line counts the events that ' +
				'were received, stored in the capture, and dropped.',
		)
		.argument('<url>', `${URL_HELP}, ${TLS_URL_HELP}; port 0 lets the system choose`);
	addTlsFlags(addOptionFlags(addRunOptions(addBehaviourOptions(command))), 'server')
		.addOption(
			new Option('--serve <how>', 'clients are served all at once, or each when the one before has closed').choices(
				SERVE,
			),
		)
		.option(
			'--interactive',
			'send each line of stdin, byte for byte, or with --charset in it, to all who are connected (over UDP: who have sent something, or --remote); "#3 TEXT" ' +
				`and "#3,5 TEXT" go to these connections, "##3 TEXT" sends "#3 TEXT"; ${TYPED_HELP}`,
		)
		.addOption(
			new Option('--line-ending <which>', 'appended to each line of --interactive')
				.choices(LINE_ENDINGS)
				.default('none'),
		)
		.option('--next-port', 'where the port is in use, listen on the next one that is free')
		.option('--remote <host:port>', 'UDP: where messages go that name no destination; of unixgram: a path')
		.action(async (target: string, options: ListenOptions) => done(await listen(target, options)));
}
