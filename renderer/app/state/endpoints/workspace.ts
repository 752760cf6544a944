import { create } from 'zustand';
import type { WorkspaceResolution, WorkspaceState } from '../../../../common/contract/calls/workspace.ts';
import { changeWords } from '../../../../common/workspace/step.ts';
import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { shortcutText } from '../window/shortcuts.ts';
import { toast, toastError } from '../window/toasts.ts';

/** The file of what is set up, from the topic `workspace`. */
export const useWorkspace = create<WorkspaceState>()(() => ({
	opened: '',
	path: '',
	title: '',
	untitled: true,
	saved: true,
	ran: [],
	startRan: false,
	order: [],
	missing: [],
}));

export function takeWorkspace(state: WorkspaceState): void {
	// Replaces the whole state, so that a problem that is over does not stay.
	useWorkspace.setState(state, true);
}

/** Starts the endpoints that ran when Wirebench ended. Those that fail show it on their cards. */
export async function startWhatRan(): Promise<void> {
	try {
		const { started, failed } = await session.call('workspaceStartRan', {});
		if (failed > 0) toast({ tone: 'info', title: words().notices.started(started, started + failed) });
	} catch (error) {
		toastError(words().notices.ranNotStarted, error);
	}
}

/** Chooses whether opening the open file on this machine starts what ran. */
export function keepStartRan(on: boolean): void {
	session
		.call('workspaceKeepStartRan', { on })
		.catch((error: unknown) => toastError(words().notices.choiceNotKept, error));
}

/** Withdraws the offer to start what ran. */
export function forgetWhatRan(): void {
	session.call('workspaceForgetRan', {}).catch((error: unknown) => toastError(words().notices.notDismissed, error));
}

/** Does what the person has chosen about the workspace's problem. */
export function resolveWorkspace(how: WorkspaceResolution): void {
	session
		.call('workspaceResolve', { how })
		.catch((error: unknown) => toastError(words().notices.workspaceAsBefore, error));
}

/** Undoes the last change of the workspace, or does it again; only this step where one is named. */
export async function stepWorkspace(way: 'undo' | 'redo', step?: number): Promise<boolean> {
	try {
		await session.call(way === 'undo' ? 'workspaceUndo' : 'workspaceRedo', step === undefined ? {} : { step });
		return true;
	} catch (error) {
		const { notUndone, notRedone } = words().notices;
		toastError(way === 'undo' ? notUndone : notRedone, error);
		return false;
	}
}

/** The commands to undo and to do again, with the name of the change. */
export function stepCommands({ undo, redo }: Pick<WorkspaceState, 'undo' | 'redo'>) {
	const text = words().workspaceMenu;
	return [
		{
			label: undo === undefined ? text.undo : text.undoChange(changeWords(undo, text.changes)),
			note: shortcutText('undo'),
			disabled: undo === undefined,
			onSelect: () => void stepWorkspace('undo'),
		},
		{
			label: redo === undefined ? text.redo : text.redoChange(changeWords(redo, text.changes)),
			note: shortcutText('redo'),
			disabled: redo === undefined,
			onSelect: () => void stepWorkspace('redo'),
		},
	];
}
