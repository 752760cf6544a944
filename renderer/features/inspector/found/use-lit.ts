import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { useFound } from '../../../app/state/capture/search/found.ts';
import { type Lit, NOTHING_LIT } from '../../../bytes/lit.ts';

/** What is found in an event, or a message. */
export function useLit({ n, item }: Pick<CaptureRow, 'n' | 'item'>): Lit {
	const found = useFound();
	return found.event === n && found.item === item && found.places.length > 0 ? found : NOTHING_LIT;
}
