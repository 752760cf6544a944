import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { session } from '../host/session.ts';
import { type Selection, useSelection } from '../window/selection.ts';
import { listed } from './listing.ts';
import { viewed } from './viewed.ts';

/** The row of the selection: a message where one is selected, else the event. Rejects as `captureRows` does. */
export async function selectedRow(
	{ event, item }: Pick<Selection, 'event' | 'item'> = useSelection.getState(),
): Promise<CaptureRow | undefined> {
	if (event === undefined) return undefined;
	const place = item === undefined ? { ...viewed(), from: event } : { ...listed(), from: item };
	return (await session.call('captureRows', { ...place, count: 1 })).rows[0];
}
