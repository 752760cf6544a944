import { create } from 'zustand';
import { LIMITS } from '../../../../../common/contract/base/limits.ts';
import type { SoughtRequest } from '../../../../../common/contract/calls/find.ts';
import type { ByteRange } from '../../../../bytes/visible-text.ts';
import { session } from '../../host/session.ts';
import { useSelection } from '../../window/selection.ts';
import { listed } from '../listing.ts';
import { selectedPosition } from '../reveal.ts';
import { useViewed, viewed } from '../viewed.ts';
import { useSought } from './sought.ts';

export interface Found {
	/** What is searched for in the selected event, in place of the sought filter. */
	readonly needle: SoughtRequest | undefined;
	/** What the places are of. */
	readonly of: SoughtRequest | undefined;
	/** The event that they are in, or that a message with them ends in. */
	readonly event: number | undefined;
	/** Its position in the list of the log, where that is known. */
	readonly position: number | undefined;
	/** The message that they are in, by its position in the list of messages; undefined: they are in the event. */
	readonly item: number | undefined;
	readonly places: readonly ByteRange[];
	/** Offset from which there may be more; undefined when all are known. */
	readonly next: number | undefined;
	/** Index of the current place. */
	readonly at: number;
	readonly running: boolean;
	readonly error: Error | undefined;
}

const NOTHING = {
	of: undefined,
	event: undefined,
	position: undefined,
	item: undefined,
	places: [],
	next: undefined,
	at: 0,
	running: false,
	error: undefined,
};

/** The places of what is sought in the selected event, and the current one. */
export const useFound = create<Found>()(() => ({ needle: undefined, ...NOTHING }));

/** Changes with each search, so that an abandoned one ends. */
let run = 0;
/** The next event is entered at its last place. */
let fromEnd = false;

useSelection.subscribe((now, before) => {
	if (now.event !== before.event || now.item !== before.item) look();
});
useSought.subscribe(look);
useViewed.subscribe(look);

/** Searches the selected event; undefined: for the sought filter again. */
export function findInEvent(needle: Found['needle']): void {
	useFound.setState({ needle });
	look();
}

/** The event that a search goes to next is entered at its last place. */
export function enterAtEnd(): void {
	fromEnd = true;
}

function look(): void {
	run += 1;
	const { needle } = useFound.getState();
	const { event, item } = useSelection.getState();
	const filter = useSought.getState().filter;
	const of = needle ?? (filter === '' ? undefined : filter);
	useFound.setState({ ...NOTHING, event, item, position: selectedPosition(), of });
	if (event !== undefined && of !== undefined) void search(run, of, 0, LIMITS.placesPerQuery);
}

/** Adds places from an offset on, up to `most` of them altogether. */
async function search(mine: number, sought: SoughtRequest, start: number, most: number): Promise<void> {
	const { event, item } = useFound.getState();
	if (event === undefined) return;
	useFound.setState({ running: true });
	try {
		for (let from: number | undefined = start; from !== undefined; ) {
			const count = most - useFound.getState().places.length;
			if (count <= 0) break;
			const found: { places: ByteRange[]; next?: number | undefined } = await session.call('capturePlaces', {
				...(item === undefined ? { ...viewed(), n: event } : { ...listed(), n: item }),
				sought,
				from,
				count: Math.min(count, LIMITS.placesPerQuery),
			});
			if (mine !== run) return;
			from = found.next;
			const places = [...useFound.getState().places, ...found.places];
			useFound.setState({ places, next: from });
		}
		const { places } = useFound.getState();
		if (fromEnd && start === 0) useFound.setState({ at: Math.max(0, places.length - 1) });
		fromEnd = false;
		useFound.setState({ running: false });
	} catch (error) {
		if (mine !== run) return;
		useFound.setState({ running: false, error: error instanceof Error ? error : new Error(String(error)) });
	}
}

/** Moves to the next or the previous place within the event; false at its last, or first. */
export function stepWithin(back: boolean): boolean {
	const { places, at } = useFound.getState();
	const next = at + (back ? -1 : 1);
	if (next < 0 || next >= places.length) return false;
	useFound.setState({ at: next });
	return true;
}

/** The same, around the end; beyond the known places it searches for more. */
export function stepAround(back: boolean): void {
	const { places, next, of, running } = useFound.getState();
	if (stepWithin(back) || places.length === 0) return;
	if (back) useFound.setState({ at: places.length - 1 });
	else if (next === undefined) useFound.setState({ at: 0 });
	else if (of !== undefined && !running) {
		void search(run, of, next, places.length + LIMITS.placesPerQuery).then(() => stepWithin(false));
	}
}
