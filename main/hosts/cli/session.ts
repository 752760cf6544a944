import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WirebenchError } from '../../../common/contract/errors.ts';
import type { WhenDiskFails } from '../../../common/contract/settings.ts';
import { defaultDataFolder, tlsFolder } from '../../app/data-folder.ts';
import { type CaptureCounters, createHeadless, type Engine } from '../../app/headless.ts';
import { type ChosenLimits, chosenBytes } from '../../app/run-limits.ts';
import { createCapturePipe } from './capture-pipe.ts';
import type { PrintedEvent } from './event.ts';
import type { EventFilter } from './event-filter.ts';
import { EXIT } from './exit.ts';
import { createOutput, type Output } from './output.ts';
import { createTap } from './tap.ts';
import { tellOfDisk } from './tell-of-disk.ts';
import { withTlsFacts } from './tls-note.ts';

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
	/** Puts an event on the output. */
	readonly print: (event: PrintedEvent, output: Output) => void;
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

function makeTemporary(): string {
	try {
		return mkdtempSync(join(tmpdir(), 'wirebench-'));
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
		throw new WirebenchError('disk', `No folder for the capture can be made in ${tmpdir()}.`, {
			errno: error.code,
			hint: 'Name one with --capture, or say by TMPDIR where there is room.',
		});
	}
}

/** A folder that is removed when the process ends, however it does short of being killed. */
function temporaryFolder(): string {
	const folder = makeTemporary();
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

export async function openSession(options: SessionOptions): Promise<Session> {
	const { capture, quiet, filter, print, whenDiskFails, limits } = options;
	if (capture === '') throw new WirebenchError('bad-input', '--capture names no folder.');
	const piped = capture === '-';
	const output = createOutput(piped ? process.stderr : process.stdout);
	const slow = (isSlow: boolean) => print(slowNote(isSlow), output);
	const stdout = piped ? createCapturePipe(process.stdout, slow) : undefined;
	const headless = await createHeadless({
		captureFolder: capture === undefined || piped ? temporaryFolder() : resolve(capture),
		whenDiskFails,
		tlsFolder: tlsFolder(defaultDataFolder()),
		...chosenBytes(limits),
		// What has been handed on is removed, a segment at a time.
		...(piped && { segmentBytes: PIPED_SEGMENT_BYTES }),
		tap: (sink) =>
			createTap(sink, {
				onOwnNote: (listener) => sink.onOwnNote(listener),
				output,
				print: (event) => print(withTlsFacts(event, headless.engine), output),
				pipe: stdout?.pipe,
				quiet,
				filter,
			}),
	});
	stdout?.pipe.attach(headless.capture, true);
	tellOfDisk(headless.capture, (event) => print(event, output));
	return {
		engine: headless.engine,
		output,
		readerGone: Promise.race([output.readerGone, ...(stdout ? [stdout.readerGone] : [])]),
		async finish() {
			const { counters, error: unstored } = await headless.finish();
			const unread = await stdout?.pipe.finish();
			const error = unstored ?? unread;
			// What was printed last comes out before whatever the command says at its end.
			await output.drained();
			if (error === undefined) return { counters, code: EXIT.done };
			process.stderr.write(`The capture is not complete: ${error.message}\n`);
			return { counters, code: EXIT.failed };
		},
		abandon: () => headless.close(),
	};
}
