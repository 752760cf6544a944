import type { Filter } from '../../../../../common/filter/index.ts';
import { words } from '../../../../words/index.ts';
import { useCentre } from '../../window/centre.ts';
import { toastError } from '../../window/toasts.ts';

/** A command that lists in the log what fulfils a condition, beside the present filter. */
export function listEntry(condition: Filter) {
	const { list: label, aFilter: note } = words().captureActions;
	return {
		label,
		note,
		onSelect: () => {
			useCentre.getState().show('log');
			import('../narrow.ts').then(
				({ narrowFilter }) => narrowFilter(condition),
				(error: unknown) => toastError(words().captureActions.filterUnchanged, error),
			);
		},
	};
}
