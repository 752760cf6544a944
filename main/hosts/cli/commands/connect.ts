import { type Command, InvalidArgumentError, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { endpointConfigSchema, kindFor, schemeNamed } from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { LINE_ENDINGS, type LineEnding } from '../../../../common/payload/schema.ts';
import { running } from '../../../../common/words/en/cli/running.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { addBehaviourOptions } from '../flags/behaviour.ts';
import { addDialFlags, type DialFlags, dialChoices } from '../flags/dial-flags.ts';
import { type EndpointChoices, endpointConfig } from '../flags/endpoint-config.ts';
import { addOptionFlags, type OptionFlags, withOptions } from '../flags/option-flags.ts';
import { structuresFor } from '../flags/rules-file.ts';
import { addTlsFlags, type TlsFlags, withTls } from '../flags/tls-flags.ts';
import { parseStreamUrl } from '../flags/tls-url.ts';
import { splitHeader } from '../output/split-header.ts';
import { sendLines } from '../run/interactive.ts';
import { addRunOptions, type RunOptions, runEndpoint } from '../run/run-endpoint.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('running', running);
const valuesWords = () => spoken('values', values);

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
	throw new InvalidArgumentError(valuesWords().wholeNumber);
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
		const { connectionless = 'other', form = '' } = schemeNamed(url.protocol) ?? {};
		const texts = words().connect;
		throw new WirebenchError('bad-input', texts.sendInstead(texts.connectionless[connectionless], form));
	}
	const config = { ...endpointConfig(kind, url, options), ...dialChoices(options, url), ...reconnectChoice(options) };
	const plain = withOptions(validated(endpointConfigSchema, config), options);
	return runEndpoint(await withTls(plain, secure, options), options, () => undefined, {
		structures: structuresFor(options),
		...(readsLines(options) ? { running: sendLines(options.lineEnding) } : {}),
		...(options.splitHeader ? { see: splitHeader(options.json ?? false) } : {}),
	});
}

export function addConnect(program: Command, done: (code: number) => void): void {
	const texts = words().connect;
	const command = program
		.command('connect')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<url>', texts.url);
	addDialFlags(addTlsFlags(addOptionFlags(addRunOptions(addBehaviourOptions(command))), 'client'))
		.option('--interactive', texts.interactive(words().typed))
		.option('--no-interactive', texts.noInteractive)
		.addOption(new Option('--line-ending <which>', words().lineEnding).choices(LINE_ENDINGS).default('none'))
		.option('--split-header', texts.splitHeader)
		.option('--reconnect [attempts]', texts.reconnect, wholeNumber)
		.action(async (target: string, options: ConnectOptions) => done(await connect(target, options)));
}
