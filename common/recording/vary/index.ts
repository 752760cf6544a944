import type { Turn } from '../turns/turns.ts';
import { varyingBinaryCounters, varyingDecimalCounters } from './counters.ts';
import { varyingEchoes } from './echoes.ts';
import { type Edit, saidIn, type Varying } from './edit.ts';
import { varyingBinaryLengths, varyingChecksums, varyingContentLengths } from './lengths.ts';
import { Taken } from './taken.ts';
import { varyingTimes, varyingUuids } from './texts.ts';

export type { Edit, Replacement, Varying, VaryingPart, VaryingReason } from './edit.ts';
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
	const taken = new Taken(said);
	const found: Varying[] = [];
	for (const varying of DETECTORS.flatMap((detect) => detect(said))) {
		if (varying.parts.some((part) => taken.has(part))) continue;
		for (const part of varying.parts) taken.add(part);
		found.push(varying);
	}
	return found.sort((one, other) => placeOf(one) - placeOf(other));
}

/** Turns before bytes: a turn has fewer than 2 ** 32 of them. */
function placeOf({ parts: [first] }: Varying): number {
	return first === undefined ? 0 : first.turn * 2 ** 32 + first.edit.at;
}

/** The edits of each turn, by its index, in the order of their places. */
export function editsByTurn(chosen: readonly Varying[]): ReadonlyMap<number, readonly Edit[]> {
	const byTurn = Map.groupBy(
		chosen.flatMap(({ parts }) => parts),
		({ turn }) => turn,
	);
	return new Map(
		[...byTurn].map(([turn, parts]) => [turn, parts.map(({ edit }) => edit).sort((one, other) => one.at - other.at)]),
	);
}
