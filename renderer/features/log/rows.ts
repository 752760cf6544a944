import { RowSource } from '../../app/shared/row-source.ts';
import { useColours } from '../../app/state/capture/colours.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';

/** The rows of the list: the whole capture, or the matches of the filter. */
export const rowSource = new RowSource(async (from, count) => {
	const { applied } = useFilter.getState();
	const filter = applied === '' ? {} : { filter: applied };
	const { usable } = useColours.getState();
	const colours = usable.length === 0 ? {} : { colours: usable.map((rule) => rule.filter) };
	const { rows } = await session.call('captureRows', { ...viewed(), ...filter, ...colours, from, count });
	return rows;
});
