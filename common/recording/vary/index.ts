import type { Turn } from '../turns/turns.ts';
import { varyingBinaryCounters, varyingDecimalCounters } from './counters.ts';
import { varyingEchoes } from './echoes.ts';
import { type Edit, saidIn, type Varying } from './edit.ts';
import { varyingBinaryLengths, varyingChecksums, varyingContentLengths } from './lengths.ts';
import { varyingTimes, varyingUuids } from './texts.ts';

export type { Edit, Replacement, Varying } from './edit.ts';
export { literalPattern } from './edit.ts';

/** The surest come first: what overlaps one before it is left out. */
const DETECTORS = [
	varyingTimes,
	varyingUuids,
	varyingContentLengths,
	varyingBinaryLengths,
	varyingChecksums,
	varyingEchoes,
	varyingDecimalCounters,
	varyingBinaryCounters,
];

/** The parts of a conversation that probably differ the next time, in the order of their first places. */
export function findVarying(turns: readonly Turn[]): Varying[] {
	const said = saidIn(turns);
	const taken = new Map<number, Edit[]>();
	const found: Varying[] = [];
	for (const varying of DETECTORS.flatMap((detect) => detect(said))) {
		if (varying.parts.some(({ turn, edit }) => (taken.get(turn) ?? []).some((other) => overlap(edit, other)))) continue;
		for (const { turn, edit } of varying.parts) taken.set(turn, [...(taken.get(turn) ?? []), edit]);
		found.push(varying);
	}
	return found.sort((one, other) => placeOf(one) - placeOf(other));
}

function overlap(one: Edit, other: Edit): boolean {
	return one.at < other.at + other.length && other.at < one.at + one.length;
}

/** Turns before bytes: a turn has fewer than 2 ** 32 of them. */
function placeOf({ parts: [first] }: Varying): number {
	return first === undefined ? 0 : first.turn * 2 ** 32 + first.edit.at;
}

/** The edits of each turn, by its index, in the order of their places. */
export function editsByTurn(chosen: readonly Varying[]): ReadonlyMap<number, readonly Edit[]> {
	const edits = new Map<number, Edit[]>();
	for (const { turn, edit } of chosen.flatMap(({ parts }) => parts)) {
		edits.set(
			turn,
			[...(edits.get(turn) ?? []), edit].sort((one, other) => one.at - other.at),
		);
	}
	return edits;
}
