import { readAddress, readOpenText } from '../../../../common/capture/open-text.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { MessageOfRow } from '../../../../common/contract/config/listed-messages.ts';
import { type PrintedEvent, type PrintedMessage, systemError } from './event.ts';

/**
 * A stored event in the form printed when it happened. `bytes` are its payload. Where the text of a `listening` or
 * `open` event has no addresses, as with Unix sockets, it is its `message`.
 */
export function rowEvent(row: CaptureRow, bytes: Uint8Array): PrintedEvent {
	const { endpoint, connection, kind, direction, text, says, charset, datagram } = row;
	const time = isoTime(row.time);
	const side = direction === 'none' ? undefined : direction;
	if (kind === 'data')
		return {
			event: 'data',
			endpoint,
			connection,
			direction: side ?? 'in',
			bytes,
			charset,
			datagram,
			...(row.message && { message: printed(row.message) }),
			time,
		};
	if (kind === 'listening') return { event: 'listening', endpoint, ...(readAddress(text) ?? { message: text }) };
	if (kind === 'open' && side !== undefined) {
		const ends = readOpenText(text, side === 'out') ?? { message: text };
		return { event: 'open', endpoint, connection, direction: side, ...ends, time };
	}
	const code = kind === 'error' ? systemError(text) : {};
	return {
		event: kind === 'open' ? 'note' : kind,
		endpoint,
		...(connection === 0 ? {} : { connection }),
		...(side === undefined ? {} : { direction: side }),
		...code,
		...(text === '' ? {} : { message: text }),
		says,
		time,
	};
}

/** To the millisecond, as events are printed when they happen. */
function isoTime(nanoseconds: bigint): string {
	return new Date(Number(nanoseconds / 1_000_000n)).toISOString();
}

function printed({ number, reads, first, begin, complete, fault }: MessageOfRow): PrintedMessage {
	return {
		number,
		reads,
		first,
		begin: isoTime(begin),
		...(complete === false && { complete }),
		...(fault && { fault }),
	};
}
