import { useFilter } from '../../app/filter.ts';
import { RowSource } from '../../app/row-source.ts';
import { session } from '../../app/session.ts';
import { viewed } from '../../app/viewed.ts';

/** The rows of the list: of the whole capture, or of the filter that is on. */
export const rowSource = new RowSource(async (from, count) => {
	const { applied } = useFilter.getState();
	const filter = applied === '' ? {} : { filter: applied };
	const { rows } = await session.call('captureRows', { ...viewed(), ...filter, from, count });
	return rows;
});
