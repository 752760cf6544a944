import { create } from 'zustand';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CallInput } from '../../../../common/contract/index.ts';
import { RowSource } from '../../../app/shared/row-source.ts';
import { useColours } from '../../../app/state/capture/colours.ts';
import { useFilter } from '../../../app/state/capture/filter.ts';
import { listed } from '../../../app/state/capture/listing.ts';
import { useSought } from '../../../app/state/capture/search/sought.ts';
import { session } from '../../../app/state/host/session.ts';
import { shownFields } from '../../../app/state/window/field-columns.ts';

/** Wall clock of the viewed capture's first event, ns; undefined until rows of it have been read. */
export const useBegin = create<{ readonly begin: bigint | undefined }>()(() => ({ begin: undefined }));

/** The list of the log as a parameter: the whole capture, its messages, or the matches of the filter. */
export function listParam(): Pick<CallInput<'captureRows'>, 'capture' | 'messages' | 'filter'> {
	const { applied } = useFilter.getState();
	return { ...listed(), ...(applied === '' ? {} : { filter: applied }) };
}

/** The decoded fields that rows are read with. */
export function fieldsParam(): Pick<CallInput<'captureRows'>, 'fields'> {
	const fields = shownFields().slice(0, LIMITS.fieldColumns);
	return fields.length === 0 ? {} : { fields };
}

/** The rows of the list. */
export const rowSource = new RowSource(async (from, count) => {
	const { usable } = useColours.getState();
	const colours = usable.length === 0 ? {} : { colours: usable.map((rule) => rule.filter) };
	const { filter } = useSought.getState();
	const sought = filter === '' ? {} : { sought: filter };
	const query = { ...listParam(), ...colours, ...sought, ...fieldsParam(), from, count };
	const { rows, begin } = await session.call('captureRows', query);
	if (begin !== useBegin.getState().begin) useBegin.setState({ begin });
	return rows;
});
