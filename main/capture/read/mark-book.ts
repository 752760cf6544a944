import { type Annotation, type Mark, Marks } from '../../../common/capture/marks.ts';

type Listener = (changed: readonly Mark[]) => void;

/** The marks and notes of a capture, and the listeners for changes. */
export class MarkBook {
	readonly marks = new Marks();
	readonly #listeners = new Set<Listener>();

	apply(annotations: readonly Annotation[]): void {
		const changed = annotations.map((annotation) => this.marks.apply(annotation));
		if (changed.length > 0) for (const listener of [...this.#listeners]) listener(changed);
	}

	/** Removes the marks of events before `end`. Returns the annotations that do so. */
	clear(end: number): Annotation[] {
		const annotations = this.marks.range(0, end).flatMap(({ n, offset }): Annotation[] => [
			{ n, offset, marked: false },
			{ n, offset, note: '' },
		]);
		this.apply(annotations);
		return annotations;
	}

	onChange(listener: Listener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}
