import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { startThread, type ThreadClient } from '../../threads/client.ts';
import type { CaptureFiles } from '../format/places.ts';
import type { Damage } from '../segments/damage.ts';
import { readerContract } from './contract.ts';

/** A reader thread. Calls answer about the events that it was told of with `grow`. */
export interface ReaderThread extends ThreadClient<typeof readerContract> {
	/** Tells it how many events are stored, if that has changed. */
	grow(): void;
	/** Events that are stored now. */
	stored(): number;
}

interface ReaderOwner {
	/** Events that can be read now. */
	readonly stored: () => number;
	/** All that was found damaged so far. */
	readonly onDamage: (damage: readonly Damage[]) => void;
	/** Why nothing more comes. */
	readonly onEnd: (error: WirebenchError) => void;
}

/** Starts a thread that reads the files of a capture. */
export function startReader(files: CaptureFiles, { stored, onDamage, onEnd }: ReaderOwner): ReaderThread {
	const thread = startThread(readerContract, 'capture-reader', {
		title: "The capture's reader",
		closed: 'The capture is closed.',
		data: files,
		onEnd,
	});
	thread.subscribe('damage', null, { onSnapshot: () => undefined, onDelta: onDamage });
	let known = 0;
	return {
		...thread,
		stored,
		grow: () => {
			const now = stored();
			if (now === known) return;
			known = now;
			thread.post('grow', { stored: now });
		},
	};
}
