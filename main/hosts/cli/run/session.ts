import { resolve } from 'node:path';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { WhenDiskFails } from '../../../../common/contract/calls/settings.ts';
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
import { say, stderr, stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit.ts';
import type { Output } from '../terminal/output.ts';

export interface SessionOptions {
	/**
	 * Folder of the capture. Absent: a temporary one that is gone when the process ends. `-`: such a one, which goes to stdout
	 * as it is written, while all that is printed goes to stderr.
	 */
	readonly capture?: string | undefined;
	/** What TCP does while the disk takes nothing. Default: it waits. */
	readonly whenDiskFails?: WhenDiskFails | undefined;
	/** How large the capture may become. */
	readonly limits?: ChosenLimits;
	/** Prints no `data` events. */
	readonly quiet: boolean;
	/** Prints only what it lets through. */
	readonly filter?: EventFilter | undefined;
	/** Sees every event, whether or not it is printed. */
	readonly see?: (event: PrintedEvent) => void;
	/** Puts an event on the output. */
	readonly print: (event: PrintedEvent, output: Output) => void;
	/**
	 * What is printed is what was asked for, and is to be whole: TCP waits for who reads it. Otherwise printing holds nothing, and
	 * what a slow reader has no room for is left out and counted.
	 */
	readonly isResult?: boolean;
}

/** An engine, its capture and stdout, wired for one run of a command. */
export interface Session {
	readonly engine: Engine;
	readonly output: Output;
	/** Resolves when who reads the output, or the capture, has gone. */
	readonly readerGone: Promise<unknown>;
	/** Stops every endpoint and stores what is left; gives the final counters and an exit code. */
	finish(): Promise<{ counters: CaptureCounters; code: number }>;
	/** The same for a command that has failed already. */
	abandon(): Promise<void>;
}

const PIPED_SEGMENT_BYTES = 16 << 20;

/** What is said of a reader of the capture. */
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
	const { capture, quiet, filter, whenDiskFails, limits } = options;
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
		tlsFolder: tlsFolder(defaultDataFolder()),
		...chosenBytes(limits),
		// What has been handed on is removed, a segment at a time.
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
			// What was printed last comes out before whatever the command says at its end.
			await output.drained();
			if (error === undefined) return { counters, code: EXIT.done };
			say(`The capture is not complete: ${error.message}`);
			return { counters, code: EXIT.failed };
		},
		abandon: () => headless.close(),
	};
}
