import { openDialog } from '../window/dialogs.ts';
import type { Command } from './endpoint-commands.ts';
import { chooseWorkspace, duplicateWorkspace, newWorkspace, saveWorkspaceAs } from './workspace-file.ts';
import { chooseOwnParts, chooseParts } from './workspace-parts.ts';

/** A command that is in the palette by its whole label, and in the menu of the workspace. */
interface WorkspaceCommand extends Command {
	/** The label in the menu, which says itself that it is about the workspace. */
	readonly inMenu: string;
}

/** What can be done with the open workspace and its file. */
export const WORKSPACE_COMMANDS: readonly WorkspaceCommand[] = [
	{ label: 'New workspace', inMenu: 'New workspace', onSelect: newWorkspace },
	{ label: 'Open a workspace…', inMenu: 'Open workspace…', note: 'Ctrl Shift O', onSelect: chooseWorkspace },
	{ label: 'Save the workspace as…', inMenu: 'Save workspace as…', note: 'Ctrl Shift S', onSelect: saveWorkspaceAs },
	{ label: 'Duplicate the workspace', inMenu: 'Duplicate workspace', onSelect: duplicateWorkspace },
	{ label: 'Take parts of another workspace in…', inMenu: 'Take parts of another in…', onSelect: chooseParts },
	{ label: 'Export parts of the workspace…', inMenu: 'Export parts…', onSelect: chooseOwnParts },
	{ label: 'Variables of the workspace…', inMenu: 'Variables…', onSelect: () => openDialog({ kind: 'variables' }) },
];
