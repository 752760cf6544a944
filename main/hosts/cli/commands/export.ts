import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ErrorInfo, WirebenchError } from '../../../../common/contract/base/errors.ts';
import { EXPORT_FORMATS, type ExportFormat, isListFormat } from '../../../../common/contract/calls/exports.ts';
import { charsetOf } from '../../../../common/payload/index.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { stored } from '../../../../common/words/en/cli/stored.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { exportStored } from '../../../app/exports/export-stored.ts';
import { addFilterOption, type EventFilter } from '../decoded/event-filter.ts';
import { addColumnsOption, type ColumnsChoice } from '../decoded/options.ts';
import { addCharsetOption, type CharsetChoice } from '../flags/charset.ts';
import { addMessagesOption, listedBy, type MessagesChoice } from '../flags/messages.ts';
import { openNamed } from '../run/named-capture.ts';
import { say, stderr, stdout } from '../terminal/console.ts';
import { describeError, OutputError } from '../terminal/exit.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { spoken, warningTexts } from '../terminal/language.ts';
import { stopRequested } from '../terminal/signals.ts';

const words = () => spoken('stored', stored).export;
const printingWords = () => spoken('printing', printing);
const valuesWords = () => spoken('values', values);

interface ExportOptions extends CharsetChoice, MessagesChoice, ColumnsChoice {
	readonly format: ExportFormat;
	readonly filter?: EventFilter;
	readonly connection?: number;
	readonly direction?: 'in' | 'out';
	readonly first?: number;
	readonly last?: number;
	readonly joined?: boolean;
	readonly output: string;
	readonly force?: boolean;
}

/** Formats that are not written to a terminal. */
const BINARY: readonly ExportFormat[] = ['pcapng', 'raw'];

/** Writes a stored capture as a file of another format; returns the exit code. */
async function exportCapture(path: string, options: ExportOptions): Promise<number> {
	const { format, filter, connection, direction, first, last, joined = false, output, force = false } = options;
	const messages = listedBy(options);
	if (messages !== undefined && !isListFormat(format)) throw new WirebenchError('bad-input', words().readsOnly(format));
	const toStdout = output === '-';
	if (toStdout && stdout().isTerminal && BINARY.includes(format)) {
		throw new WirebenchError('bad-input', words().toTerminal(format));
	}
	const stop = new AbortController();
	const readerGone = new AbortController();
	void stopRequested().then(() => stop.abort());
	const from = (first ?? 1) - 1;
	const range = { from, to: Math.max(from, last ?? Number.MAX_SAFE_INTEGER) };
	let isDamaged = false;
	// The reader sets our pace.
	void stdout().ended.then(() => readerGone.abort());
	const exported = exportStored({
		path,
		format,
		joined,
		readAs: {
			all: options.charset === undefined ? undefined : charsetOf(options),
			structures: options.structure ?? [],
		},
		scope: {
			range,
			...(messages && { messages }),
			...(filter && { filter: filter.text }),
			...(connection !== undefined && { connection }),
			...(direction && { direction }),
			...(options.columns && { fields: [...options.columns] }),
		},
		target: toStdout ? { take: (chunk) => stdout().give(chunk) } : { path: resolve(output), replace: force },
		signal: AbortSignal.any([stop.signal, readerGone.signal]),
		onWarnings: (warnings, damaged) => {
			isDamaged = damaged;
			say(...warningTexts(warnings));
		},
		onProgress: ({ done, bytes }, total) => stderr().status(words().progress(done, total, bytes)),
	});
	const end = await openNamed(() => exported);
	stderr().status('');
	// `| head`: a reader that closes is no failure, and a full disk is reported at the end.
	if (readerGone.signal.aborted) return EXIT.done;
	if (end.state === 'failed') throw failure(end.error, toStdout);
	if (end.state === 'cancelled') {
		say(words().cancelled);
		return EXIT.failed;
	}
	const { events, bytes } = end.counts;
	say(...warningTexts(end.damage));
	say(toStdout ? words().done(events, bytes) : words().doneIn(events, bytes, output));
	return isDamaged || end.damage.length > 0 ? EXIT.failed : EXIT.done;
}

/** Why there is no file. On the command line an option permits replacing one. */
function failure(error: ErrorInfo, toStdout: boolean): Error {
	const { code, details } = error;
	if (details.errno === 'EEXIST') {
		return WirebenchError.fromInfo({ ...error, details: { says: details.says, hint: words().existing } });
	}
	const plain = WirebenchError.fromInfo(error);
	return code === 'disk' && !toStdout ? new OutputError(describeError(plain).join(' ')) : plain;
}

function number(text: string): number {
	if (/^[1-9]\d{0,15}$/.test(text)) return Number(text);
	throw new InvalidArgumentError(valuesWords().wholeFrom(1));
}

export function addExport(program: Command, done: (code: number) => void): void {
	const texts = words();
	const command = program
		.command('export')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<path>', printingWords().captureFolder)
		.addOption(new Option('--format <format>', texts.format).choices(EXPORT_FORMATS).makeOptionMandatory())
		.option('--connection <n>', texts.connection, number)
		.addOption(new Option('--direction <way>', texts.direction).choices(['in', 'out']))
		.option('--first <n>', texts.first, number)
		.option('--last <n>', texts.last, number)
		.option('--joined', texts.joined)
		.option('-o, --output <file>', printingWords().output, '-')
		.option('--force', printingWords().force);
	const named = addMessagesOption(addColumnsOption(addCharsetOption(command, spoken('stored', stored).show.charset)));
	addFilterOption(named).action(async (path: string, options: ExportOptions) =>
		done(await exportCapture(path, options)),
	);
}
