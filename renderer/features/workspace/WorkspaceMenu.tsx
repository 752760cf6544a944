import { workspaceFileTitle } from '../../../common/workspace/file-name.ts';
import { keepLayout } from '../../app/state/capture/keep-layout.ts';
import { keepStartRan, stepCommands, useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { workspaceCommands } from '../../app/state/endpoints/workspace-commands.ts';
import { openWorkspace } from '../../app/state/endpoints/workspace-file.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { BarMenu } from '../../ui/BarMenu.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { useWords } from '../../words/index.ts';

/** Characters of a folder that fit beside a name. */
const MOST = 40;

/** The folder of a file, cut at its beginning. */
function folderOf(path: string): string {
	const folder = path.replace(/[/\\][^/\\]*$/, '');
	return folder.length > MOST ? `…${folder.slice(1 - MOST)}` : folder;
}

/** The open workspace, and the commands for its file. */
export function WorkspaceMenu() {
	const text = useWords().workspaceMenu;
	const title = useWorkspace((workspace) => workspace.title);
	const path = useWorkspace((workspace) => workspace.path);
	const untitled = useWorkspace((workspace) => workspace.untitled);
	const undo = useWorkspace((workspace) => workspace.undo);
	const redo = useWorkspace((workspace) => workspace.redo);
	const startRan = useWorkspace((workspace) => workspace.startRan);
	const recent = useSettings((settings) => settings.recentWorkspaces);
	const others = recent.filter((one) => one !== path);
	const back: MenuEntry[] = untitled ? [] : [{ label: text.untitled, onSelect: () => openWorkspace() }];
	const entries: MenuEntry[] = [
		...stepCommands({ undo, redo }),
		'separator',
		...workspaceCommands().map(({ inMenu, alone, ...command }) => ({ ...command, label: inMenu })),
		{ label: text.keepView, onSelect: keepLayout },
		{
			label: text.startRan,
			checked: startRan,
			onSelect: () => keepStartRan(!startRan),
		},
		'separator',
		{ label: text.agentCalls, onSelect: () => openDialog({ kind: 'agent-calls' }) },
	];
	if (others.length + back.length > 0) {
		const named = others.map((one) => ({
			label: workspaceFileTitle(one),
			note: folderOf(one),
			onSelect: () => openWorkspace(one),
		}));
		entries.push('separator', { heading: text.recent }, ...named, ...back);
	}
	return <BarMenu of={text.label} title={untitled ? text.untitled : title} label={text.label} entries={entries} />;
}
