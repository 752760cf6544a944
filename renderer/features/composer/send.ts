import { WirebenchError } from '../../../common/contract/errors.ts';
import { session } from '../../app/session.ts';
import { updateSettings } from '../../app/settings.ts';
import type { Destination } from './destination.ts';
import { type HistoryEntry, remembered } from './history.ts';
import { addSent, useHistory } from './history-store.ts';
import { dismissError, type SendError, useComposer } from './store.ts';
import { type Target, targetKey } from './targets.ts';

let lastId = 0;

function asSendError(reason: unknown): SendError {
	if (reason instanceof WirebenchError) return { message: reason.message, details: reason.details };
	return { message: reason instanceof Error ? reason.message : String(reason), details: {} };
}

/** Sends bytes; resolves to whether the kernel has taken all of them. An error is kept with its target. */
export async function send(
	target: Target,
	to: Destination | undefined,
	bytes: Uint8Array,
	written: HistoryEntry,
): Promise<boolean> {
	lastId += 1;
	const id = lastId;
	const key = targetKey(target);
	useComposer.setState(({ sending }) => ({
		sending: [...sending, { id, target, bytes: bytes.byteLength }],
		replaced: undefined,
	}));
	addSent(written);
	try {
		const { endpoint, connection } = target;
		await session.call('send', {
			endpoint,
			bytes,
			...(connection === undefined ? {} : { connection }),
			...(to === undefined ? {} : { to }),
		});
		dismissError(key);
		updateSettings({ composerHistory: remembered(useHistory.getState().entries) });
		return true;
	} catch (reason) {
		useComposer.setState(({ errors }) => ({ errors: { ...errors, [key]: asSendError(reason) } }));
		return false;
	} finally {
		useComposer.setState(({ sending }) => ({ sending: sending.filter((each) => each.id !== id) }));
	}
}
