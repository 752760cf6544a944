import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { LiveConnection, Transmission } from '../core/context.ts';

/**
 * Sends bytes on a connection, with its cancellable method if it has one. `done` may be called before this returns;
 * after `cancel` it is not called any more.
 */
export function transmit(
	connection: LiveConnection,
	bytes: Uint8Array,
	done: (error?: WirebenchError) => void,
): Transmission {
	if (connection.transmit !== undefined) return connection.transmit(bytes, done);
	let cancelled = false;
	const whole = { taken: 0, cancel: () => (cancelled = true) };
	connection.send(bytes).then(
		() => {
			whole.taken = bytes.length;
			if (!cancelled) done();
		},
		(error: unknown) => {
			if (!cancelled) done(error instanceof WirebenchError ? error : new WirebenchError('internal', String(error)));
		},
	);
	return whole;
}
