import { basename } from 'node:path';
import type { RecoveredSegment } from './index.ts';

/** What recovery did, for people; undefined when all was in order. `leftOut`: nothing could be cut off. */
export function summarize(segments: readonly RecoveredSegment[], leftOut: boolean): string | undefined {
	const rebuilt = segments.filter((segment) => segment.rebuilt);
	if (rebuilt.length === 0) return undefined;
	const foreign = rebuilt.find((segment) => segment.foreign);
	const cut = rebuilt.filter((segment) => !segment.foreign).reduce((sum, segment) => sum + segment.cutBytes, 0);
	const files = rebuilt.length === 1 ? 'one segment' : `${rebuilt.length} segments`;
	const done = leftOut ? 'left out' : 'cut off';
	const missing = rebuilt.reduce((sum, segment) => sum + segment.missing, 0);
	const torn = cut === 0 ? undefined : `${cut} bytes of an unfinished event were ${done}`;
	const what = missing === 0 ? 'not closed' : 'cut off';
	const lost = torn ?? (missing === 0 ? 'nothing was lost' : undefined);
	const anew = `The capture was ${what}: the index of ${files} was made anew${lost === undefined ? '' : `, and ${lost}`}.`;
	const gone = `${missing} ${missing === 1 ? 'event that it had is' : 'events that it had are'} in no file any more.`;
	const ours = missing === 0 ? anew : `${anew} ${gone}`;
	if (foreign === undefined) return ours;
	const name = basename(foreign.place.data);
	return `${ours} ${name} was changed by another program, and is shown up to there: ${foreign.damage}`;
}
