import type { CaptureRow } from '../../../common/contract/capture.ts';
import type { SocketAddress } from '../../../common/contract/workbench.ts';
import { type PrintedEvent, systemCode } from './event.ts';

/**
 * A stored event as it was printed when it happened. `bytes` are its payload. What the text of a `listening` or an `open` says
 * is only as good as who wrote it: where it names no addresses, the event is printed as a note.
 */
export function rowEvent(row: CaptureRow, bytes: Uint8Array): PrintedEvent {
	const { endpoint, connection, kind, direction, text } = row;
	const time = new Date(Number(row.time / 1_000_000n)).toISOString();
	const side = direction === 'none' ? undefined : direction;
	if (kind === 'data') return { event: 'data', endpoint, connection, direction: side ?? 'in', bytes, time };
	if (kind === 'listening') {
		const address = socketAddress(text);
		if (address !== undefined) return { event: 'listening', endpoint, ...address };
	}
	if (kind === 'open' && side !== undefined) {
		const [from, to] = text.split(' → ').map(socketAddress);
		if (from !== undefined && to !== undefined) {
			const [local, remote] = side === 'out' ? [from, to] : [to, from];
			return { event: 'open', endpoint, connection, direction: side, local, remote, time };
		}
	}
	const errno = kind === 'error' ? systemCode(text) : undefined;
	const message = kind === 'listening' || kind === 'open' ? `${kind} ${text}` : text;
	return {
		event: kind === 'listening' || kind === 'open' ? 'note' : kind,
		endpoint,
		...(connection === 0 ? {} : { connection }),
		...(side === undefined ? {} : { direction: side }),
		...(errno === undefined ? {} : { errno }),
		...(message === '' ? {} : { message }),
		time,
	};
}

/** Reads `127.0.0.1:80` or `[::1]:80`. */
function socketAddress(text: string): SocketAddress | undefined {
	const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
	const address = match?.[1] ?? match?.[2];
	return address === undefined ? undefined : { address, port: Number(match?.[3]) };
}
