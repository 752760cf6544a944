import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { WirebenchError } from '../../../common/contract/errors.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../common/contract/exports.ts';
import { exportStored } from '../../app/export-stored.ts';
import { addFilterOption, type EventFilter } from './event-filter.ts';
import { EXIT } from './exit.ts';
import { stopRequested } from './signals.ts';

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

/** Formats that a terminal does not take. */
const BINARY: readonly ExportFormat[] = ['pcapng', 'raw'];

/** Stdout as a target: the reader's pace is ours, and `readerGone` is aborted when it goes away. */
function stdoutTarget(readerGone: AbortController) {
	let broken = false;
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		broken = true;
		readerGone.abort();
	});
	return {
		take: (chunk: Uint8Array) =>
			new Promise<void>((taken) => {
				if (broken) taken();
				else process.stdout.write(chunk, () => taken());
			}),
	};
}

/** A line on a terminal that is written over, and gone at the end. */
function progressLine() {
	const { isTTY } = process.stderr;
	return {
		show: (text: string) => void (isTTY && process.stderr.write(`\r\x1b[K${text}`)),
		clear: () => void (isTTY && process.stderr.write('\r\x1b[K')),
	};
}

/** Writes a stored capture as a file of another kind; gives the exit code. */
async function exportCapture(path: string, options: ExportOptions): Promise<number> {
	const { format, filter, connection, direction, first, last, joined = false, output, force = false } = options;
	const toStdout = output === '-';
	if (toStdout && process.stdout.isTTY && BINARY.includes(format)) {
		throw new WirebenchError('bad-input', `A terminal cannot show ${format}: name a file with -o.`);
	}
	const stop = new AbortController();
	const readerGone = new AbortController();
	void stopRequested().then(() => stop.abort());
	const from = (first ?? 1) - 1;
	const range = { from, to: Math.max(from, last ?? Number.MAX_SAFE_INTEGER) };
	const progress = progressLine();
	const end = await exportStored({
		path,
		format,
		joined,
		scope: {
			range,
			...(filter && { filter: filter.text }),
			...(connection !== undefined && { connection }),
			...(direction && { direction }),
		},
		target: toStdout ? stdoutTarget(readerGone) : { path: resolve(output), replace: force },
		signal: AbortSignal.any([stop.signal, readerGone.signal]),
		onWarnings: (warnings) => {
			for (const warning of warnings) process.stderr.write(`${warning}\n`);
		},
		onProgress: ({ done, bytes }, total) => progress.show(`${done} of ${total} events, ${bytes} bytes`),
	});
	progress.clear();
	// `| head`: who has read enough is not told of a failure.
	if (readerGone.signal.aborted) return EXIT.done;
	if (end.state === 'failed') throw WirebenchError.fromInfo(withWayOut(end.error));
	if (end.state === 'cancelled') {
		process.stderr.write('The export was cancelled; nothing was left behind.\n');
		return EXIT.failed;
	}
	const { events, bytes } = end.counts;
	process.stderr.write(`${events} events, ${bytes} bytes${toStdout ? '' : `: ${output}`}\n`);
	return EXIT.done;
}

/** On the command line a file is replaced by saying so. */
function withWayOut(error: ReturnType<WirebenchError['toInfo']>): ReturnType<WirebenchError['toInfo']> {
	if (error.details.errno !== 'EEXIST') return error;
	return { ...error, details: { hint: 'Add --force to replace it.' } };
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
		.addOption(new Option('--direction <way>', 'only what came in, or went out').choices(['in', 'out']))
		.option('--first <n>', 'number of the first event, from 1', number)
		.option('--last <n>', 'number of the last event', number)
		.option('--joined', 'with c: one array for all events')
		.option('-o, --output <file>', 'where to write; - is stdout', '-')
		.option('--force', 'replace a file that is there');
	addFilterOption(command).action(async (path: string, options: ExportOptions) =>
		done(await exportCapture(path, options)),
	);
}
