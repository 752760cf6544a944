import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { headerEnd } from '../../../../common/payload/index.ts';
import { events } from '../../../../common/words/en/cli/events.ts';
import { spoken } from '../terminal/language.ts';
import type { Output } from '../terminal/output.ts';
import type { PrintedEvent } from './event.ts';
import { jsonLine } from './format.ts';

const words = () => spoken('events', events);

/** Data of a connection that is not printed yet; undefined once its header is. */
type Pending = Buffer | undefined;

/**
 * Prints received data with the header and the body separated, and no other events: as text under a line each, or as
 * JSON with `hex`. Data without an empty line in its first MiB is body. Later output starts on a new line.
 */
export function splitHeader(json: boolean): (event: PrintedEvent, output: Output) => boolean {
	const pending = new Map<number, Pending>();
	const part = (output: Output, name: 'header' | 'body', connection: number, bytes: Buffer, first: boolean): void => {
		if (json) {
			output.line(jsonLine({ event: name, connection, length: bytes.length, hex: bytes.toString('hex') }));
			return;
		}
		if (first) output.line(name === 'header' ? words().header(bytes.length) : words().body);
		output.bytes(bytes);
	};
	return (event, output) => {
		if (event.event === 'error') return true;
		if (event.event === 'data' && event.direction === 'in') {
			const { connection } = event;
			// The bytes are borrowed.
			const bytes = Buffer.from(event.bytes);
			if (pending.has(connection) && pending.get(connection) === undefined) {
				part(output, 'body', connection, bytes, false);
				return false;
			}
			const all = Buffer.concat([pending.get(connection) ?? Buffer.alloc(0), bytes]);
			const end = headerEnd(all);
			if (end < 0 && all.length < LIMITS.frameMessageBytes) {
				pending.set(connection, all);
				return false;
			}
			if (end >= 0) part(output, 'header', connection, all.subarray(0, end), true);
			part(output, 'body', connection, all.subarray(Math.max(end, 0)), true);
			pending.set(connection, undefined);
		} else if (event.event === 'close' && event.connection !== undefined) {
			const rest = pending.get(event.connection);
			pending.delete(event.connection);
			if (rest !== undefined) part(output, 'body', event.connection, rest, true);
		}
		return false;
	};
}
