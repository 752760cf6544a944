import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { startThread, type ThreadClient } from '../../threads/client.ts';
import type { CaptureFiles } from '../format/places.ts';
import type { ReadCharsets } from '../format/read-charsets.ts';
import type { Damage } from '../segments/damage.ts';
import { captureError } from '../sentences/capture-error.ts';
import { readerContract } from './contract.ts';

const CLOSED = 'The capture is closed.';

/** A reader thread. Calls answer about the events that `grow` has announced. */
export interface ReaderThread extends ThreadClient<typeof readerContract> {
	/** Announces the number of stored events, if that has changed. */
	grow(): void;
	/** Events before position `first` are not in the files any more. */
	letGo(first: number): void;
	/** Text is read in these charsets from now on; a thread that is not started yet gets them from `files`. */
	readAs(charsets: ReadCharsets): void;
	/** Current number of stored events. */
	stored(): number;
}

interface ReaderOwner {
	/** Number of readable events. */
	readonly stored: () => number;
	/** All damage found so far. */
	readonly onDamage: (damage: readonly Damage[]) => void;
	/** Why the thread has ended. */
	readonly onEnd: (error: WirebenchError) => void;
}

/**
 * A thread that reads the files of a capture. The first request starts it: a capture that is only written, like most of
 * the command line's, needs none. It opens the files in their current state, so that earlier deletions need no message.
 */
export function startReader(files: () => CaptureFiles, { stored, onDamage, onEnd }: ReaderOwner): ReaderThread {
	let thread: ThreadClient<typeof readerContract> | undefined;
	let isClosed = false;
	let known = 0;
	const start = (): ThreadClient<typeof readerContract> => {
		const started = startThread(readerContract, 'capture-reader', {
			title: "The capture's reader",
			// Scans leave behind little that lives, but much: V8 would give its young generation three times as much in the end.
			resourceLimits: { maxYoungGenerationSizeMb: 8 },
			closed: CLOSED,
			data: files(),
			onEnd,
		});
		started.subscribe('damage', null, { onSnapshot: () => undefined, onDelta: onDamage });
		return started;
	};
	/** Undefined once it is closed without having been started. */
	const running = (): ThreadClient<typeof readerContract> | undefined => {
		if (!isClosed) thread ??= start();
		return thread;
	};
	const grow = (): void => {
		const now = stored();
		if (thread === undefined || now === known) return;
		known = now;
		thread.post('grow', { stored: now });
	};
	return {
		call: async (name, input) => {
			const reader = running();
			if (reader === undefined) throw captureError('closed', 'captureClosed');
			grow();
			return reader.call(name, input);
		},
		post: (name, input, use) => running()?.post(name, input, use),
		subscribe: (topic, params, listener) => {
			const reader = running();
			grow();
			if (reader !== undefined) return reader.subscribe(topic, params, listener);
			listener.onError?.(captureError('closed', 'captureClosed'));
			return () => undefined;
		},
		readAs: (charsets) => thread?.post('readAs', charsets),
		letGo: (first) => thread?.post('letGo', { first }),
		close: async () => {
			isClosed = true;
			if (thread === undefined) onEnd(captureError('closed', 'captureClosed'));
			await thread?.close();
		},
		stored,
		grow,
	};
}
