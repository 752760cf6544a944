import type { OfferedPart, WorkspaceSource } from '../../../../common/contract/calls/workspace.ts';
import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { openDialog } from '../window/dialogs.ts';
import { toast, toastError } from '../window/toasts.ts';
import { stepWorkspace } from './workspace.ts';
import { chooseFile } from './workspace-file.ts';

/** Offers the parts of a workspace file. Rejects, and opens nothing, for a file that cannot be used. */
export async function offerParts(from: WorkspaceSource): Promise<void> {
	const { title, parts } = await session.call('workspaceParts', { from });
	openDialog({ kind: 'take-parts', from, title, parts });
}

/** Offers the parts of a workspace file that the person chooses. */
export function chooseParts(): void {
	chooseFile('take-parts', (path) => offerParts({ path })).catch(notOffered);
}

/** Shows that nothing of a file can be taken. */
export function notOffered(error: unknown): void {
	toastError(words().notices.nothingTaken, error);
}

type Chosen = Pick<OfferedPart, 'kind' | 'key'>;

/** Takes parts in, and offers to undo it. Rejects where the host refuses it. */
export async function takeParts(
	from: WorkspaceSource,
	parts: readonly (Chosen & { readonly clash: 'rename' | 'replace' })[],
): Promise<void> {
	await session.call('workspaceTakeParts', { from, parts: [...parts] });
	toast({
		tone: 'info',
		title: words().notices.taken(parts.length),
		action: { label: words().ui.undo, run: () => void stepWorkspace('undo') },
	});
}

/** Offers the parts of the open workspace for another file. */
export function chooseOwnParts(): void {
	session.call('workspaceParts', {}).then(
		({ title, parts }) => openDialog({ kind: 'export-parts', title, parts }),
		(error: unknown) => toastError(words().notices.notExported, error),
	);
}

/** Stores parts in another file. Rejects with `wrong-state` where there is one already that is not to be replaced. */
export async function exportParts(path: string, parts: readonly Chosen[], replace: boolean): Promise<void> {
	const stored = await session.call('workspaceExportParts', { path, parts: [...parts], replace });
	toast({ tone: 'info', title: words().notices.exported(parts.length), text: stored.path });
}
