import { LivePipe } from '../../app/live-pipe.ts';

/** The capture on stdout. */
export interface CapturePipe {
	readonly pipe: LivePipe;
	/** Resolves when the reader goes away: Wireshark was closed, say. */
	readonly readerGone: Promise<void>;
}

/** Takes over a stream, stdout but for tests, for a capture. Any error of it other than EPIPE is thrown as it comes. */
export function createCapturePipe(stream: NodeJS.WritableStream, onSlow: (slow: boolean) => void): CapturePipe {
	const gone = Promise.withResolvers<void>();
	let broken = false;
	const pipe = new LivePipe({
		write: (chunk) =>
			new Promise((resolve) => {
				if (broken) resolve();
				// Called with the error too, which the listener below has seen by then.
				else stream.write(chunk, () => resolve());
			}),
		onSlow,
	});
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		broken = true;
		pipe.abandon();
		gone.resolve();
	});
	return { pipe, readerGone: gone.promise };
}
