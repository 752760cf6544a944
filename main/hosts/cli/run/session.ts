import { resolve } from 'node:path';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { WhenDiskFails } from '../../../../common/contract/calls/settings.ts';
import type { Variables } from '../../../../common/payload/saved.ts';
import { defaultDataFolder, tlsFolder } from '../../../app/folders/data-folder.ts';
import { makeTemporaryFolder } from '../../../app/folders/temporary-folder.ts';
import { type CaptureCounters, createHeadless, type Engine } from '../../../app/headless.ts';
import { type ChosenLimits, chosenBytes } from '../../../app/settings/run-limits.ts';
import type { EventFilter } from '../flags/event-filter.ts';
import { createCapturePipe } from '../output/capture-pipe.ts';
import type { PrintedEvent } from '../output/event.ts';
import { createTap } from '../output/tap.ts';
import { tellOfDisk } from '../output/tell-of-disk.ts';
import { withTlsFacts } from '../output/tls-note.ts';
import { captureExit } from '../terminal/capture-exit.ts';
import { stderr, stdout } from '../terminal/console.ts';
import type { Output } from '../terminal/output.ts';

export interface SessionOptions {
	/**
	 * Folder of the capture. Absent: a temporary one that is removed when the process ends. `-`: a temporary one that is
	 * written to stdout as it grows, while all other output goes to stderr.
	 */
	readonly capture?: string | undefined;
	/** What TCP does while the disk cannot be written. Default: it waits. */
	readonly whenDiskFails?: WhenDiskFails | undefined;
	/** The size limits of the capture. */
	readonly limits?: ChosenLimits;
	/** Values for `{{var NAME}}` in templates. */
	readonly variables?: Variables | undefined;
	/** Folder in which relative paths of configs begin. Absent: the working directory. */
	readonly pathFolder?: string | undefined;
	/** Prints no `data` events. */
	readonly quiet: boolean;
	/** Prints only matches. */
	readonly filter?: EventFilter | undefined;
	/** Receives every event, printed or not. */
	readonly see?: (event: PrintedEvent) => void;
	/** Prints an event. */
	readonly print: (event: PrintedEvent, output: Output) => void;
	/**
	 * The output is the requested result and must be complete: TCP waits for its reader. Otherwise printing blocks
	 * nothing, and events beyond a slow reader's buffer are skipped and counted.
	 */
	readonly isResult?: boolean;
}

/** An engine, its capture and stdout, wired for one run of a command. */
export interface Session {
	readonly engine: Engine;
	readonly output: Output;
	/** Resolves when the reader of the output, or of the capture, has closed. */
	readonly readerGone: Promise<unknown>;
	/** Stops every endpoint and stores the rest; returns the final counters and an exit code. */
	finish(): Promise<{ counters: CaptureCounters; code: number }>;
	/** The same for a command that has failed already. */
	abandon(): Promise<void>;
}

const PIPED_SEGMENT_BYTES = 16 << 20;

/** The note about a reader of the capture. */
function slowNote(isSlow: boolean): PrintedEvent {
	const message = isSlow
		? 'The reader of the capture is behind: TCP connections wait for it.'
		: 'The reader of the capture has caught up.';
	return { event: 'note', endpoint: '', message, time: new Date().toISOString() };
}

function leftOutNote(count: number): PrintedEvent {
	const message = `${count} events were left out here: who reads this is too slow. They were captured.`;
	return { event: 'note', endpoint: '', message, time: new Date().toISOString() };
}

export async function openSession(options: SessionOptions): Promise<Session> {
	const { capture, quiet, filter, whenDiskFails, limits, variables } = options;
	if (capture === '') throw new WirebenchError('bad-input', '--capture names no folder.');
	const piped = capture === '-';
	if (piped && stdout().isTerminal) {
		throw new WirebenchError(
			'bad-input',
			'A terminal cannot show a capture: pipe it, as in "--capture - | wireshark -k -i -".',
		);
	}
	const output = piped ? stderr() : stdout();
	const emit = (event: PrintedEvent): void => {
		options.see?.(event);
		output.offer(() => options.print(event, output));
	};
	const noteLeftOut = (): void => {
		const count = output.takeLeftOut();
		if (count > 0) options.print(leftOutNote(count), output);
	};
	output.onRelief(noteLeftOut);
	const pipe = piped ? createCapturePipe(stdout(), (isSlow) => emit(slowNote(isSlow))) : undefined;
	const headless = await createHeadless({
		captureFolder:
			capture === undefined || piped
				? (await makeTemporaryFolder('the capture', 'Name one with --capture')).path
				: resolve(capture),
		whenDiskFails,
		variables: variables && (() => variables),
		tlsFolder: tlsFolder(defaultDataFolder()),
		pathFolder: options.pathFolder,
		...chosenBytes(limits),
		// Piped data is removed, a segment at a time.
		...(piped && { segmentBytes: PIPED_SEGMENT_BYTES }),
		tap: (sink) =>
			createTap(sink, {
				onOwnNote: (listener) => sink.onOwnNote(listener),
				print: (event) => emit(withTlsFacts(event, headless.engine)),
				holding: [...(pipe ? [pipe] : []), ...(options.isResult ? [output] : [])],
				quiet,
				filter,
			}),
	});
	pipe?.attach(headless.capture, true);
	tellOfDisk(headless.capture, emit);
	return {
		engine: headless.engine,
		output,
		readerGone: piped ? Promise.race([output.ended, stdout().ended]) : output.ended,
		async finish() {
			const { counters, error: unstored } = await headless.finish();
			const unread = await pipe?.finish();
			const error = unstored ?? unread;
			noteLeftOut();
			// Earlier output is written before the command's last lines.
			await output.drained();
			return { counters, code: captureExit(error) };
		},
		abandon: () => headless.close(),
	};
}
