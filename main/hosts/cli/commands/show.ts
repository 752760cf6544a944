import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CaptureRow, FilterState } from '../../../../common/contract/calls/capture.ts';
import type { ListedMessages } from '../../../../common/contract/config/listed-messages.ts';
import { charsetOf } from '../../../../common/payload/index.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { stored } from '../../../../common/words/en/cli/stored.ts';
import { type CaptureReading, showCapture } from '../../../app/captures/show.ts';
import { addFilterOption, type EventFilter } from '../decoded/event-filter.ts';
import { addDecodedOptions, type DecodedChoice } from '../decoded/options.ts';
import { addCharsetOption, type CharsetChoice } from '../flags/charset.ts';
import { addMessagesOption, listedBy, type MessagesChoice } from '../flags/messages.ts';
import { addCallsOptions, type CallsChoice, printCalls } from '../output/calls.ts';
import { DecodedPrint } from '../output/decoded-fields.ts';
import type { PrintedEvent } from '../output/event.ts';
import { formatJson, textFormat } from '../output/format.ts';
import { rowEvent } from '../output/row-event.ts';
import { openNamed } from '../run/named-capture.ts';
import { say, stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { spoken, warningTexts } from '../terminal/language.ts';
import type { Output } from '../terminal/output.ts';
import { stopRequested } from '../terminal/signals.ts';

const words = () => spoken('stored', stored).show;
const printingWords = () => spoken('printing', printing);

interface ShowOptions extends CharsetChoice, MessagesChoice, DecodedChoice, CallsChoice {
	readonly json?: boolean;
	readonly quiet?: boolean;
	readonly filter?: EventFilter;
}

/** Prints the events of a capture as `listen` printed them; returns the exit code. */
async function show(path: string, options: ShowOptions): Promise<number> {
	const messages = listedBy(options);
	const output = stdout();
	const over = new AbortController();
	const ended = Promise.race([output.ended, stopRequested()]).then(() => over.abort());
	const { capture, warnings, damaged, close } = await openNamed(() => showCapture(path, over.signal));
	try {
		say(...warningTexts(warnings));
		if (options.calls !== undefined) {
			const { filter, decode, columns } = options;
			if ([filter, messages, decode, columns].some((one) => one !== undefined)) {
				throw new WirebenchError('bad-input', words().callsAlone);
			}
			await printCalls(capture, options, output, ended);
			return await finished(capture, damaged, output);
		}
		const charset = options.charset === undefined ? undefined : charsetOf(options);
		const decoded = new DecodedPrint(capture, options);
		capture.readAs({ all: charset, ...decoded.readAs });
		const format = options.json
			? formatJson
			: textFormat({
					charset,
					apart: options.filter !== undefined || messages !== undefined,
				});
		const list = { messages, ...decoded.fields };
		for await (const rows of rowsOf(capture, list, options.filter?.text, ended)) {
			for (const row of rows) {
				if (over.signal.aborted) return EXIT.done;
				if (options.quiet && row.kind === 'data') continue;
				const event = await eventOf(capture, messages, row);
				output.lines(
					options.json ? format(await decoded.withParts(row, event)) : [...format(event), ...decoded.lines(row)],
				);
				if (output.saturated) await Promise.race([relief(output), ended]);
			}
		}
		return await finished(capture, damaged, output);
	} finally {
		await close();
	}
}

async function finished(capture: CaptureReading, damaged: boolean, output: Output): Promise<number> {
	await output.drained();
	say(...warningTexts(capture.damage()));
	return damaged || capture.damage().length > 0 ? EXIT.failed : EXIT.done;
}

const relief = (output: Output): Promise<void> =>
	new Promise((resolve) => {
		const stop = output.onRelief(() => {
			stop();
			resolve();
		});
	});

/** For an event with damaged bytes, a note. */
async function eventOf(
	capture: CaptureReading,
	messages: ListedMessages | undefined,
	row: CaptureRow,
): Promise<PrintedEvent> {
	try {
		return rowEvent(row, await payload(capture, messages, row));
	} catch (error) {
		if (!(error instanceof WirebenchError) || error.code !== 'disk') throw error;
		return rowEvent({ ...row, kind: 'note', direction: 'none', text: error.message }, row.preview);
	}
}

async function payload(
	capture: CaptureReading,
	messages: ListedMessages | undefined,
	{ n, item = n, length, preview }: CaptureRow,
): Promise<Uint8Array> {
	if (length <= preview.length) return preview;
	return (await capture.call('captureBytes', { messages, n: item, offset: 0, length })).bytes;
}

/** The list that rows are of, and the decoded fields that they are read with. */
interface Listed {
	readonly messages?: ListedMessages | undefined;
	readonly fields?: string[];
}

/** The rows to print, in batches. */
function rowsOf(
	capture: CaptureReading,
	list: Listed,
	filter: string | undefined,
	ended: Promise<void>,
): AsyncGenerator<CaptureRow[]> {
	const { messages } = list;
	if (filter !== undefined) {
		return scanned(capture, { ...list, filter }, ended, (changed) =>
			capture.follow('captureFilter', { messages, filter }, changed),
		);
	}
	if (messages === undefined) return all(capture, list);
	return scanned(capture, list, ended, (changed) => capture.follow('captureMessages', { messages }, changed));
}

/** The events present at the start. */
async function* all(capture: CaptureReading, list: Listed): AsyncGenerator<CaptureRow[]> {
	const { first, stored } = capture.counters();
	for (let at = first; at < stored; at += LIMITS.rowsPerQuery) {
		const count = Math.min(LIMITS.rowsPerQuery, stored - at);
		yield (await capture.call('captureRows', { ...list, from: at, count })).rows;
	}
}

type Progress = Pick<FilterState, 'scanned' | 'error'> & Partial<Pick<FilterState, 'limited'>>;

/** The rows of a list that a topic makes, once it has scanned all events that were present at the start. */
async function* scanned(
	capture: CaptureReading,
	list: Listed & { readonly filter?: string },
	ended: Promise<void>,
	follow: (changed: (state: Progress) => void) => { dispose(): void },
): AsyncGenerator<CaptureRow[]> {
	const looked = Promise.withResolvers<void>();
	const { stored } = capture.counters();
	const run = follow(({ scanned: done, limited = false, error }) => {
		if (error !== undefined) looked.reject(WirebenchError.fromInfo(error));
		else if (limited || done >= stored) looked.resolve();
	});
	try {
		await Promise.race([looked.promise, ended]);
		for (let at = 0; ; at += LIMITS.rowsPerQuery) {
			const { rows } = await capture.call('captureRows', { ...list, from: at, count: LIMITS.rowsPerQuery });
			if (rows.length === 0) return;
			yield rows;
		}
	} finally {
		run.dispose();
	}
}

export function addShow(program: Command, done: (code: number) => void): void {
	const texts = words();
	const command = program
		.command('show')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<path>', printingWords().captureFolder)
		.option('--json', texts.json)
		.option('--quiet', printingWords().quiet);
	const named = addCallsOptions(addMessagesOption(addDecodedOptions(addCharsetOption(command, texts.charset))));
	addFilterOption(named).action(async (path: string, options: ShowOptions) => done(await show(path, options)));
}
