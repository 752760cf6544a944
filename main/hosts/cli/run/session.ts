import type { CaptureSink } from '../../../../common/capture/event.ts';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { WhenDiskFails } from '../../../../common/contract/calls/settings.ts';
import type { Variables } from '../../../../common/payload/saved.ts';
import type { Programs } from '../../../../common/structure/index.ts';
import { events } from '../../../../common/words/en/cli/events.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { defaultDataFolder, tlsFolder } from '../../../app/folders/data-folder.ts';
import type { Engine } from '../../../app/headless.ts';
import type { EngineRun, EngineSettings, EventCounters } from '../../../app/headless-engine.ts';
import type { ChosenLimits } from '../../../app/settings/run-limits.ts';
import { createUnrecorded } from '../../../app/unrecorded.ts';
import type { EventFilter } from '../decoded/event-filter.ts';
import type { PrintedEvent } from '../output/event.ts';
import { ownNote } from '../output/own-note.ts';
import { type ConnectionWatch, createTap, type Held, type TapOptions } from '../output/tap.ts';
import { withTlsFacts } from '../output/tls-note.ts';
import { captureExit } from '../terminal/capture-exit.ts';
import { stderr, stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';
import type { Output } from '../terminal/output.ts';

const printingWords = () => spoken('printing', printing);
const eventWords = () => spoken('events', events);

export interface SessionOptions {
	/**
	 * Folder of the capture. Absent: nothing is recorded. `-`: a temporary one that is written to stdout as it grows, while
	 * all other output goes to stderr.
	 */
	readonly capture?: string | undefined;
	/** What TCP does while the disk cannot be written. Default: it waits. */
	readonly whenDiskFails?: WhenDiskFails | undefined;
	/** The size limits of the capture. */
	readonly limits?: ChosenLimits;
	/** Values for `{{var NAME}}` in templates. */
	readonly variables?: Variables | undefined;
	/** The structures that rules and tests can name. Absent: none. */
	readonly structures?: Programs | undefined;
	/** Folder in which relative paths of configs begin. Absent: the working directory. */
	readonly pathFolder?: string | undefined;
	/** Prints no `data` events. */
	readonly quiet: boolean;
	/** Prints only matches. */
	readonly filter?: EventFilter | undefined;
	/** Sees connections, printed or not. */
	readonly watch?: ConnectionWatch | undefined;
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

/** An engine, its capture if it has one, and stdout, wired for one run of a command. */
export interface Session {
	readonly engine: Engine;
	readonly output: Output;
	/** Resolves when the reader of the output, or of the capture, has closed. */
	readonly readerGone: Promise<unknown>;
	/** Stops every endpoint and stores the rest; returns the final counters and an exit code. */
	finish(): Promise<{ counters: EventCounters; code: number }>;
	/** The same for a command that has failed already. */
	abandon(): Promise<void>;
}

function leftOutNote(count: number, recorded: boolean): PrintedEvent {
	const text = recorded ? 'leftOutCaptured' : 'leftOut';
	return ownNote(events[text](count), eventWords()[text](count));
}

export async function openSession(options: SessionOptions): Promise<Session> {
	const { capture, quiet, filter, whenDiskFails, limits, variables } = options;
	if (capture === '') throw new WirebenchError('bad-input', printingWords().noCaptureFolder);
	const piped = capture === '-';
	if (piped && stdout().isTerminal) {
		throw new WirebenchError('bad-input', printingWords().toTerminal);
	}
	const output = piped ? stderr() : stdout();
	const emit = (event: PrintedEvent): void => {
		options.see?.(event);
		output.offer(() => options.print(event, output));
	};
	const noteLeftOut = (): void => {
		const count = output.takeLeftOut();
		if (count > 0) options.print(leftOutNote(count, capture !== undefined), output);
	};
	output.onRelief(noteLeftOut);
	const settings: EngineSettings = {
		variables: variables && (() => variables),
		tlsFolder: tlsFolder(defaultDataFolder()),
		pathFolder: options.pathFolder,
		structures: options.structures,
	};
	const tap = (sink: CaptureSink, held: readonly Held[], notes: Pick<TapOptions, 'onOwnNote'>): CaptureSink =>
		createTap(sink, {
			...notes,
			print: (event) => emit(withTlsFacts(event, run.engine)),
			holding: [...held, ...(options.isResult ? [output] : [])],
			quiet,
			watch: options.watch,
			filter,
		});
	const run: EngineRun =
		capture === undefined
			? createUnrecorded({ ...settings, tap: (sink) => tap(sink, [], {}) })
			: await (await import('./recorded.ts')).openRecorded({
					...settings,
					to: capture,
					whenDiskFails,
					limits,
					tap: (sink, held) => tap(sink, held, { onOwnNote: (listener) => sink.onOwnNote(listener) }),
					emit,
				});
	return {
		engine: run.engine,
		output,
		readerGone: piped ? Promise.race([output.ended, stdout().ended]) : output.ended,
		async finish() {
			const { counters, error } = await run.finish();
			noteLeftOut();
			// Earlier output is written before the command's last lines.
			await output.drained();
			return { counters, code: captureExit(error) };
		},
		abandon: () => run.close(),
	};
}
