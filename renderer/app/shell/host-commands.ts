import type { HostCommand } from '../../../preload/api.ts';
import {
	chooseWorkspace,
	duplicateWorkspace,
	newWorkspace,
	openWorkspace,
	saveWorkspaceAs,
} from '../state/endpoints/workspace-file.ts';
import { openDialog } from '../state/window/dialogs.ts';
import { requestOpen } from '../state/window/open-request.ts';

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
};
