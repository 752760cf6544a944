/** Characters that may wait for the reader of stdout before whoever writes has to hold back. */
const HIGH_WATER_CHARS = 1024 * 1024;

/** Text or bytes on their way to stdout, written once a turn. */
export interface Output {
	/** Queues text; cheap enough for once an event. */
	write(text: string): void;
	/** Queues bytes as they are. */
	writeBytes(bytes: Uint8Array): void;
	/** True while more waits for the reader than should. */
	readonly saturated: boolean;
	/** Calls back each time the reader has caught up. Returns the way to stop listening. */
	onRelief(listener: () => void): () => void;
	/** Resolves when the reader goes away (`| head`): nothing can be written any more. */
	readonly readerGone: Promise<void>;
	/** Resolves when all that was queued is with the system, or the reader is gone. */
	drained(): Promise<void>;
}

/** Takes over a stream for writing: stdout, but for tests. Any error of it other than EPIPE is thrown as it comes. */
export function createOutput(stream: NodeJS.WriteStream | NodeJS.WritableStream): Output {
	const listeners = new Set<() => void>();
	const gone = Promise.withResolvers<void>();
	let text = '';
	let waiting = 0;
	let saturated = false;
	let scheduled = false;
	let broken = false;
	let idle: PromiseWithResolvers<void> | undefined;

	const relieve = (): void => {
		if (waiting === 0 && text === '') {
			idle?.resolve();
			idle = undefined;
		}
		if (!saturated || waiting + text.length > HIGH_WATER_CHARS / 2) return;
		saturated = false;
		for (const listener of [...listeners]) listener();
	};
	const push = (chunk: string | Uint8Array): void => {
		const length = chunk.length;
		waiting += length;
		stream.write(chunk, () => {
			waiting -= length;
			relieve();
		});
	};
	const flush = (): void => {
		scheduled = false;
		const chunk = text;
		text = '';
		if (chunk !== '' && !broken) push(chunk);
		else relieve();
	};
	const noteLevel = (): void => {
		if (waiting + text.length > HIGH_WATER_CHARS) saturated = true;
	};

	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		broken = true;
		text = '';
		waiting = 0;
		relieve();
		gone.resolve();
	});

	return {
		write(more) {
			if (broken) return;
			text += more;
			noteLevel();
			if (scheduled) return;
			scheduled = true;
			setImmediate(flush);
		},
		writeBytes(bytes) {
			if (broken) return;
			flush();
			push(bytes);
			noteLevel();
		},
		get saturated() {
			return saturated;
		},
		onRelief(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		readerGone: gone.promise,
		drained() {
			if (!broken) flush();
			if (broken || waiting === 0) return Promise.resolve();
			idle ??= Promise.withResolvers<void>();
			return idle.promise;
		},
	};
}
