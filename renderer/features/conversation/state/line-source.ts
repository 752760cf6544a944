import type { SoughtRequest } from '../../../../common/contract/calls/find.ts';
import type { StreamLine, StreamMessage } from '../../../../common/contract/calls/stream.ts';
import { PagedSource } from '../../../virtual/paged-source.ts';

/** Lines of one query. */
const PAGE_LINES = 128;
/** About 12,000 lines. */
const MAX_PAGES = 96;

interface LinePage {
	/** What its places are of. */
	readonly sought: SoughtRequest | undefined;
	readonly lines: readonly StreamLine[];
	readonly messages: readonly StreamMessage[];
}

export type LineQuery = (
	from: number,
	count: number,
	sought: SoughtRequest | undefined,
) => Promise<Omit<LinePage, 'sought'>>;

/** The lines of a layout. */
export class LineSource extends PagedSource<LinePage> {
	/** `soughtNow`: what the places of lines are of; pages with others are fetched again when they are wanted. */
	constructor(query: LineQuery, soughtNow: () => SoughtRequest | undefined) {
		super({
			pageItems: PAGE_LINES,
			maxPages: MAX_PAGES,
			load: async (page) => {
				const sought = soughtNow();
				return { ...(await query(page * PAGE_LINES, PAGE_LINES, sought)), sought };
			},
			lengthOf: ({ lines }) => lines.length,
			// An incomplete message may have ended since.
			isFinal: ({ messages, sought }) => sought === soughtNow() && messages.every(({ end }) => end !== 'waiting'),
		});
	}

	line(index: number): StreamLine | undefined {
		return this.page(Math.floor(index / PAGE_LINES))?.lines[index % PAGE_LINES];
	}

	/** The message of line `index`. */
	message(index: number): StreamMessage | undefined {
		const line = this.line(index);
		if (line?.type !== 'slice') return undefined;
		const page = this.page(Math.floor(index / PAGE_LINES));
		return page?.messages.find(({ number }) => number === line.message);
	}
}
