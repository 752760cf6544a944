import { RowSource } from '../../app/shared/row-source.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';

/** The rows of the list: the whole capture, or the matches of the filter. */
export const rowSource = new RowSource(async (from, count) => {
	const { applied } = useFilter.getState();
	const filter = applied === '' ? {} : { filter: applied };
	const { rows } = await session.call('captureRows', { ...viewed(), ...filter, from, count });
	return rows;
});
