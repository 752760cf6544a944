import { words } from '../../../words/index.ts';
import { openDialog } from '../window/dialogs.ts';
import { shortcutText } from '../window/shortcuts.ts';
import type { Command } from './endpoint-commands.ts';
import { chooseWorkspace, duplicateWorkspace, newWorkspace, saveWorkspaceAs } from './workspace-file.ts';
import { chooseOwnParts, chooseParts } from './workspace-parts.ts';

/** A command that is in the palette and in the menu of the workspace. */
interface WorkspaceCommand extends Omit<Command, 'label'> {
	/** The label where nothing else says that it is about the workspace. */
	readonly alone: string;
	readonly inMenu: string;
}

/** What can be done with the open workspace and its file. */
export function workspaceCommands(): WorkspaceCommand[] {
	const { menu, alone } = words().workspaceMenu;
	const named = (name: keyof typeof menu, onSelect: () => void, note?: string | undefined): WorkspaceCommand => ({
		alone: alone[name],
		inMenu: menu[name],
		onSelect,
		...(note === undefined ? {} : { note }),
	});
	return [
		named('new', newWorkspace),
		named('open', chooseWorkspace, shortcutText('open-workspace')),
		named('saveAs', saveWorkspaceAs, shortcutText('save-workspace-as')),
		named('duplicate', duplicateWorkspace),
		named('takeParts', chooseParts),
		named('exportParts', chooseOwnParts),
		named('variables', () => openDialog({ kind: 'variables' })),
		named('structures', () => openDialog({ kind: 'structures' })),
	];
}
