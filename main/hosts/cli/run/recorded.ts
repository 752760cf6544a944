import { resolve } from 'node:path';
import type { CaptureSink } from '../../../../common/capture/event.ts';
import type { WhenDiskFails } from '../../../../common/contract/calls/settings.ts';
import { events } from '../../../../common/words/en/cli/events.ts';
import { makeTemporaryFolder } from '../../../app/folders/temporary-folder.ts';
import { type Capture, createHeadless } from '../../../app/headless.ts';
import type { EngineRun, EngineSettings } from '../../../app/headless-engine.ts';
import { type ChosenLimits, chosenBytes } from '../../../app/settings/run-limits.ts';
import { createCapturePipe } from '../output/capture-pipe.ts';
import type { PrintedEvent } from '../output/event.ts';
import { ownNote } from '../output/own-note.ts';
import type { Held } from '../output/tap.ts';
import { tellOfDisk } from '../output/tell-of-disk.ts';
import { stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('events', events);

export interface RecordedOptions extends EngineSettings {
	/** Folder of the capture. `-`: a temporary one that is written to stdout as it grows. */
	readonly to: string;
	readonly whenDiskFails: WhenDiskFails | undefined;
	readonly limits: ChosenLimits | undefined;
	/** Sits between the engine and the capture, whose sockets also wait for what is `held`. */
	readonly tap: (capture: Capture, held: readonly Held[]) => CaptureSink;
	/** Receives events about the capture itself. */
	readonly emit: (event: PrintedEvent) => void;
}

const PIPED_SEGMENT_BYTES = 16 << 20;

/** The note about a reader of the capture. */
function slowNote(isSlow: boolean): PrintedEvent {
	const text = isSlow ? 'readerBehind' : 'readerCaughtUp';
	return ownNote(events[text], words()[text]);
}

/** An engine whose capture is kept or piped. */
export async function openRecorded(options: RecordedOptions): Promise<EngineRun> {
	const { to, whenDiskFails, limits, tap, emit, ...settings } = options;
	const piped = to === '-';
	const pipe = piped ? createCapturePipe(stdout(), (isSlow) => emit(slowNote(isSlow))) : undefined;
	const headless = await createHeadless({
		...settings,
		captureFolder: piped ? (await makeTemporaryFolder('capture')).path : resolve(to),
		whenDiskFails,
		...chosenBytes(limits),
		// Piped data is removed, a segment at a time.
		...(piped && { segmentBytes: PIPED_SEGMENT_BYTES }),
		tap: (capture) => tap(capture, pipe === undefined ? [] : [pipe]),
	});
	pipe?.attach(headless.capture, true);
	tellOfDisk(headless.capture, emit);
	return {
		engine: headless.engine,
		close: headless.close,
		async finish() {
			const { counters, error: unstored } = await headless.finish();
			const unread = await pipe?.finish();
			return { counters, error: unstored ?? unread };
		},
	};
}
