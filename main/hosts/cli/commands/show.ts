import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { charsetOf } from '../../../../common/payload/index.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { stored } from '../../../../common/words/en/cli/stored.ts';
import { type CaptureReading, showCapture } from '../../../app/captures/show.ts';
import { addCharsetOption, type CharsetChoice } from '../flags/charset.ts';
import { addFilterOption, type EventFilter } from '../flags/event-filter.ts';
import type { PrintedEvent } from '../output/event.ts';
import { formatJson, textFormat } from '../output/format.ts';
import { rowEvent } from '../output/row-event.ts';
import { openNamed } from '../run/named-capture.ts';
import { say, stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { spoken } from '../terminal/language.ts';
import type { Output } from '../terminal/output.ts';
import { stopRequested } from '../terminal/signals.ts';

const words = () => spoken('stored', stored).show;
const printingWords = () => spoken('printing', printing);

interface ShowOptions extends CharsetChoice {
	readonly json?: boolean;
	readonly quiet?: boolean;
	readonly filter?: EventFilter;
}

/** Prints the events of a capture as `listen` printed them; returns the exit code. */
async function show(path: string, options: ShowOptions): Promise<number> {
	const output = stdout();
	const over = new AbortController();
	const ended = Promise.race([output.ended, stopRequested()]).then(() => over.abort());
	const { capture, warnings, damaged, close } = await openNamed(() => showCapture(path, over.signal));
	try {
		say(...warnings);
		const charset = options.charset === undefined ? undefined : charsetOf(options);
		capture.readAs({ all: charset });
		const format = options.json
			? formatJson
			: textFormat({
					charset,
					apart: options.filter !== undefined,
				});
		for await (const rows of options.filter ? matches(capture, options.filter.text, ended) : all(capture)) {
			for (const row of rows) {
				if (over.signal.aborted) return EXIT.done;
				if (options.quiet && row.kind === 'data') continue;
				output.lines(format(await eventOf(capture, row)));
				if (output.saturated) await Promise.race([relief(output), ended]);
			}
		}
		await output.drained();
		say(...capture.damage());
		return damaged || capture.damage().length > 0 ? EXIT.failed : EXIT.done;
	} finally {
		await close();
	}
}

const relief = (output: Output): Promise<void> =>
	new Promise((resolve) => {
		const stop = output.onRelief(() => {
			stop();
			resolve();
		});
	});

/** For an event with damaged bytes, a note. */
async function eventOf(capture: CaptureReading, row: CaptureRow): Promise<PrintedEvent> {
	try {
		return rowEvent(row, await payload(capture, row));
	} catch (error) {
		if (!(error instanceof WirebenchError) || error.code !== 'disk') throw error;
		return rowEvent({ ...row, kind: 'note', direction: 'none', text: error.message }, row.preview);
	}
}

async function payload(capture: CaptureReading, { n, length, preview }: CaptureRow): Promise<Uint8Array> {
	return length <= preview.length ? preview : (await capture.bytes(n, 0, length)).bytes;
}

/** The events present at the start, in batches. */
async function* all(capture: CaptureReading): AsyncGenerator<CaptureRow[]> {
	const { first, stored } = capture.counters();
	for (let at = first; at < stored; at += LIMITS.rowsPerQuery) {
		yield await capture.rows(at, Math.min(LIMITS.rowsPerQuery, stored - at));
	}
}

/** The matches of a filter, once all events have been scanned. */
async function* matches(capture: CaptureReading, filter: string, ended: Promise<void>): AsyncGenerator<CaptureRow[]> {
	const looked = Promise.withResolvers<void>();
	const { stored } = capture.counters();
	const run = capture.follow('captureFilter', { filter }, ({ scanned, limited, error }) => {
		if (error !== undefined) looked.reject(WirebenchError.fromInfo(error));
		else if (limited || scanned >= stored) looked.resolve();
	});
	try {
		await Promise.race([looked.promise, ended]);
		for (let at = 0; ; at += LIMITS.rowsPerQuery) {
			const { rows } = await capture.call('captureRows', { filter, from: at, count: LIMITS.rowsPerQuery });
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
	const named = addCharsetOption(command, texts.charset);
	addFilterOption(named).action(async (path: string, options: ShowOptions) => done(await show(path, options)));
}
