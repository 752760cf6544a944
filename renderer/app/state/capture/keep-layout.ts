import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { useCentre } from '../window/centre.ts';
import { toast, toastError } from '../window/toasts.ts';
import { useFilter } from './filter.ts';

/** Stores in the workspace that it opens with the present view and filter where it was not open before. */
export function keepLayout(): void {
	const layout = { view: useCentre.getState().view, filter: useFilter.getState().applied };
	session.call('layoutSet', { layout }).then(
		() =>
			toast({
				tone: 'info',
				title: words().captureActions.layout.stored,
				text: words().captureActions.layout.elsewhere,
			}),
		(error: unknown) => toastError(words().captureActions.layout.failed, error),
	);
}
