import { z } from 'zod';
import { captureIdSchema } from '../../../../common/contract/calls/capture.ts';

/** A page of a list, in the input. */
export function pageOf(usual: number, most: number) {
	return {
		/** Where the page begins: `nextCursor` of the page before. Left out: at the beginning. */
		cursor: z
			.string()
			.regex(/^\d{1,15}$/, 'Pass nextCursor of the page before, or leave it out.')
			.optional(),
		/** How many are returned at most. */
		limit: z.number().int().min(1).max(most).default(usual),
	};
}

/** Which capture a tool reads, in the input. */
export const captureShape = {
	/** The id of an open capture. Left out: the one named on the command line, otherwise the live one. */
	capture: captureIdSchema.unwrap().optional(),
};

/** What every page has besides its list. */
export const pageShape = {
	/** How many there are in all. */
	total: z.number().int(),
	/** Pass it as `cursor` for the next page; absent at the end. */
	nextCursor: z.string().optional(),
};

/** The position at which a page begins. */
export function positionOf({ cursor }: { readonly cursor?: string | undefined }): number {
	return cursor === undefined ? 0 : Number(cursor);
}

/** The cursor behind a page; nothing where the list ends there. */
export function nextAfter(end: number, total: number): { nextCursor?: string } {
	return end < total ? { nextCursor: String(end) } : {};
}
