import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { Words } from '../../../common/words/en.ts';

/** An explanation of an event for beginners. None for data. */
export function explanationOf(
	{ kind, direction }: Pick<CaptureRow, 'kind' | 'direction'>,
	words: Words['inspector']['explained'],
): string | undefined {
	switch (kind) {
		case 'end':
			return direction === 'out' ? words.endOut : words.endIn;
		case 'reset':
			return direction === 'out' ? words.resetOut : words.resetIn;
		case 'data':
			return undefined;
		default:
			return words[kind];
	}
}
