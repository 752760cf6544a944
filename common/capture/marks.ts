/** What a person put on an event. One with neither a mark nor a note does not exist. */
export interface Mark {
	/** Position of the event in the capture, from 0. */
	readonly n: number;
	readonly marked: boolean;
	/** Empty for none. */
	readonly note: string;
}

/** One change of it: marked or not, or another note, of which an empty one takes the note away. */
export type Annotation =
	| { readonly n: number; readonly marked: boolean }
	| { readonly n: number; readonly note: string };

/** The marks and notes of one capture: what its annotations come to, one after the other. */
export class Marks {
	readonly #byEvent = new Map<number, Mark>();
	#sorted: Mark[] | undefined;

	get count(): number {
		return this.#byEvent.size;
	}

	get(n: number): Mark | undefined {
		return this.#byEvent.get(n);
	}

	/** Whether this changes anything. */
	changes(annotation: Annotation): boolean {
		const { marked, note } = this.#byEvent.get(annotation.n) ?? { marked: false, note: '' };
		return 'note' in annotation ? annotation.note !== note : annotation.marked !== marked;
	}

	/** Gives what the event has now; neither mark nor note where it has nothing any more. */
	apply(annotation: Annotation): Mark {
		const before = this.#byEvent.get(annotation.n) ?? { n: annotation.n, marked: false, note: '' };
		const after: Mark = { ...before, ...annotation };
		if (after.marked || after.note !== '') this.#byEvent.set(after.n, after);
		else this.#byEvent.delete(after.n);
		this.#sorted = undefined;
		return after;
	}

	/** Those of events from `from` up to, but without, `to`, in order. */
	range(from = 0, to = Number.POSITIVE_INFINITY): readonly Mark[] {
		this.#sorted ??= [...this.#byEvent.values()].sort((a, b) => a.n - b.n);
		const all = this.#sorted;
		return all.slice(before(all, from), before(all, to));
	}

	/** The annotations that make the same marks out of none. */
	annotations(): Annotation[] {
		return this.range().flatMap(({ n, marked, note }) => [
			...(marked ? [{ n, marked }] : []),
			...(note === '' ? [] : [{ n, note }]),
		]);
	}
}

/** How many of these stand before event `n`. */
function before(sorted: readonly Mark[], n: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle]?.n ?? 0) < n) low = middle + 1;
		else high = middle;
	}
	return low;
}
