import { useEffect, useState } from 'react';
import type { Stream } from './use-stream.ts';

/** The number of lines in the list, and its setter. While not following, all of them are listed. */
export function useShown({ source, state }: Stream, following: boolean): [number, (count: number) => void] {
	const lines = state?.lines ?? 0;
	const [shown, setShown] = useState({ source, count: 0 });
	const count = !following ? lines : shown.source === source ? Math.min(shown.count, lines) : 0;
	useEffect(() => {
		if (!following) setShown({ source, count: lines });
	}, [source, following, lines]);
	return [count, (next) => setShown({ source, count: next })];
}
