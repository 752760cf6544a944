import type { RecordedEvent, Recording, RecordingSide } from '../../contract/calls/recording.ts';
import { concat } from '../../payload/concat.ts';

/** What one side sent before the other one did, or a datagram. */
export interface DataTurn {
	readonly type: 'data';
	readonly from: RecordingSide;
	/** Wall clock of its first and its last byte, nanoseconds since 1970. */
	readonly time: bigint;
	readonly last: bigint;
	readonly bytes: Uint8Array;
}

export type Turn = DataTurn | Exclude<RecordedEvent, { type: 'data' }>;

/** The turns of a conversation, in order. Chunks of a stream are joined while one side sends; empty ones are left out. */
export function turnsOf({ transport, events }: Pick<Recording, 'transport' | 'events'>): Turn[] {
	const turns: Turn[] = [];
	let parts:
		| { readonly from: RecordingSide; readonly time: bigint; last: bigint; readonly bytes: Uint8Array[] }
		| undefined;
	const flush = (): void => {
		if (parts !== undefined) turns.push({ type: 'data', ...parts, bytes: concat(parts.bytes) });
		parts = undefined;
	};
	for (const event of events) {
		if (event.type !== 'data') {
			flush();
			turns.push(event);
		} else if (transport === 'datagram') {
			turns.push({ ...event, last: event.time });
		} else if (event.bytes.length > 0) {
			if (parts?.from !== event.from) flush();
			parts ??= { from: event.from, time: event.time, last: event.time, bytes: [] };
			parts.bytes.push(event.bytes);
			parts.last = event.time;
		}
	}
	flush();
	return turns;
}

/** The turns that one side takes by itself: its end after the other one's is what an endpoint answers with anyway. */
export function withoutOwnReply<T extends Pick<Turn, 'type' | 'from'>>(turns: readonly T[], side: RecordingSide): T[] {
	const ended = turns.findIndex(({ type, from }) => type === 'end' && from !== side);
	return turns.filter(({ type, from }, n) => type !== 'end' || from !== side || ended < 0 || n < ended);
}
