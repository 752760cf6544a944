import { withCode } from '../../app/shared/with-code.ts';

type RowCommands = typeof import('./menu/index.ts');

/** Does something with the commands of rows, which are loaded on their first use. */
export function rowCommands(use: (commands: RowCommands) => unknown): void {
	withCode(import('./menu/index.ts'), use);
}
