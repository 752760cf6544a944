import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';
import type { CaptureReading } from '../../capture/types.ts';
import { appError } from '../sentences/app-error.ts';

/**
 * All connections of a capture, once it has been scanned, in the order in which they opened. Rejects with the errors of reading,
 * and with `too-large` where there are more than can be listed.
 */
export async function listedConnections(capture: CaptureReading): Promise<CapturedConnection[]> {
	const { stored } = capture.counters();
	const scanned = Promise.withResolvers<void>();
	const look = (state: { readonly scanned: number; readonly limited: boolean; readonly error?: unknown }): void => {
		if (state.limited) {
			scanned.reject(appError('too-large', 'tooManyConnections'));
		} else if (state.scanned >= stored) scanned.resolve();
	};
	const run = capture.follow('connections', {}, (state) => {
		if (state.error !== undefined) scanned.reject(WirebenchError.fromInfo(state.error));
		else look(state);
	});
	try {
		look(run.snapshot);
		await scanned.promise;
		const all: CapturedConnection[] = [];
		for (;;) {
			const { connections, total } = await capture.call('captureConnections', {
				text: '',
				from: all.length,
				count: LIMITS.rowsPerQuery,
			});
			all.push(...connections);
			if (connections.length === 0 || all.length >= total) return all;
		}
	} finally {
		run.dispose();
	}
}
