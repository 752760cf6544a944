import { workspaceChanges } from './workspace-changes.ts';

/** The menu of the workspace in the top bar, and its commands in the palette. */
export const workspaceMenu = {
	label: 'Workspace',
	recent: 'Recent',
	untitled: 'Untitled',
	keepView: 'Open it with this view and filter',
	startRan: 'Start what ran when this workspace opens',
	agentCalls: 'Agents’ calls…',
	undo: 'Undo',
	redo: 'Redo',
	undoChange: (change: string) => `Undo: ${change}`,
	redoChange: (change: string) => `Redo: ${change}`,
	changes: workspaceChanges,
	menu: {
		new: 'New workspace',
		open: 'Open workspace…',
		saveAs: 'Save workspace as…',
		duplicate: 'Duplicate workspace',
		takeParts: 'Take parts of another in…',
		exportParts: 'Export parts…',
		variables: 'Variables…',
		structures: 'Structures…',
	},
	/** Where nothing around them says that they are about the workspace. */
	alone: {
		new: 'New workspace',
		open: 'Open a workspace…',
		saveAs: 'Save the workspace as…',
		duplicate: 'Duplicate the workspace',
		takeParts: 'Take parts of another workspace in…',
		exportParts: 'Export parts of the workspace…',
		variables: 'Variables of the workspace…',
		structures: 'Structures of messages…',
	},
};
