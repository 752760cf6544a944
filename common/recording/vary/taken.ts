import type { Edit, Said, VaryingPart } from './edit.ts';

/**
 * The places that varying parts have taken. It costs time in the length of a part only, because one turn of several MiB
 * may have 100,000 parts.
 */
export class Taken {
	readonly #lengths: ReadonlyMap<number, number>;
	/** By turn: 1 for each taken cell. */
	readonly #cells = new Map<number, Uint8Array>();

	constructor(said: readonly Said[]) {
		this.#lengths = new Map(said.map(({ turn, bytes }) => [turn, bytes.length]));
	}

	/** Whether a part overlaps one that was added. */
	has({ turn, edit }: VaryingPart): boolean {
		return (
			this.#cells
				.get(turn)
				?.subarray(...cellsOf(edit))
				.includes(1) === true
		);
	}

	add({ turn, edit }: VaryingPart): void {
		const cells = this.#cells.get(turn) ?? new Uint8Array(2 * (this.#lengths.get(turn) ?? 0) + 1);
		this.#cells.set(turn, cells.fill(1, ...cellsOf(edit)));
	}
}

/** Byte n is cell 2n + 1, and the place before it is cell 2n: a mark overlaps a part that has bytes on both sides of it. */
function cellsOf({ at, length }: Edit): [from: number, to: number] {
	return length === 0 ? [2 * at, 2 * at + 1] : [2 * at + 1, 2 * (at + length)];
}
