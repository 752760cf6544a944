import { type Command, InvalidArgumentError, Option } from 'commander';
import {
	GENERATOR_FRAMINGS,
	type GeneratorFraming,
	type GeneratorRun,
	generatorPlanSchema,
} from '../../../../common/contract/calls/generator.ts';
import { isDatagram } from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { sending } from '../../../../common/words/en/cli/sending.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { addDialFlags, type DialFlags } from '../flags/dial-flags.ts';
import { addOptionFlags, type OptionFlags, withOptions } from '../flags/option-flags.ts';
import { sendConfig } from '../flags/send-config.ts';
import { addTlsFlags, type TlsFlags, withTls } from '../flags/tls-flags.ts';
import { parseStreamUrl } from '../flags/tls-url.ts';
import { streamUrlHelp } from '../flags/url.ts';
import type { PrintedEvent } from '../output/event.ts';
import { formatJson, textFormat } from '../output/format.ts';
import { openSession, type Session } from '../run/session.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { spoken } from '../terminal/language.ts';
import { stopRequested } from '../terminal/signals.ts';

const words = () => spoken('sending', sending).generate;
const valuesWords = () => spoken('values', values);
const printingWords = () => spoken('printing', printing);

interface GenerateOptions extends TlsFlags, DialFlags, OptionFlags {
	readonly rate: number;
	readonly count: number;
	readonly size: number;
	readonly text?: string;
	readonly framing: GeneratorFraming;
	readonly stream?: number;
	readonly json?: boolean;
	readonly capture?: string | undefined;
}

/** Milliseconds between two progress lines. */
const PROGRESS_MS = 1000;
/** Milliseconds for the other end of a stream to close it once all is sent. */
const END_MS = 2000;

function planOf({ text, rate, count, size, framing, stream }: GenerateOptions) {
	const numbering = text === undefined ? undefined : { type: 'text', text };
	return validated(generatorPlanSchema, { rate, count, size, framing, stream, numbering });
}

/** Lets the other end of a stream read to its end: closing at once might reset it. */
async function endStreams({ engine }: Session, closed: Promise<void>): Promise<void> {
	const streams = engine.connections();
	for (const { id } of streams) engine.endConnection(id);
	const late = Promise.withResolvers<void>();
	const timer = setTimeout(late.resolve, END_MS);
	if (streams.length > 0) await Promise.race([closed, late.promise]);
	clearTimeout(timer);
}

/** Sends numbered messages until all are sent or it is interrupted; returns the exit code. */
async function generate(target: string, options: GenerateOptions): Promise<number> {
	const { url, secure } = parseStreamUrl(target, 1);
	const plan = planOf(options);
	const config = await withTls(withOptions(sendConfig(url, options), options), secure, options);
	const format = options.json ? formatJson : textFormat();
	const closed = Promise.withResolvers<void>();
	const session = await openSession({
		capture: options.capture,
		quiet: true,
		print: (event: PrintedEvent, output) => {
			output.lines(format(event));
		},
		see: (event) => {
			if (event.event === 'close' || (event.event === 'end' && event.direction === 'in')) closed.resolve();
		},
	});
	const { engine, output } = session;
	const tell = (run: GeneratorRun): void => output.lines(format({ event: 'generator', ...run }));
	const stop = stopRequested();
	let progress: NodeJS.Timeout | undefined;
	let last: GeneratorRun;
	try {
		const { id: endpoint } = engine.create({ ...config, name: 'generator' });
		await engine.start(endpoint);
		const { id } = await engine.generate({ endpoint, plan });
		progress = setInterval(() => engine.generators().forEach(tell), PROGRESS_MS);
		const asked = Promise.race([stop, session.readerGone]).then(() => engine.stopGenerator(id));
		last = await Promise.race([engine.generatorEnded(id), asked]);
	} catch (error) {
		await session.abandon();
		throw error;
	} finally {
		clearInterval(progress);
	}
	if (last.status === 'done' && !isDatagram(config.kind)) await endStreams(session, closed.promise);
	const { counters, code } = await session.finish();
	tell(last);
	const { received, stored, dropped } = counters;
	output.lines(format({ event: 'summary', received, stored, dropped }));
	await output.drained();
	return last.status === 'failed' ? EXIT.failed : code;
}

function number(text: string): number {
	if (/^\d+([.]\d+)?$/.test(text)) return Number(text);
	throw new InvalidArgumentError(valuesWords().number);
}

export function addGenerate(program: Command, done: (code: number) => void): void {
	const texts = words();
	const command = program
		.command('generate')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<url>', streamUrlHelp())
		.option('--rate <n>', texts.rate, number, 1000)
		.option('--count <n>', texts.count, number, 0)
		.option('--size <bytes>', texts.size, number, 64)
		.option('--text <text>', texts.text)
		.addOption(new Option('--framing <how>', texts.framing).choices(GENERATOR_FRAMINGS).default('fixed'))
		.option('--stream <id>', texts.stream, number)
		.option('--json', printingWords().json)
		.option('--capture <dir>', printingWords().capture);
	addDialFlags(addTlsFlags(addOptionFlags(command), 'client')).action(
		async (target: string, options: GenerateOptions) => done(await generate(target, options)),
	);
}
