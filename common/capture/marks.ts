import { lowerBound } from '../search/lower-bound.ts';

/** What a mark or a note is on: an event, or a message in it. */
export interface MarkPlace {
	/** Position of the event in the capture, from 0. */
	readonly n: number;
	/** Of a message that begins and ends in the event, behind other bytes: the offset of its first byte. All other messages are meant by their last event. */
	readonly offset?: number | undefined;
}

/** A person's mark or note on an event or a message. One with neither has no entry. */
export interface Mark extends MarkPlace {
	readonly marked: boolean;
	/** Empty for none. */
	readonly note: string;
}

/** One change: the mark is set or cleared, or the note replaced. An empty note removes it. */
export type Annotation = MarkPlace & ({ readonly marked: boolean } | { readonly note: string });

/** The place of a message by its first event and its offset there, and its last event; of an event, those are the same. */
export function markPlaceOf(first: number, offset: number, last: number): MarkPlace {
	return first === last && offset > 0 ? { n: last, offset } : { n: last };
}

/** The same without an offset that says nothing. */
function placeOf({ n, offset = 0 }: MarkPlace): MarkPlace {
	return offset === 0 ? { n } : { n, offset };
}

/** Identifies a place among all of one capture. */
export function markKey({ n, offset = 0 }: MarkPlace): string {
	return `${n} ${offset}`;
}

/** The marks and notes of one capture: the result of applying its annotations in order. */
export class Marks {
	readonly #byEvent = new Map<number, Mark>();
	readonly #byMessage = new Map<string, Mark>();
	#sorted: Mark[] | undefined;

	get count(): number {
		return this.#byEvent.size + this.#byMessage.size;
	}

	/** That of an event, not of messages in it. */
	get(n: number): Mark | undefined {
		return this.#byEvent.get(n);
	}

	at(place: MarkPlace): Mark | undefined {
		return (place.offset ?? 0) === 0 ? this.#byEvent.get(place.n) : this.#byMessage.get(markKey(place));
	}

	/** The mark of an event, and those of messages in it, in order. */
	within(n: number): readonly Mark[] {
		if (this.#byMessage.size > 0) return this.range(n, n + 1);
		const own = this.#byEvent.get(n);
		return own === undefined ? [] : [own];
	}

	/** Whether this changes anything. */
	changes(annotation: Annotation): boolean {
		const { marked, note } = this.at(annotation) ?? { marked: false, note: '' };
		return 'note' in annotation ? annotation.note !== note : annotation.marked !== marked;
	}

	/** Applies the annotation and returns the mark and note of its place afterwards, both empty when nothing is left. */
	apply(annotation: Annotation): Mark {
		const place = placeOf(annotation);
		const { marked, note } = { marked: false, note: '', ...this.at(place), ...annotation };
		const after: Mark = { ...place, marked, note };
		const isKept = marked || note !== '';
		if (place.offset === undefined) {
			if (isKept) this.#byEvent.set(place.n, after);
			else this.#byEvent.delete(place.n);
		} else if (isKept) this.#byMessage.set(markKey(place), after);
		else this.#byMessage.delete(markKey(place));
		this.#sorted = undefined;
		return after;
	}

	/** The marks of events from `from` up to, but without, `to`, and of messages in them, in order. */
	range(from = 0, to = Number.POSITIVE_INFINITY): readonly Mark[] {
		this.#sorted ??= [...this.#byEvent.values(), ...this.#byMessage.values()].sort(inOrder);
		const all = this.#sorted;
		return all.slice(before(all, from), before(all, to));
	}

	/** The shortest list of annotations that produces these marks. */
	annotations(): Annotation[] {
		return this.range().flatMap(annotationsOf);
	}
}

/** The annotations that produce a mark. */
export function annotationsOf({ marked, note, ...place }: Mark): Annotation[] {
	return [...(marked ? [{ ...place, marked }] : []), ...(note === '' ? [] : [{ ...place, note }])];
}

/** By their events, and in one event by their offsets. */
export function inOrder(one: MarkPlace, other: MarkPlace): number {
	return one.n - other.n || (one.offset ?? 0) - (other.offset ?? 0);
}

/** Counts the entries of `sorted` that come before event `n`. */
function before(sorted: readonly Mark[], n: number): number {
	return lowerBound(0, sorted.length, (i) => (sorted[i]?.n ?? 0) < n);
}
