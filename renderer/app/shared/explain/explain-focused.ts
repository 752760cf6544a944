import { words } from '../../../words/index.ts';
import { toastError } from '../../state/window/toasts.ts';

/** Explains what has the focus. What explains which place is loaded when it is asked for. */
export function explainFocused(): void {
	const focused = document.activeElement;
	import('./explain-place.ts')
		.then(({ explainPlace }) => explainPlace(focused))
		.catch((error: unknown) => toastError(words().ui.notExplained, error));
}
