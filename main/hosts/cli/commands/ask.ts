import { type Command, InvalidArgumentError, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { NO_ANSWER, requestListSchema } from '../../../../common/contract/config/request-list.ts';
import { endpointConfigSchema, kindFor } from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { sending } from '../../../../common/words/en/cli/sending.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { addPresetOption } from '../flags/behaviour.ts';
import { addDialFlags, type DialFlags } from '../flags/dial-flags.ts';
import { presetFor } from '../flags/endpoint-config.ts';
import { addOptionFlags, type OptionFlags, withOptions } from '../flags/option-flags.ts';
import { formatOf } from '../flags/payload.ts';
import { sendConfig } from '../flags/send-config.ts';
import { parseSocketUrl } from '../flags/url.ts';
import { addRunOptions, type RunOptions, runEndpoint } from '../run/run-endpoint.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('sending', sending).ask;
const valuesWords = () => spoken('values', values);

interface AskOptions extends RunOptions, DialFlags, OptionFlags {
	readonly preset?: string;
	readonly timeout: number;
	readonly repeats: number;
	readonly samePort?: boolean;
	readonly onNoAnswer: (typeof NO_ANSWER)[number];
	readonly hex?: boolean;
	readonly escaped?: boolean;
	readonly template?: boolean;
}

/** Sends the messages one by one; the exit code is 1 when one of them got no answer. */
async function ask(target: string, texts: readonly string[], options: AskOptions): Promise<number> {
	const url = parseSocketUrl(target, 1);
	const kind = kindFor('ask', url.protocol);
	if (kind === undefined) {
		throw new WirebenchError('bad-input', words().datagrams);
	}
	const preset = options.preset === undefined ? undefined : presetFor(options.preset, kind).config;
	const listed = preset !== undefined && 'asks' in preset ? (preset.asks?.messages ?? []) : [];
	const format = formatOf(options);
	const messages = texts.length === 0 ? listed : texts.map((text) => ({ format, text }));
	if (messages.length === 0) throw new WirebenchError('bad-input', words().nothing);
	const { timeout: timeoutMs, repeats, onNoAnswer, samePort, template } = options;
	const asks = validated(requestListSchema, { messages, timeoutMs, repeats, onNoAnswer, samePort, template });
	const config = validated(endpointConfigSchema, {
		...withOptions(sendConfig(url, options), options),
		name: options.name ?? 'ask',
		asks,
	});
	return runEndpoint(config, options, () => undefined, { until: (state) => state?.asks?.done ?? false });
}

function wholeNumber(text: string): number {
	if (/^\d{1,8}$/.test(text)) return Number(text);
	throw new InvalidArgumentError(valuesWords().wholeNumber);
}

export function addAsk(program: Command, done: (code: number) => void): void {
	const texts = words();
	const command = program
		.command('ask')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<url>', 'udp://HOST:PORT')
		.argument('[messages...]', texts.messages);
	addDialFlags(addOptionFlags(addRunOptions(addPresetOption(command))))
		.addOption(new Option('--hex', texts.hex).conflicts('escaped'))
		.option('--escaped', texts.escaped)
		.option('--template', texts.template)
		.option('--timeout <ms>', texts.timeout, wholeNumber, 1000)
		.option('--repeats <n>', texts.repeats, wholeNumber, 0)
		.option('--same-port', texts.samePort)
		.addOption(new Option('--on-no-answer <what>', texts.onNoAnswer).choices(NO_ANSWER).default('next'))
		.action(async (target: string, texts: string[], options: AskOptions) => done(await ask(target, texts, options)));
}
