import type { HostCommand } from '../../../preload/api.ts';
import { isWriting } from '../shared/is-writing.ts';
import { stepWorkspace } from '../state/endpoints/workspace.ts';
import {
	chooseWorkspace,
	duplicateWorkspace,
	newWorkspace,
	openWorkspace,
	saveWorkspaceAs,
} from '../state/endpoints/workspace-file.ts';
import { openDialog, useDialogs } from '../state/window/dialogs.ts';
import { requestOpen } from '../state/window/open-request.ts';

/**
 * Of the text that has the focus, else of the workspace. The menu cannot know the focus, and on macOS a text has no undo
 * but the menu's. The command is deprecated, but nothing else reaches a field's own history.
 */
function step(way: 'undo' | 'redo'): void {
	if (isWriting(document.activeElement)) document.execCommand(way);
	else if (useDialogs.getState().open === undefined) void stepWorkspace(way);
}

/** What the items of the host's menu do. */
export const HOST_COMMAND_ACTIONS: Readonly<Record<HostCommand, () => void>> = {
	'new-endpoint': () => openDialog({ kind: 'new-endpoint' }),
	'open-capture': requestOpen,
	export: () => openDialog({ kind: 'export' }),
	'new-workspace': newWorkspace,
	'open-workspace': chooseWorkspace,
	'open-untitled-workspace': () => openWorkspace(),
	'save-workspace-as': saveWorkspaceAs,
	'duplicate-workspace': duplicateWorkspace,
	settings: () => openDialog({ kind: 'settings' }),
	undo: () => step('undo'),
	redo: () => step('redo'),
};
