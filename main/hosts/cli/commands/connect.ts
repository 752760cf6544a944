import { type Command, InvalidArgumentError, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { endpointConfigSchema, kindFor, schemeNamed } from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { LINE_ENDINGS, type LineEnding } from '../../../../common/payload/schema.ts';
import { addBehaviourOptions } from '../flags/behaviour.ts';
import { addDialFlags, type DialFlags, dialChoices } from '../flags/dial-flags.ts';
import { type EndpointChoices, endpointConfig } from '../flags/endpoint-config.ts';
import { addOptionFlags, type OptionFlags, withOptions } from '../flags/option-flags.ts';
import { addTlsFlags, type TlsFlags, withTls } from '../flags/tls-flags.ts';
import { parseStreamUrl } from '../flags/tls-url.ts';
import { splitHeader } from '../output/split-header.ts';
import { sendLines, TYPED_HELP } from '../run/interactive.ts';
import { addRunOptions, type RunOptions, runEndpoint } from '../run/run-endpoint.ts';

interface ConnectOptions extends RunOptions, EndpointChoices, OptionFlags, TlsFlags, DialFlags {
	readonly reconnect?: number | true;
	readonly interactive?: boolean;
	readonly lineEnding: LineEnding;
	readonly splitHeader?: boolean;
}

/** The reconnect options, by the config's names. */
function reconnectChoice({ reconnect }: ConnectOptions) {
	return reconnect === undefined ? {} : { reconnect: reconnect === true ? {} : { attempts: reconnect } };
}

function wholeNumber(text: string): number {
	if (/^\d{1,9}$/.test(text)) return Number(text);
	throw new InvalidArgumentError('It is a whole number.');
}

/** Whether lines from stdin are sent: by option, or at a terminal. */
function readsLines({ interactive, preset }: ConnectOptions): boolean {
	return interactive ?? (preset === 'interactive-client' || process.stdin.isTTY === true);
}

/** Runs until the connection has closed, it is interrupted, or stdout's reader closes; returns the exit code. */
async function connect(target: string, options: ConnectOptions): Promise<number> {
	const { url, secure } = parseStreamUrl(target, 1);
	const kind = kindFor('connect', url.protocol);
	if (kind === undefined) {
		const { connectionless = 'It has no connections', form = '' } = schemeNamed(url.protocol) ?? {};
		throw new WirebenchError('bad-input', `${connectionless}: use "wirebench send ${form} TEXT".`);
	}
	const config = { ...endpointConfig(kind, url, options), ...dialChoices(options, url), ...reconnectChoice(options) };
	const plain = withOptions(validated(endpointConfigSchema, config), options);
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
	addDialFlags(addTlsFlags(addOptionFlags(addRunOptions(addBehaviourOptions(command))), 'client'))
		.option(
			'--interactive',
			`send each line of stdin, byte for byte, or with --charset in it, as is done at a terminal anyway; its end ends our side; ${TYPED_HELP}`,
		)
		.option('--no-interactive', 'read nothing from the terminal')
		.addOption(
			new Option('--line-ending <which>', 'appended to each line of --interactive')
				.choices(LINE_ENDINGS)
				.default('none'),
		)
		.option('--split-header', 'print only received data, header and body separately, split at the first empty line')
		.option('--reconnect [attempts]', 'connect again when the peer has ended or does not answer', wholeNumber)
		.action(async (target: string, options: ConnectOptions) => done(await connect(target, options)));
}
