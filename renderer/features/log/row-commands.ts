import { toastError } from '../../app/state/window/toasts.ts';
import { words } from '../../words/index.ts';

type RowCommands = typeof import('./menu/index.ts');

/** Does something with the commands of rows, which are loaded on their first use. */
export function rowCommands(use: (commands: RowCommands) => unknown): void {
	import('./menu/index.ts').then(use).catch((error: unknown) => toastError(words().captureActions.notLoaded, error));
}
