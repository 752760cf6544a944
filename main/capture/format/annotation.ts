import type { Annotation } from '../../../common/capture/marks.ts';

/**
 * The packet comment that stores a person's mark or note. It is not an event:
 *
 *   annotation = "mark on event " place | "no mark on event " place
 *              | "note on event " place ": " text | "no note on event " place
 *   place      = number [" at offset " offset]
 *
 * The number is the event's number for people, from 1: its position in the capture plus one. With an offset it is on the message
 * that begins there, in bytes from 1 on, within the event: programs that do not know that take it for no annotation.
 */
export function formatAnnotation(annotation: Annotation): string {
	const { n, offset = 0 } = annotation;
	const where = `on event ${n + 1}${offset === 0 ? '' : ` at offset ${offset}`}`;
	if ('marked' in annotation) return annotation.marked ? `mark ${where}` : `no mark ${where}`;
	return annotation.note === '' ? `no note ${where}` : `note ${where}: ${annotation.note}`;
}

const grammar =
	/^(mark|no mark|note|no note) on event ([1-9][0-9]{0,15})(?: at offset ([1-9][0-9]{0,9}))?(?:: (.+))?$/s;

/** Parses such a comment; undefined for any other text. */
export function parseAnnotation(comment: string): Annotation | undefined {
	const [, what, number, offset, text] = grammar.exec(comment) ?? [];
	const n = Number(number) - 1;
	if (what === undefined || !Number.isSafeInteger(n) || (what === 'note') !== (text !== undefined)) return undefined;
	const place = offset === undefined ? { n } : { n, offset: Number(offset) };
	if (what === 'mark' || what === 'no mark') return { ...place, marked: what === 'mark' };
	return { ...place, note: text ?? '' };
}

/** The first annotation among a packet's comments. */
export function annotationIn(comments: readonly string[]): Annotation | undefined {
	for (const comment of comments) {
		const parsed = parseAnnotation(comment);
		if (parsed) return parsed;
	}
	return undefined;
}

/** An annotation with the data to store it. */
export interface KeptAnnotation {
	readonly annotation: Annotation;
	/** Time of the event, nanoseconds since 1970: the packet has it, so that it sorts next to the event. */
	readonly time: bigint;
	/** Connection of the event, 0 for none. */
	readonly connection: number;
}

/** The interface of annotations. */
export const MARKS_INTERFACE = {
	name: 'Marks and notes',
	description: 'marks and notes of a person on events',
} as const;
