import type { Annotation } from '../../../common/capture/marks.ts';

/**
 * The sentence that the comment of a packet carries which a person's mark or note is kept as. It is no event:
 *
 *   annotation = "mark on event " number | "no mark on event " number
 *              | "note on event " number ": " text | "no note on event " number
 *
 * The number is the event's as people see it, from 1: its position in the capture and one.
 */
export function formatAnnotation(annotation: Annotation): string {
	const where = `on event ${annotation.n + 1}`;
	if ('marked' in annotation) return annotation.marked ? `mark ${where}` : `no mark ${where}`;
	return annotation.note === '' ? `no note ${where}` : `note ${where}: ${annotation.note}`;
}

const grammar = /^(mark|no mark|note|no note) on event ([1-9][0-9]{0,15})(?:: (.+))?$/s;

/** Reads such a comment, or gives undefined for any other text. */
export function parseAnnotation(comment: string): Annotation | undefined {
	const [, what, number, text] = grammar.exec(comment) ?? [];
	const n = Number(number) - 1;
	if (what === undefined || !Number.isSafeInteger(n) || (what === 'note') !== (text !== undefined)) return undefined;
	if (what === 'mark' || what === 'no mark') return { n, marked: what === 'mark' };
	return { n, note: text ?? '' };
}

/** The first of a packet's comments that is one. */
export function annotationIn(comments: readonly string[]): Annotation | undefined {
	for (const comment of comments) {
		const parsed = parseAnnotation(comment);
		if (parsed) return parsed;
	}
	return undefined;
}

/** What an annotation is kept with. */
export interface KeptAnnotation {
	readonly annotation: Annotation;
	/** Time of the event, nanoseconds since 1970: the packet bears it, so that it lies beside the event in the order of time. */
	readonly time: bigint;
	/** Connection of the event, 0 for none. */
	readonly connection: number;
}

/** The interface on which annotations lie. */
export const MARKS_INTERFACE = {
	name: 'Marks and notes',
	description: 'marks and notes of a person on events',
} as const;
