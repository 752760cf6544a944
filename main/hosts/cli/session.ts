import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WirebenchError } from '../../../common/contract/errors.ts';
import type { WhenDiskFails } from '../../../common/contract/settings.ts';
import { type CaptureCounters, createHeadless, type Engine } from '../../app/headless.ts';
import type { PrintedEvent } from './event.ts';
import type { EventFilter } from './event-filter.ts';
import { EXIT } from './exit.ts';
import { createOutput, type Output } from './output.ts';
import { createTap } from './tap.ts';

export interface SessionOptions {
	/** Folder of the capture. Absent: a temporary one that is gone when the process ends. */
	readonly capture?: string | undefined;
	/** What TCP does while the disk takes nothing. Default: it waits. */
	readonly whenDiskFails?: WhenDiskFails | undefined;
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
	/** Stops every endpoint and stores what is left; gives the final counters and an exit code. */
	finish(): Promise<{ counters: CaptureCounters; code: number }>;
	/** The same for a command that has failed already. */
	abandon(): Promise<void>;
}

/** A folder that is removed when the process ends, however it does short of being killed. */
function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

export async function openSession({ capture, quiet, filter, print, whenDiskFails }: SessionOptions): Promise<Session> {
	if (capture === '') throw new WirebenchError('bad-input', '--capture names no folder.');
	const output = createOutput(process.stdout);
	const headless = await createHeadless({
		captureFolder: capture === undefined ? temporaryFolder() : resolve(capture),
		whenDiskFails,
		tap: (sink) => createTap(sink, { output, print: (event) => print(event, output), quiet, filter }),
	});
	return {
		engine: headless.engine,
		output,
		async finish() {
			const { counters, error } = await headless.finish();
			// What was printed last comes out before whatever the command says at its end.
			await output.drained();
			if (error === undefined) return { counters, code: EXIT.done };
			process.stderr.write(`The capture is not complete: ${error.message}\n`);
			return { counters, code: EXIT.failed };
		},
		abandon: () => headless.close(),
	};
}
