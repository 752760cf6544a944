import { lowerBound } from '../search/lower-bound.ts';
/** A person's mark or note on an event. An event with neither has no entry. */
export interface Mark {
	/** Position of the event in the capture, from 0. */
	readonly n: number;
	readonly marked: boolean;
	/** Empty for none. */
	readonly note: string;
}

/** One change: the mark is set or cleared, or the note replaced. An empty note removes it. */
export type Annotation =
	| { readonly n: number; readonly marked: boolean }
	| { readonly n: number; readonly note: string };

/** The marks and notes of one capture: the result of applying its annotations in order. */
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

	/** Applies the annotation and returns the event's mark and note afterwards, both empty when nothing is left. */
	apply(annotation: Annotation): Mark {
		const before = this.#byEvent.get(annotation.n) ?? { n: annotation.n, marked: false, note: '' };
		const after: Mark = { ...before, ...annotation };
		if (after.marked || after.note !== '') this.#byEvent.set(after.n, after);
		else this.#byEvent.delete(after.n);
		this.#sorted = undefined;
		return after;
	}

	/** The marks of events from `from` up to, but without, `to`, in order. */
	range(from = 0, to = Number.POSITIVE_INFINITY): readonly Mark[] {
		this.#sorted ??= [...this.#byEvent.values()].sort((a, b) => a.n - b.n);
		const all = this.#sorted;
		return all.slice(before(all, from), before(all, to));
	}

	/** The shortest list of annotations that produces these marks. */
	annotations(): Annotation[] {
		return this.range().flatMap(({ n, marked, note }) => [
			...(marked ? [{ n, marked }] : []),
			...(note === '' ? [] : [{ n, note }]),
		]);
	}
}

/** Counts the entries of `sorted` that come before event `n`. */
function before(sorted: readonly Mark[], n: number): number {
	return lowerBound(0, sorted.length, (i) => (sorted[i]?.n ?? 0) < n);
}
