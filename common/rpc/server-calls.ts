import { WirebenchError } from '../contract/base/errors.ts';
import { LIMITS } from '../contract/base/limits.ts';
import type { Contract } from '../contract/index.ts';
import type { ServerMessage } from './message.ts';
import { isName, unknownName } from './table.ts';
import type { Handlers, NameOf, ParsedOf } from './types.ts';

/** Concurrent calls of one client: far above what a person's clicks and a log's queries need. */
const CALLS_AT_ONCE = 1000;
/** Bytes of one client's concurrent calls: four payloads of the largest size. */
const BYTES_AT_ONCE = 4 * LIMITS.messageBytes;

/** Turns the input of a call, as received, into the one for its handler. Throws a WirebenchError for a wrong one. */
export type InputReader<C extends Contract> = <N extends NameOf<C['calls']>>(name: N, input: unknown) => ParsedOf<C, N>;

/** Runs calls and sends one result for each, in the order in which they finish. */
export function serveCalls<C extends Contract>(
	handlers: Handlers<C>,
	read: InputReader<C>,
	send: (message: ServerMessage) => void,
	errorFor: (error: unknown, where: string) => WirebenchError,
): { call(id: number, name: string, input: unknown, bytes: number): void } {
	let running = 0;
	let runningBytes = 0;

	const run = <N extends NameOf<C['calls']>>(name: N, input: unknown): unknown =>
		handlers.calls[name](read(name, input));

	const answer = async (id: number, name: string, input: unknown): Promise<void> => {
		try {
			if (!isName<Handlers<C>['calls']>(handlers.calls, name)) throw unknownName(name);
			if (running > CALLS_AT_ONCE || runningBytes > BYTES_AT_ONCE) {
				throw new WirebenchError('unavailable', 'Too much is going on at once. Try again when some of it is done.');
			}
			const output = await run(name, input);
			sendResult(id, name, output);
		} catch (error) {
			send({ kind: 'result', id, output: null, error: errorFor(error, name).toInfo() });
		}
	};
	const sendResult = (id: number, name: string, output: unknown): void => {
		try {
			send({ kind: 'result', id, output });
		} catch (error) {
			if (error instanceof RangeError) {
				throw new WirebenchError('too-large', `The answer to ${name} is over ${LIMITS.messageBytes} bytes.`);
			}
			throw error;
		}
	};

	return {
		call: (id, name, input, bytes) => {
			running++;
			runningBytes += bytes;
			void answer(id, name, input).finally(() => {
				running--;
				runningBytes -= bytes;
			});
		},
	};
}
