import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CapturedConnection, ConnectionsState } from '../../../../common/contract/calls/stream.ts';
import type { CaptureCalls } from '../../../../common/diff/index.ts';
import { captureParam } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { dialogWords } from '../../../words/dialogs.ts';

/**
 * All connections of a capture, once the host has scanned what it had at the call. Rejects with the errors of reading, with `too-large`
 * where there are more than can be listed, and with the signal's reason.
 */
export async function listedConnections(
	capture: string | undefined,
	signal: AbortSignal,
): Promise<CapturedConnection[]> {
	signal.throwIfAborted();
	const of = captureParam(capture);
	const scanned = Promise.withResolvers<void>();
	let goal: number | undefined;
	const look = ({ scanned: done, stored, limited, error }: ConnectionsState): void => {
		goal ??= stored;
		if (error !== undefined) scanned.reject(WirebenchError.fromInfo(error));
		else if (limited) scanned.reject(new WirebenchError('too-large', dialogWords().compare.connections.tooMany));
		else if (done >= goal) scanned.resolve();
	};
	const stop = session.subscribe('connections', of, { onSnapshot: look, onDelta: look, onError: scanned.reject });
	const abort = () => scanned.reject(signal.reason);
	signal.addEventListener('abort', abort);
	try {
		await scanned.promise;
		const all: CapturedConnection[] = [];
		for (;;) {
			signal.throwIfAborted();
			const from = all.length;
			const answer = await session.call('captureConnections', { ...of, text: '', from, count: LIMITS.rowsPerQuery });
			all.push(...answer.connections);
			if (answer.connections.length === 0 || all.length >= answer.total) return all;
		}
	} finally {
		signal.removeEventListener('abort', abort);
		stop();
	}
}

/** The host's calls until `signal` ends them; `onRead` receives the number of bytes of the messages of each answer. */
export function callsUntil(signal: AbortSignal, onRead: (bytes: number) => void): CaptureCalls {
	return {
		captureRows: async (input) => {
			signal.throwIfAborted();
			return await session.call('captureRows', input);
		},
		streamMessages: async (input) => {
			signal.throwIfAborted();
			const answer = await session.call('streamMessages', input);
			onRead(answer.messages.reduce((sum, { length }) => sum + length, 0));
			return answer;
		},
		streamBytes: async (input) => {
			signal.throwIfAborted();
			return await session.call('streamBytes', input);
		},
	};
}
