import { type Command, InvalidArgumentError, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { NO_ANSWER, requestListSchema } from '../../../../common/contract/config/request-list.ts';
import { endpointConfigSchema, kindFor } from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { addPresetOption } from '../flags/behaviour.ts';
import { addDialFlags, type DialFlags } from '../flags/dial-flags.ts';
import { presetFor } from '../flags/endpoint-config.ts';
import { addOptionFlags, type OptionFlags, withOptions } from '../flags/option-flags.ts';
import { formatOf } from '../flags/payload.ts';
import { sendConfig } from '../flags/send-config.ts';
import { parseSocketUrl } from '../flags/url.ts';
import { TEMPLATE_HELP } from '../flags/variables.ts';
import { addRunOptions, type RunOptions, runEndpoint } from '../run/run-endpoint.ts';

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
		throw new WirebenchError(
			'bad-input',
			'It asks by datagrams: use udp://HOST:PORT, or "wirebench connect" for a stream.',
		);
	}
	const preset = options.preset === undefined ? undefined : presetFor(options.preset, kind).config;
	const listed = preset !== undefined && 'asks' in preset ? (preset.asks?.messages ?? []) : [];
	const format = formatOf(options);
	const messages = texts.length === 0 ? listed : texts.map((text) => ({ format, text }));
	if (messages.length === 0) throw new WirebenchError('bad-input', 'Say what to send, or a preset that does.');
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
	throw new InvalidArgumentError('It is a whole number.');
}

export function addAsk(program: Command, done: (code: number) => void): void {
	const command = program
		.command('ask')
		.summary('send datagrams one by one, and wait for the answer to each')
		.description(
			'Sends each MESSAGE from a connected UDP socket, which receives refusals, once the previous one has been answered or the ' +
				'wait for that is over. After a message without an answer the next one goes from another port, so that a late answer ' +
				'counts for no other message. Ends with 1 when one got no answer.',
		)
		.argument('<url>', 'udp://HOST:PORT')
		.argument('[messages...]', 'what to send, as UTF-8');
	addDialFlags(addOptionFlags(addRunOptions(addPresetOption(command))))
		.addOption(new Option('--hex', 'messages are hexadecimal').conflicts('escaped'))
		.option('--escaped', 'messages have escapes, as in "a\\x00b"')
		.option('--template', `each message ${TEMPLATE_HELP}`)
		.option('--timeout <ms>', 'how long to wait for each answer', wholeNumber, 1000)
		.option('--repeats <n>', 'how often to send a message again that got none', wholeNumber, 0)
		.option(
			'--same-port',
			'send from one port also after a message without an answer: the next one then waits as long again',
		)
		.addOption(new Option('--on-no-answer <what>', 'go on or stop').choices(NO_ANSWER).default('next'))
		.action(async (target: string, texts: string[], options: AskOptions) => done(await ask(target, texts, options)));
}
