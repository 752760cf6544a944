import { useEffect, useState } from 'react';
import type { FindCount } from '../../../common/contract/calls/find.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { useJump } from '../../app/state/capture/jump.ts';
import { listed, useListing } from '../../app/state/capture/listing.ts';
import { useFound } from '../../app/state/capture/search/found.ts';
import { useViewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';

export interface MatchNumber {
	readonly count: FindCount;
	/** The number of the current match, from 1; undefined where none is selected, or it has not been counted. */
	readonly number: number | undefined;
}

/** The count of the search's matches, and which of them is selected; undefined without a search. */
export function useMatchNumber(): MatchNumber | undefined {
	const find = useJump((jump) => jump.searched);
	const within = useFilter((filter) => filter.applied);
	const capture = useViewed();
	const run = useListing((listing) => listing.run);
	const position = useFound((found) => found.position);
	const at = useFound((found) => found.at);
	const [count, setCount] = useState<FindCount>();
	const [number, setNumber] = useState<number>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: another capture, or another list of it, has other matches
	useEffect(() => {
		setCount(undefined);
		if (find === '') return;
		const query = { ...listed(), find, ...(within === '' ? {} : { within }) };
		return session.subscribe('captureFindCount', query, {
			onSnapshot: setCount,
			onDelta: setCount,
			onError: () => setCount(undefined),
		});
	}, [find, within, capture, run]);
	const counted = count?.matches;
	useEffect(() => {
		setNumber(undefined);
		if (find === '' || position === undefined || counted === undefined) return;
		let stale = false;
		const query = { ...listed(), find, ...(within === '' ? {} : { within }), n: position, index: at };
		session.call('captureFindNumber', query).then(
			(answer) => {
				if (!stale) setNumber(answer.number);
			},
			// The search has ended meanwhile: there is no number any more.
			() => undefined,
		);
		return () => {
			stale = true;
		};
	}, [find, within, position, at, counted]);
	return count === undefined ? undefined : { count, number };
}
