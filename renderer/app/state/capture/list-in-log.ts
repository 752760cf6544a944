import type { Filter } from '../../../../common/filter/index.ts';
import { useCentre } from '../window/centre.ts';
import { toastError } from '../window/toasts.ts';

/** A command that lists in the log what fulfils a condition, beside the present filter. */
export function listEntry(condition: Filter) {
	return {
		label: 'List in the log',
		note: 'a filter',
		onSelect: () => {
			useCentre.getState().show('log');
			import('./narrow.ts').then(
				({ narrowFilter }) => narrowFilter(condition),
				(error: unknown) => toastError('The filter could not be changed', error),
			);
		},
	};
}
