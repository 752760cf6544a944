import type { CaptureSink } from '../../common/capture/event.ts';
import { type ErrorInfo, WirebenchError } from '../../common/contract/base/errors.ts';
import type { WhenDiskFails } from '../../common/contract/calls/settings.ts';
import { openCapture } from '../capture/index.ts';
import type { Capture, CaptureCounters } from '../capture/types.ts';
import type { Engine } from '../engine/core/types.ts';
import { createEngine } from '../engine/index.ts';
import { makeFolder } from './folders/make-folder.ts';

export type { Capture, CaptureCounters } from '../capture/types.ts';
export type { Engine } from '../engine/core/types.ts';
export { listInterfaces, portOwners, probePort, startSequence, stopOwner, unavailableKinds } from '../engine/index.ts';

/** The engine and its capture, without the contract, a transport or a screen. */
export interface Headless {
	readonly engine: Engine;
	readonly capture: Capture;
	/** Stops every endpoint, then stores what is left and closes the capture. */
	close(): Promise<void>;
	/** The same; a disk that takes no more is no rejection but `error`, beside the final counters. */
	finish(): Promise<{ counters: CaptureCounters; error: ErrorInfo | undefined }>;
}

export interface HeadlessOptions {
	/** Folder of the capture; made if missing. */
	readonly captureFolder: string;
	/** Bytes after which a new segment file begins. Default: the capture's. */
	readonly segmentBytes?: number | undefined;
	/** Bytes that the capture takes on disk at most. Default: no limit. */
	readonly keepBytes?: number | undefined;
	/** What TCP does while the disk takes nothing. Default: it waits. */
	readonly whenDiskFails?: WhenDiskFails | undefined;
	/** Where Wirebench's certificate authority is kept. Default: nowhere. */
	readonly tlsFolder?: string | undefined;
	/** Stands between the engine and the capture, to see what passes. It has to hand everything on. */
	readonly tap?: (capture: Capture) => CaptureSink;
}

/** Throws a WirebenchError `disk` when the capture cannot be opened. */
export async function createHeadless(options: HeadlessOptions): Promise<Headless> {
	const { captureFolder: folder, segmentBytes, keepBytes } = options;
	// Captures hold what others said in confidence: they are their owner's alone.
	await makeFolder(folder, 0o700);
	const capture = await openCapture({ folder, segmentBytes, keepBytes });
	if (options.whenDiskFails !== undefined) capture.whenDiskFails(options.whenDiskFails);
	const engine = createEngine({ sink: options.tap?.(capture) ?? capture, tlsFolder: options.tlsFolder });
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
			// Nothing is on its way any more: what is in no file now is lost.
			const stored = written - gone;
			const counters = { ...others, received, stored, gone, dropped: received - stored };
			return { counters, error: error ?? capture.error() };
		},
	};
}
