import { readAddress, readOpenText } from '../../../../common/capture/open-text.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { type PrintedEvent, systemError } from './event.ts';

/**
 * A stored event in the form printed when it happened. `bytes` are its payload. Where the text of a `listening` or
 * `open` event has no addresses, as with Unix sockets, it is its `message`.
 */
export function rowEvent(row: CaptureRow, bytes: Uint8Array): PrintedEvent {
	const { endpoint, connection, kind, direction, text, says, charset, datagram } = row;
	const time = new Date(Number(row.time / 1_000_000n)).toISOString();
	const side = direction === 'none' ? undefined : direction;
	if (kind === 'data')
		return { event: 'data', endpoint, connection, direction: side ?? 'in', bytes, charset, datagram, time };
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
