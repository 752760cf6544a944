import { words } from '../../words/index.ts';
import { toastError } from '../state/window/toasts.ts';

/** Does something with code that is loaded on its first use; where it cannot be loaded, a notice says so. */
export function withCode<T>(code: Promise<T>, use: (code: T) => unknown): void {
	code.then(use, (error: unknown) => toastError(words().captureActions.notLoaded, error));
}
