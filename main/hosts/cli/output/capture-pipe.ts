import { LivePipe } from '../../../app/exports/live-pipe.ts';
import type { Output } from '../terminal/output.ts';

/** Pipes a capture to an output; it ends when the output does, for example when Wireshark is closed. */
export function createCapturePipe(output: Output, onSlow: (slow: boolean) => void): LivePipe {
	const pipe = new LivePipe({ write: (chunk) => output.give(chunk), onSlow });
	void output.ended.then(() => pipe.abandon());
	return pipe;
}
