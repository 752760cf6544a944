import type { CaptureSink } from '../../common/capture/event.ts';
import { openCapture } from '../capture/index.ts';
import type { Capture } from '../capture/types.ts';
import { createEngine } from '../engine/index.ts';
import type { Engine } from '../engine/types.ts';

export type { Capture, CaptureCounters } from '../capture/types.ts';
export type { Engine } from '../engine/types.ts';

/** The engine and its capture, without the contract, a transport or a screen. */
export interface Headless {
	readonly engine: Engine;
	readonly capture: Capture;
	/** Stops every endpoint, then stores what is left and closes the capture. */
	close(): Promise<void>;
}

export interface HeadlessOptions {
	/** Folder of the capture; made if missing. */
	readonly captureFolder: string;
	/** Stands between the engine and the capture, to see what passes. It has to hand everything on. */
	readonly tap?: (capture: CaptureSink) => CaptureSink;
}

/** Throws a WirebenchError `disk` when the capture cannot be opened. */
export async function createHeadless(options: HeadlessOptions): Promise<Headless> {
	const capture = await openCapture({ folder: options.captureFolder });
	const engine = createEngine({ sink: options.tap?.(capture) ?? capture });
	return {
		engine,
		capture,
		async close() {
			await engine.close();
			await capture.close();
		},
	};
}
