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
import { addresses } from '../../../../common/words/en/cli/addresses.ts';
import { running } from '../../../../common/words/en/cli/running.ts';
import { addBehaviourOptions } from '../flags/behaviour.ts';
import { type EndpointChoices, endpointConfig } from '../flags/endpoint-config.ts';
import { addOptionFlags, type OptionFlags, withOptions } from '../flags/option-flags.ts';
import { structuresFor } from '../flags/rules-file.ts';
import { addTlsFlags, type TlsFlags, withTls } from '../flags/tls-flags.ts';
import { parseStreamUrl } from '../flags/tls-url.ts';
import { parseSocketUrl, streamUrlHelp } from '../flags/url.ts';
import { announced } from '../run/announced.ts';
import { sendLinesToAll } from '../run/interactive.ts';
import { addRunOptions, type RunOptions, runEndpoint } from '../run/run-endpoint.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('running', running);
const addressesWords = () => spoken('addresses', addresses);

interface ListenOptions extends RunOptions, EndpointChoices, OptionFlags, TlsFlags {
	readonly remote?: string;
	readonly nextPort?: boolean;
	readonly interactive?: boolean;
	readonly lineEnding: LineEnding;
}

/** The remote of a UDP socket: its default destination, to which it can be connected. */
function withRemote(config: EndpointConfig, remote: string | undefined): EndpointConfig {
	if (remote === undefined) return config;
	if (traitsOf(config.kind).role !== 'socket') throw new WirebenchError('bad-input', words().listen.remoteForUdp);
	const { scheme } = commandLineOf(config.kind);
	return validated(endpointConfigSchema, toward(config, parseSocketUrl(`${scheme.name}://${remote}`, 1)));
}

/** Runs until it is interrupted or stdout's reader closes; returns the exit code. */
async function listen(target: string, options: ListenOptions): Promise<number> {
	const { url, secure } = parseStreamUrl(target, 0);
	const kind = kindFor('listen', url.protocol);
	if (kind === undefined) throw new WirebenchError('bad-input', addressesWords().nothingListens(url.protocol));
	const plain = withOptions(withRemote(endpointConfig(kind, url, options), options.remote), options);
	const config = await withTls(plain, secure, options);
	return runEndpoint(config, options, announced, {
		structures: structuresFor(options),
		...(options.interactive ? { running: sendLinesToAll(options.lineEnding) } : {}),
	});
}

export function addListen(program: Command, done: (code: number) => void): void {
	const texts = words().listen;
	const command = program
		.command('listen')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<url>', texts.url(streamUrlHelp()));
	addTlsFlags(addOptionFlags(addRunOptions(addBehaviourOptions(command))), 'server')
		.addOption(new Option('--serve <how>', texts.serve).choices(SERVE))
		.option('--interactive', texts.interactive(words().typed))
		.addOption(new Option('--line-ending <which>', words().lineEnding).choices(LINE_ENDINGS).default('none'))
		.option('--next-port', texts.nextPort)
		.option('--remote <host:port>', texts.remote)
		.action(async (target: string, options: ListenOptions) => done(await listen(target, options)));
}
