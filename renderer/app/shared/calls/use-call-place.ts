import { useEffect, useState } from 'react';
import { dialogWords } from '../../../words/dialogs.ts';
import { viewed } from '../../state/capture/viewed.ts';
import { session } from '../../state/host/session.ts';
import { toastError } from '../../state/window/toasts.ts';
import type { Calls } from './use-calls.ts';

/** The calls of an event in a list. */
export interface CallPlace {
	readonly n: number;
	/** Index of the first; of the next event's where it has none. */
	readonly index: number;
	readonly count: number;
}

/** Finds the calls of the selected event, as soon as the list has scanned it. */
export function useCallPlace({ list, source, state }: Calls, n: number | undefined): CallPlace | undefined {
	const [found, setFound] = useState<{ readonly source: unknown; readonly place: CallPlace }>();
	const isScanned = n !== undefined && (state?.scanned ?? 0) > n;
	const isKnown = found?.source === source && found.place.n === n;
	useEffect(() => {
		if (!isScanned || isKnown) return;
		let wanted = true;
		session.call('callPlace', { ...viewed(), ...list, n }).then(
			(place) => wanted && setFound({ source, place: { n, ...place } }),
			(error: unknown) => wanted && toastError(dialogWords().socketCalls.notFound, error),
		);
		return () => {
			wanted = false;
		};
	}, [isScanned, isKnown, n, list, source]);
	return isKnown ? found.place : undefined;
}
