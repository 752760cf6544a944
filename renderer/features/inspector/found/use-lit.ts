import { useFound } from '../../../app/state/capture/search/found.ts';
import { type Lit, NOTHING_LIT } from '../../../bytes/lit.ts';

/** What is found in event `n`. */
export function useLit(n: number): Lit {
	const found = useFound();
	return found.event === n && found.places.length > 0 ? found : NOTHING_LIT;
}
