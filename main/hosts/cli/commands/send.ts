import { type Command, InvalidArgumentError, Option } from 'commander';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { Sentence } from '../../../../common/contract/base/sentence.ts';
import { meaningOf, saidBy } from '../../../../common/errno/index.ts';
import { charsetOf } from '../../../../common/payload/index.ts';
import { CHECKSUMS, LINE_ENDINGS } from '../../../../common/payload/schema.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { sending } from '../../../../common/words/en/cli/sending.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { parseCharset } from '../flags/charset.ts';
import { addDialFlags, type DialFlags } from '../flags/dial-flags.ts';
import { addOptionFlags, type OptionFlags, withOptions } from '../flags/option-flags.ts';
import { type PayloadChoices, readMessage, readPayload } from '../flags/payload.ts';
import { sendConfig } from '../flags/send-config.ts';
import { addTlsFlags, type TlsFlags, withTls } from '../flags/tls-flags.ts';
import { parseStreamUrl } from '../flags/tls-url.ts';
import { streamUrlHelp } from '../flags/url.ts';
import { addVariableOption, type VariableChoices } from '../flags/variables.ts';
import { type PrintedEvent, systemError } from '../output/event.ts';
import { formatJson } from '../output/format.ts';
import { doWork, type Work } from '../run/send-work.ts';
import { openSession } from '../run/session.ts';
import { startEndpoint } from '../run/start.ts';
import { say } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { errorTexts, gapAfter, spoken } from '../terminal/language.ts';
import type { Output } from '../terminal/output.ts';
import { stopRequested } from '../terminal/signals.ts';

const words = () => spoken('sending', sending).send;
const valuesWords = () => spoken('values', values);
const printingWords = () => spoken('printing', printing);

interface SendOptions extends PayloadChoices, OptionFlags, TlsFlags, DialFlags, VariableChoices {
	readonly template?: boolean;
	readonly wait: number;
	readonly end?: boolean;
	readonly json?: boolean;
	readonly capture?: string | undefined;
	readonly repeat?: number;
	readonly count?: number;
	readonly file?: string;
	readonly datagram: number;
}

/** Prints the answer unchanged. */
function printAnswer(event: PrintedEvent, output: Output): void {
	if (event.event === 'data' && event.direction === 'in') output.bytes(Buffer.from(event.bytes));
}

/** A failure, and the sentence that its text is or contains. */
interface Failure {
	readonly message: string;
	readonly says?: Sentence | undefined;
}

/** The failure in an event; undefined for other events. */
function failureIn(event: PrintedEvent): Failure | undefined {
	if (event.event === 'error') {
		const message = event.message ?? event.errno;
		return message === undefined ? undefined : { message, says: event.says };
	}
	if (event.event !== 'reset' || event.direction !== 'in') return undefined;
	return event.message?.includes('ECONNRESET')
		? { message: event.message, says: event.says }
		: { message: words().reset };
}

/** A failure in words, with what to check for the system's code in its text. */
function failureLine({ message: written, says }: Failure, target: string): string {
	const { message } = errorTexts({ message: written, details: { says } });
	const { errno } = systemError(written);
	const meaning = errno === undefined ? undefined : meaningOf(errno);
	if (meaning === undefined) return message;
	const asked = { verb: 'write to', target } as const;
	const { hint = '' } = errorTexts({
		message: '',
		details: { hint: meaning.hint(asked), says: saidBy(meaning, asked) },
	});
	return `${message}${gapAfter(message)}${hint}`;
}

function isPeerDone(event: PrintedEvent): boolean {
	return event.event === 'close' || (event.event === 'end' && event.direction === 'in');
}

/** The sentence for conflicting options; undefined when there are none. */
function misuse(text: string | undefined, { file, repeat, count }: SendOptions): string | undefined {
	if (file !== undefined && text !== undefined) return words().textAndFile;
	if (file === undefined && text === undefined) return words().nothing;
	return count !== undefined && repeat === undefined ? words().countAlone : undefined;
}

/** What the command sends. */
async function workOf(text: string | undefined, options: SendOptions): Promise<Work> {
	const { file, repeat, count = 0, datagram, template } = options;
	if (file !== undefined) return { type: 'file', path: file, datagramBytes: datagram };
	if (template) {
		const message = await readMessage(text ?? '', options, options.var);
		return repeat === undefined
			? { type: 'template', message }
			: { type: 'repeat-template', message, intervalMs: repeat, count };
	}
	const bytes = await readPayload(text ?? '', options);
	return repeat === undefined ? { type: 'message', bytes } : { type: 'repeat', bytes, intervalMs: repeat, count };
}

/** Connects, sends, and prints the answer until the peer ends or the timeout is over; returns the exit code. */
async function send(target: string, text: string | undefined, options: SendOptions): Promise<number> {
	const { url, secure } = parseStreamUrl(target, 1);
	const work = await workOf(text, options);
	const config = await withTls(withOptions(sendConfig(url, options), options), secure, options);
	const peerDone = Promise.withResolvers<void>();
	let failure: Failure | undefined;
	const session = await openSession({
		capture: options.capture,
		variables: options.var,
		quiet: false,
		print: (event, output) => {
			if (options.json) output.lines(formatJson(event));
			else printAnswer(event, output);
		},
		isResult: true,
		see: (event) => {
			failure ??= failureIn(event);
			if (failure !== undefined || isPeerDone(event)) peerDone.resolve();
		},
	});
	session.output.decodeAs(charsetOf(options));
	const stop = stopRequested();
	try {
		const { id } = session.engine.create(config);
		const over = Promise.race([stop, session.readerGone]);
		if (await startEndpoint(session.engine, id, over)) await doWork(session.engine, id, work, over);
		if (options.end)
			for (const { id: connection } of session.engine.connections()) session.engine.endConnection(connection);
	} catch (error) {
		await session.abandon();
		throw error;
	}
	const timer = Promise.withResolvers<void>();
	const timeout = setTimeout(timer.resolve, options.wait);
	await Promise.race([timer.promise, peerDone.promise, stop, session.readerGone]);
	clearTimeout(timeout);
	const { code } = await session.finish();
	await session.output.drained();
	if (failure === undefined) return code;
	say(failureLine(failure, target));
	return EXIT.failed;
}

function milliseconds(text: string): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value <= LIMITS.delayMs) return value;
	throw new InvalidArgumentError(valuesWords().milliseconds(LIMITS.delayMs));
}

function times(text: string): number {
	if (/^\d{1,12}$/.test(text)) return Number(text);
	throw new InvalidArgumentError(valuesWords().wholeOrEndless);
}

function datagramBytes(text: string): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= 1 && value <= LIMITS.datagramBytes) return value;
	throw new InvalidArgumentError(valuesWords().wholeRange(1, LIMITS.datagramBytes));
}

export function addSend(program: Command, done: (code: number) => void): void {
	const texts = words();
	const command = program
		.command('send')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<url>', streamUrlHelp())
		.argument('[text]', texts.text)
		.addOption(new Option('--hex', texts.hex).conflicts(['escaped', 'base64']))
		.option('--escaped', texts.escaped)
		.addOption(new Option('--base64', texts.base64).conflicts('escaped'))
		.addOption(new Option('--charset <label>', texts.charset).argParser(parseCharset).conflicts(['hex', 'base64']))
		.addOption(new Option('--checksum <which>', texts.checksum).choices(CHECKSUMS))
		.addOption(new Option('--line-ending <which>', texts.lineEnding).choices(LINE_ENDINGS).default('none'))
		.addOption(new Option('--template', texts.template).conflicts('file'))
		.addOption(new Option('--repeat <ms>', texts.repeat).argParser(milliseconds).conflicts('file'))
		.option('--count <n>', texts.count, times)
		.option('--file <path>', texts.file)
		.option('--datagram <bytes>', texts.datagram, datagramBytes, 1024)
		.option('--wait <ms>', texts.wait, milliseconds, 1000)
		.option('--end', texts.end)
		.option('--json', texts.json)
		.option('--capture <dir>', printingWords().capture);
	addVariableOption(addDialFlags(addTlsFlags(addOptionFlags(command), 'client'))).action(
		async (target: string, text: string | undefined, options: SendOptions) => {
			const wrong = misuse(text, options);
			if (wrong !== undefined) command.error(wrong);
			done(await send(target, text, options));
		},
	);
}
