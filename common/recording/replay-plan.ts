import type { Recording, RecordingSide, ReplayHow } from '../contract/calls/recording.ts';
import { type EndpointConfig, endpointConfigSchema } from '../endpoints/index.ts';
import { validated } from '../json/validated.ts';
import { recordingName } from './name.ts';
import { english, type Phrases } from './phrases.ts';
import { assertFits, endpointAt } from './place.ts';
import { placeNotes } from './place-notes.ts';
import { type DataTurn, turnsOf, withoutOwnReply } from './turns/turns.ts';
import { editsByTurn, findVarying } from './vary/index.ts';

/** A turn of a replay. */
export type PlannedTurn = { readonly from: RecordingSide; readonly gapMs: number } & (
	| {
			readonly type: 'data';
			readonly bytes: Uint8Array;
			/** For each byte: 1 where it may differ, else 0. */
			readonly ignored: Uint8Array;
			/** How they are sent: parts that follow each other, each so many milliseconds after the first one. */
			readonly parts: readonly { readonly from: number; readonly end: number; readonly afterMs: number }[];
	  }
	| { readonly type: 'end' | 'reset' }
);

/** One side of a conversation, to be sent again. */
export interface ReplayPlan {
	readonly config: EndpointConfig;
	readonly how: ReplayHow;
	readonly datagrams: boolean;
	readonly turns: readonly PlannedTurn[];
	/** Sentences about what differs from the recorded connection. */
	readonly notes: readonly string[];
}

/** From one time in nanoseconds to a later one; 0 where the clock was set back. */
function milliseconds(from: bigint, to: bigint): number {
	return Math.max(0, Number(to - from) / 1e6);
}

/** The recorded chunks of a turn. */
function timedParts({ time, chunks }: DataTurn) {
	let end = 0;
	return chunks.map((chunk) => {
		const from = end;
		end += chunk.length;
		return { from, end, afterMs: milliseconds(time, chunk.time) };
	});
}

/** Throws `bad-input` where the place does not fit. */
export function replayPlan(recording: Recording, how: ReplayHow, phrases: Phrases = english): ReplayPlan {
	assertFits(recording, how.place);
	const endpoint = endpointAt(recording, how.place, how.side, recordingName(recording, 'replay'));
	// Further connections are neither read nor answered.
	const alone = how.side === 'server' && recording.transport === 'stream' ? { serve: 'one-at-a-time' } : {};
	const config = validated(endpointConfigSchema, { ...endpoint, ...alone });
	const all = turnsOf(recording);
	const edits = editsByTurn(how.ignoreVarying ? findVarying(all) : []);
	let before = all[0]?.time ?? 0n;
	const turns = all.map((turn, n): PlannedTurn => {
		const gapMs = milliseconds(before, turn.time);
		before = turn.type === 'data' ? turn.last : turn.time;
		if (turn.type !== 'data') return { type: turn.type, from: turn.from, gapMs };
		const ignored = new Uint8Array(turn.bytes.length);
		for (const { at, length } of edits.get(n) ?? []) ignored.fill(1, at, at + length);
		const parts = how.rhythm ? timedParts(turn) : [{ from: 0, end: turn.bytes.length, afterMs: 0 }];
		return { type: 'data', from: turn.from, gapMs, bytes: turn.bytes, ignored, parts };
	});
	return {
		config,
		how,
		datagrams: recording.transport === 'datagram',
		turns: withoutOwnReply(turns, how.side),
		notes: placeNotes(recording, how.place, how.side, phrases),
	};
}
