import type { CaptureSink } from '../../common/capture/event.ts';
import { type ErrorInfo, WirebenchError } from '../../common/contract/base/errors.ts';
import type { WhenDiskFails } from '../../common/contract/calls/settings.ts';
import { openCapture } from '../capture/index.ts';
import type { Capture, CaptureCounters } from '../capture/types.ts';
import { makeFolder } from './folders/make-folder.ts';
import { type EngineRun, type EngineSettings, engineOver } from './headless-engine.ts';

export type { Capture } from '../capture/types.ts';
export type { Engine } from '../engine/core/types.ts';
export {
	listInterfaces,
	portLeft,
	portOwners,
	probePort,
	type RunningSequence,
	startReplay,
	startSequence,
	stopOwner,
	unavailableKinds,
} from '../engine/index.ts';

/** The engine and its capture, without the contract, a transport or a screen. */
export interface Headless extends EngineRun<CaptureCounters> {
	readonly capture: Capture;
}

export interface HeadlessOptions extends EngineSettings {
	/** Folder of the capture; created if missing. */
	readonly captureFolder: string;
	/** Bytes after which a new segment file starts. Default: the capture's. */
	readonly segmentBytes?: number | undefined;
	/** Maximum bytes of the capture on disk. Default: no limit. */
	readonly keepBytes?: number | undefined;
	/** What TCP does while the disk cannot be written. Default: it waits. */
	readonly whenDiskFails?: WhenDiskFails | undefined;
	/** Sits between the engine and the capture to observe events. It must pass everything on. */
	readonly tap?: (capture: Capture) => CaptureSink;
}

/** Throws a WirebenchError `disk` when the capture cannot be opened. */
export async function createHeadless(options: HeadlessOptions): Promise<Headless> {
	const { captureFolder: folder, segmentBytes, keepBytes } = options;
	// Captures contain confidential data of others: only their owner may read them.
	await makeFolder(folder, 0o700);
	const capture = await openCapture({ folder, segmentBytes, keepBytes });
	if (options.whenDiskFails !== undefined) capture.whenDiskFails(options.whenDiskFails);
	const engine = engineOver(options.tap?.(capture) ?? capture, options);
	const close = async (): Promise<void> => {
		await engine.close();
		await capture.close();
	};
	return {
		engine,
		capture,
		close,
		async finish() {
			let error: ErrorInfo | undefined;
			try {
				await close();
			} catch (failure) {
				if (!(failure instanceof WirebenchError)) throw failure;
				error = failure.toInfo();
			}
			const { received, stored: written, gone, ...others } = capture.counters();
			// Nothing is in flight any more: events in no file are lost.
			const stored = written - gone;
			const counters = { ...others, received, stored, gone, dropped: received - stored };
			return { counters, error: error ?? capture.error() };
		},
	};
}
