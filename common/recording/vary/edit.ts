import type { RecordingSide } from '../../contract/calls/recording.ts';
import type { Turn } from '../turns/turns.ts';

/** What replaces recorded bytes when they are sent again. */
export type Replacement =
	/** A template. */
	| { readonly type: 'template'; readonly text: string }
	/** What the other side's turn `turn` had under this name. */
	| { readonly type: 'captured'; readonly name: string; readonly turn: number };

/** A varying part of a turn. */
export interface Edit {
	/** Offset and number of its bytes; none for a mark. */
	readonly at: number;
	readonly length: number;
	/** Left out: the recorded bytes are sent. */
	readonly send?: Replacement;
	/** A regular expression for what is expected; left out: exactly the recorded bytes. */
	readonly expect?: string;
	/** The name of what is captured where it is expected. */
	readonly capture?: string;
	/** It only varies where another part of the turn does. */
	readonly dependent?: boolean;
}

export const VARYING_KINDS = ['date', 'time', 'uuid', 'length', 'checksum', 'counter', 'echo'] as const;
export type VaryingKind = (typeof VARYING_KINDS)[number];

/** Why parts vary: a name of a phrase, with what it mentions. */
export type VaryingReason =
	| {
			readonly name:
				| 'httpDate'
				| 'isoDate'
				| 'ctime'
				| 'seconds'
				| 'milliseconds'
				| 'microseconds'
				| 'uuid'
				| 'repeatedUuid'
				| 'contentLength'
				| 'length'
				| 'wholeLength'
				| 'echo';
	  }
	| { readonly name: 'checksum'; readonly checksum: string }
	| { readonly name: 'counter'; readonly step: string };

/** A varying part, and the index of its turn among all turns. */
export interface VaryingPart {
	readonly turn: number;
	readonly edit: Edit;
}

/** Parts of turns that probably differ the next time, for one reason. */
export interface Varying {
	readonly kind: VaryingKind;
	/** Whose turns. */
	readonly from: RecordingSide;
	readonly reason: VaryingReason;
	readonly parts: readonly VaryingPart[];
}

/** A turn with data, and its index among all turns. */
export interface Said {
	readonly turn: number;
	readonly from: RecordingSide;
	readonly time: bigint;
	readonly bytes: Uint8Array;
}

export function saidIn(turns: readonly Turn[]): Said[] {
	return turns.flatMap((each, turn) =>
		each.type === 'data' ? [{ turn, from: each.from, time: each.time, bytes: each.bytes }] : [],
	);
}

export function saidBy(said: readonly Said[], from: RecordingSide): Said[] {
	return said.filter((one) => one.from === from);
}

/** Text as a regular expression that matches it. */
export function literalPattern(text: string): string {
	let pattern = '';
	for (const character of text) {
		const code = character.charCodeAt(0);
		if (/[\w ]/.test(character) && code < 0x80) pattern += character;
		else if (code > 0x20 && code < 0x7f) pattern += `\\${character}`;
		else pattern += `\\x${code.toString(16).padStart(2, '0')}`;
	}
	return pattern;
}
