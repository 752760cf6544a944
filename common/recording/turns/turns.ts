import type { RecordedEvent, Recording, RecordingSide } from '../../contract/calls/recording.ts';
import { concat } from '../../payload/codec/concat.ts';

/** What one side sent before the other one did, or a datagram. */
export interface DataTurn {
	readonly type: 'data';
	readonly from: RecordingSide;
	/** Wall clock of its first and its last byte, nanoseconds since 1970. */
	readonly time: bigint;
	readonly last: bigint;
	readonly bytes: Uint8Array;
	/** The chunks in which they were recorded, in order. */
	readonly chunks: readonly RecordedChunk[];
}

/** A part of a turn that was recorded at once. */
export interface RecordedChunk {
	readonly time: bigint;
	readonly length: number;
}

export type Turn = DataTurn | Exclude<RecordedEvent, { type: 'data' }>;

/** The turns of a conversation, in order. Chunks of a stream are joined while one side sends; empty ones are left out. */
export function turnsOf({ transport, events }: Pick<Recording, 'transport' | 'events'>): Turn[] {
	const turns: Turn[] = [];
	let parts: Extract<RecordedEvent, { type: 'data' }>[] = [];
	const flush = (): void => {
		const [first] = parts;
		const last = parts.at(-1);
		if (first === undefined || last === undefined) return;
		const bytes = concat(parts.map((part) => part.bytes));
		const chunks = parts.map(({ time, bytes: { length } }) => ({ time, length }));
		turns.push({ type: 'data', from: first.from, time: first.time, last: last.time, bytes, chunks });
		parts = [];
	};
	for (const event of events) {
		if (event.type !== 'data') {
			flush();
			turns.push(event);
		} else if (transport === 'datagram' || event.bytes.length > 0) {
			if (transport === 'datagram' || parts[0]?.from !== event.from) flush();
			parts.push(event);
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
