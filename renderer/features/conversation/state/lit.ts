import type { SoughtRequest } from '../../../../common/contract/calls/find.ts';
import type { StreamLine } from '../../../../common/contract/calls/stream.ts';
import { useFound } from '../../../app/state/capture/search/found.ts';
import { useSought } from '../../../app/state/capture/search/sought.ts';
import { type Lit, NOTHING_LIT } from '../../../bytes/lit.ts';
import { useFinding } from './find.ts';
import { type EventRange, useConversation } from './store.ts';

/** What is lit up in the lines: what is searched for in the conversation, else what the filter or the log's search looks for. */
export function soughtNow(): SoughtRequest | undefined {
	const { filter } = useSought.getState();
	return useFinding.getState().sought ?? (filter === '' ? undefined : filter);
}

/** The same, up to date. */
export function useSoughtNow(): SoughtRequest | undefined {
	const filter = useSought((sought) => sought.filter);
	const own = useFinding((finding) => finding.sought);
	return own ?? (filter === '' ? undefined : filter);
}

const NONE: readonly EventRange[] = [];

/** The current place: the last match of the conversation's search, else that of the filter in the selected event. */
export function useCurrent(): readonly EventRange[] {
	const isOwn = useFinding((finding) => finding.sought !== undefined);
	const hits = useConversation((view) => view.hits);
	const n = useFound((found) => (found.of === found.needle || found.item !== undefined ? undefined : found.event));
	const place = useFound((found) => found.places[found.at]);
	if (isOwn) return hits;
	return n === undefined || place === undefined ? NONE : [{ n, from: place.from, to: place.to }];
}

/** What is lit up in a line, with offsets from its first byte. */
export function litIn(line: StreamLine, current: readonly EventRange[]): Lit {
	if (line.type === 'head') return NOTHING_LIT;
	const { places = [], n } = line;
	const [start, length] = line.type === 'event' ? [0, Number.POSITIVE_INFINITY] : [line.offset, line.bytes.length];
	const here = current.find((range) => range.n === n && range.to > start && range.from < start + length);
	if (places.length === 0 && here === undefined) return NOTHING_LIT;
	const others = here === undefined ? places : places.filter(({ from, to }) => to <= here.from || from >= here.to);
	const all = here === undefined ? others : [...others, here].sort((a, b) => a.from - b.from);
	return {
		places: all.map(({ from, to }) => ({ from: from - start, to: to - start })),
		at: here === undefined ? -1 : all.indexOf(here),
	};
}
