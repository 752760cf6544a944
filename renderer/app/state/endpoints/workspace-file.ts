import { isIdle } from '../../../../common/contract/base/endpoint-status.ts';
import { words } from '../../../words/index.ts';
import { useHost } from '../host/host.ts';
import { session } from '../host/session.ts';
import { type NextWorkspace, openDialog } from '../window/dialogs.ts';
import { toast, toastError } from '../window/toasts.ts';
import { useWorkbench } from './workbench.ts';
import { useWorkspace } from './workspace.ts';

const runs = () => [...useWorkbench.getState().endpoints.values()].some((endpoint) => !isIdle(endpoint));

/** Leaves the open workspace for another; asks first while an endpoint runs. Rejects where the other cannot be opened. */
export async function goTo(next: NextWorkspace): Promise<void> {
	if (next.to === 'file' && next.path === useWorkspace.getState().path) return;
	if (runs()) openDialog({ kind: 'leave-workspace', next });
	else await leaveFor(next, false);
}

/** The same without a question. */
export async function leaveFor(next: NextWorkspace, stopRunning: boolean): Promise<void> {
	if (next.to === 'new') await session.call('workspaceNew', { stopRunning });
	else if (next.to === 'file') await session.call('workspaceOpen', { ...namedPath(next.path), stopRunning });
	else {
		const { name, text } = next;
		const { path } = await session.call('workspaceOpenText', { name, text, stopRunning });
		toast({
			tone: 'info',
			title: words().notices.copyOpen(name),
			text: words().notices.copyPlace(path),
		});
	}
}

const namedPath = (path: string | undefined) => (path === undefined ? {} : { path });

export function newWorkspace(): void {
	goTo({ to: 'new' }).catch((error: unknown) => toastError(words().notices.noNewWorkspace, error));
}

/** Opens a workspace; without a path the untitled one. */
export function openWorkspace(path?: string): void {
	goTo({ to: 'file', ...namedPath(path) }).catch(notOpened);
}

function notOpened(error: unknown): void {
	toastError(words().notices.workspaceNotOpened, error);
}

/**
 * Asks for a workspace file by the host's dialog where it has one, and goes on with its path; else by a field for the path,
 * which does what it is for. Rejects where the dialog fails, and as `goOn`.
 */
export async function chooseFile(use: 'open' | 'take-parts', goOn: (path: string) => Promise<void>): Promise<void> {
	if (useHost.getState().info?.capabilities.openDialog !== true) {
		openDialog({ kind: 'workspace-path', use });
		return;
	}
	const { path } = await session.call('workspaceChoose', {});
	if (path !== undefined) await goOn(path);
}

/** Opens a workspace file that the person chooses. */
export function chooseWorkspace(): void {
	chooseFile('open', (path) => goTo({ to: 'file', path })).catch(notOpened);
}

/** Asks for a path by the host's dialog where it has one, else by a field, and stores a copy there, which is open then. */
export function saveWorkspaceAs(): void {
	if (useHost.getState().info?.capabilities.saveDialog !== true) {
		openDialog({ kind: 'workspace-path', use: 'save-as' });
		return;
	}
	session
		.call('chooseSavePath', { name: `${useWorkspace.getState().title}.wirebench.json` })
		// The dialog has confirmed replacing a file.
		.then(({ path }) => (path === undefined ? undefined : storeAs(path, true)))
		.catch(notSaved);
}

/** Rejects with `wrong-state` where there is a file already that is not to be replaced. */
export async function storeAs(path: string, replace: boolean): Promise<void> {
	await session.call('workspaceSaveAs', { path, replace });
}

function notSaved(error: unknown): void {
	toastError(words().notices.workspaceNotSaved, error);
}

export function duplicateWorkspace(): void {
	session
		.call('workspaceDuplicate', {})
		.then(({ path }) => toast({ tone: 'info', title: words().notices.theCopyOpen, text: path }), notSaved);
}
