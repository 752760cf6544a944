import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ErrorInfo, WirebenchError } from '../../../../common/contract/base/errors.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../../common/contract/calls/exports.ts';
import { exportStored } from '../../../app/exports/export-stored.ts';
import { addFilterOption, type EventFilter } from '../flags/event-filter.ts';
import { openNamed } from '../run/named-capture.ts';
import { say, stderr, stdout } from '../terminal/console.ts';
import { describeError, OutputError } from '../terminal/exit.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { stopRequested } from '../terminal/signals.ts';

interface ExportOptions {
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
	const toStdout = output === '-';
	if (toStdout && stdout().isTerminal && BINARY.includes(format)) {
		throw new WirebenchError('bad-input', `A terminal cannot show ${format}: name a file with -o.`);
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
		scope: {
			range,
			...(filter && { filter: filter.text }),
			...(connection !== undefined && { connection }),
			...(direction && { direction }),
		},
		target: toStdout ? { take: (chunk) => stdout().give(chunk) } : { path: resolve(output), replace: force },
		signal: AbortSignal.any([stop.signal, readerGone.signal]),
		onWarnings: (warnings, damaged) => {
			isDamaged = damaged;
			say(...warnings);
		},
		onProgress: ({ done, bytes }, total) => stderr().status(`${done} of ${total} events, ${bytes} bytes`),
	});
	const end = await openNamed(() => exported);
	stderr().status('');
	// `| head`: a reader that closes is no failure, and a full disk is reported at the end.
	if (readerGone.signal.aborted) return EXIT.done;
	if (end.state === 'failed') throw failure(end.error, toStdout);
	if (end.state === 'cancelled') {
		say('The export was cancelled; nothing was left behind.');
		return EXIT.failed;
	}
	const { events, bytes } = end.counts;
	say(...end.damage);
	say(`${events} events, ${bytes} bytes${toStdout ? '' : `: ${output}`}`);
	return isDamaged || end.damage.length > 0 ? EXIT.failed : EXIT.done;
}

/** Why there is no file. On the command line an option permits replacing one. */
function failure(error: ErrorInfo, toStdout: boolean): Error {
	const { code, details } = error;
	if (details.errno === 'EEXIST') {
		return WirebenchError.fromInfo({ ...error, details: { hint: 'Add --force to replace it.' } });
	}
	const plain = WirebenchError.fromInfo(error);
	return code === 'disk' && !toStdout ? new OutputError(describeError(plain).join(' ')) : plain;
}

function number(text: string): number {
	if (/^[1-9]\d{0,15}$/.test(text)) return Number(text);
	throw new InvalidArgumentError('It is a whole number from 1.');
}

export function addExport(program: Command, done: (code: number) => void): void {
	const command = program
		.command('export')
		.summary('write a stored capture as pcapng, JSON lines, CSV, text, raw bytes or C')
		.description(
			'Writes the events of a capture folder, or of a capture file, as another kind of file. What is there is not touched.',
		)
		.argument('<path>', 'a capture folder, or a pcapng or pcap file')
		.addOption(new Option('--format <format>', 'what to write').choices(EXPORT_FORMATS).makeOptionMandatory())
		.option('--connection <n>', 'only events of this connection', number)
		.addOption(new Option('--direction <way>', 'only received, or only sent data').choices(['in', 'out']))
		.option('--first <n>', 'number of the first event, from 1', number)
		.option('--last <n>', 'number of the last event', number)
		.option('--joined', 'with c: one array for all events')
		.option('-o, --output <file>', 'where to write; - is stdout', '-')
		.option('--force', 'replace a file that is there');
	addFilterOption(command).action(async (path: string, options: ExportOptions) =>
		done(await exportCapture(path, options)),
	);
}
