import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { isClient } from '../../../common/endpoints/index.ts';
import { aliasesOfCommand } from '../../../common/words/aliases/index.ts';
import { workspaceFileTitle } from '../../../common/workspace/file-name.ts';
import { findOffers } from '../../app/shared/offers/offers.ts';
import { compareSelected } from '../../app/state/capture/compare.ts';
import { compareSelectedConnection } from '../../app/state/capture/compare-connections.ts';
import { jump, openBar } from '../../app/state/capture/jump.ts';
import { keepLayout } from '../../app/state/capture/keep-layout.ts';
import { clearCapture } from '../../app/state/capture/live-capture.ts';
import { RECORDED_USES, recordSelected } from '../../app/state/capture/recording.ts';
import { startAll, stopAll } from '../../app/state/endpoints/all-endpoints.ts';
import { openOffer } from '../../app/state/endpoints/chosen-config.ts';
import { startEndpoint, stopEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { type Command, endpointCommands } from '../../app/state/endpoints/endpoint-commands.ts';
import { keepStartRan, stepCommands, useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { WORKSPACE_COMMANDS } from '../../app/state/endpoints/workspace-commands.ts';
import { openWorkspace } from '../../app/state/endpoints/workspace-file.ts';
import { requestPayload, usePayloads } from '../../app/state/templates/payloads.ts';
import { CENTRE_VIEWS, useCentre } from '../../app/state/window/centre.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { requestFocus } from '../../app/state/window/focus.ts';
import { requestOpen } from '../../app/state/window/open-request.ts';
import { type FoldablePane, resetPanes, toggleFold } from '../../app/state/window/pane-layout.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { updateSettings, useSettings } from '../../app/state/window/settings.ts';
import type { Theme } from '../../app/state/window/theme.ts';

/** Commands of one place. */
export interface CommandGroup {
	readonly name: string;
	readonly commands: readonly Command[];
}

/** Maximum number of listed commands: another word narrows them. */
const MOST = 100;

const theme = (chosen: Theme, label: string): Command => ({
	label: `Colours: ${label}`,
	onSelect: () => updateSettings({ theme: chosen }),
});

const foldCommand = (pane: FoldablePane, note: string): Command => ({
	label: `Fold or unfold the ${pane}`,
	note,
	onSelect: () => toggleFold(pane),
});

const GENERAL: readonly Command[] = [
	{ label: 'New endpoint…', note: 'Alt N', onSelect: () => openDialog({ kind: 'new-endpoint' }) },
	{ label: 'Start all endpoints', onSelect: () => void startAll() },
	{ label: 'Stop all endpoints', onSelect: () => void stopAll() },
	{ label: 'Tests…', note: 'Alt S', onSelect: () => openDialog({ kind: 'tests' }) },
	{ label: 'Write a message', alias: 'write', onSelect: () => requestFocus('composer') },
	...CENTRE_VIEWS.map(({ value, label }) => ({
		label: `Show the traffic as ${label.toLowerCase()}`,
		onSelect: () => useCentre.getState().show(value),
	})),
	{ label: 'Filter the log', note: 'Ctrl F', onSelect: () => requestFocus('filter') },
	{ label: 'Saved filters…', onSelect: () => openDialog({ kind: 'filters' }) },
	{ label: 'Colour rules…', onSelect: () => openDialog({ kind: 'colours' }) },
	{ label: 'Find in the log', note: 'F3', onSelect: () => openBar('find') },
	{ label: 'Go to a time, an event…', note: 'Ctrl G', onSelect: () => openBar('goto') },
	{ label: 'Next error', note: 'F8', onSelect: () => jump('error', false) },
	{ label: 'Next mark or note', note: 'F2', onSelect: () => jump('mark', false) },
	{ label: 'Compare the selected message…', note: 'C in the log', onSelect: () => void compareSelected() },
	{ label: 'Compare connections or captures…', onSelect: compareSelectedConnection },
	...RECORDED_USES.map(({ as, label }) => ({
		label: `Selected connection: ${label.toLowerCase()}`,
		onSelect: () => void recordSelected(as),
	})),
	...WORKSPACE_COMMANDS,
	{ label: 'Open the workspace with this view and filter', onSelect: keepLayout },
	{ label: 'Agents’ calls…', onSelect: () => openDialog({ kind: 'agent-calls' }) },
	{ label: 'Captures…', note: 'Alt C', onSelect: () => openDialog({ kind: 'captures' }) },
	{ label: 'Open a capture file…', note: 'Ctrl O', onSelect: requestOpen },
	{ label: 'Open a capture by its path…', onSelect: () => openDialog({ kind: 'open-path' }) },
	{ label: 'Export…', alias: 'export', note: 'Ctrl Shift E', onSelect: () => openDialog({ kind: 'export' }) },
	{ label: 'Clear the capture', onSelect: clearCapture },
	foldCommand('endpoints', 'Ctrl B'),
	foldCommand('inspector', 'Ctrl I'),
	foldCommand('composer', 'Ctrl J'),
	foldCommand('timeline', 'Alt T'),
	{ label: 'Panes: all sizes and folds as at first', onSelect: resetPanes },
	theme('light', 'light'),
	theme('dark', 'dark'),
	theme('system', 'as the system'),
	{ label: 'Keyboard help', note: 'F1', onSelect: () => openDialog({ kind: 'keys' }) },
];

/** The workspaces that were open before. */
function recentCommands(): Command[] {
	const { recentWorkspaces } = useSettings.getState();
	const { path: present, untitled } = useWorkspace.getState();
	const others = recentWorkspaces.filter((path) => path !== present);
	return [
		...others.map((path) => ({
			label: `Open the workspace ${workspaceFileTitle(path)}`,
			onSelect: () => openWorkspace(path),
		})),
		...(untitled ? [] : [{ label: 'Open the untitled workspace', onSelect: () => openWorkspace() }]),
	];
}

/** The switch of the open file on this machine. */
function openingCommand(): Command {
	const { startRan } = useWorkspace.getState();
	const what = 'what ran when this workspace opens';
	return { label: startRan ? `Do not start ${what}` : `Start ${what}`, onSelect: () => keepStartRan(!startRan) };
}

/** Sends a saved payload, to where the composer sends. */
function payloadCommands(): Command[] {
	return usePayloads.getState().payloads.map((payload) => ({
		label: `Send ${payload.folder === undefined ? '' : `${payload.folder}: `}${payload.name}`,
		...(payload.shortcut === undefined ? {} : { note: `Alt ${payload.shortcut}` }),
		onSelect: () => requestPayload(payload),
	}));
}

/** Maximum number of entries of the gallery: it has them all. */
const MOST_OFFERS = 6;

/** The form of an entry of the gallery, found there by the same words. */
function offerCommands(query: string): Command[] {
	return findOffers(query)
		.slice(0, MOST_OFFERS)
		.map((offer) => ({ label: `New: ${offer.title}…`, onSelect: () => void openOffer(offer) }));
}

function groupOf(state: EndpointState): CommandGroup {
	const { id, config } = state;
	const { name } = config;
	const client = isClient(config.kind);
	const toggle: Command = isIdle(state)
		? { label: client ? 'Connect' : 'Start', onSelect: () => void startEndpoint(id) }
		: { label: client ? 'Disconnect' : 'Stop', onSelect: () => void stopEndpoint(id) };
	const select = { label: 'Select', onSelect: () => useSelection.getState().selectEndpoint(id) };
	return { name, commands: [toggle, select, ...endpointCommands(state)] };
}

/**
 * The commands that contain every word of the query, in their own words or in their endpoint's name. Without a query:
 * the window's, and start or stop for each endpoint.
 */
export function findCommands(query: string, endpoints: Iterable<EndpointState>): CommandGroup[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const matches = (group: string) => (command: Command) => {
		const aliases = command.alias === undefined ? '' : aliasesOfCommand(command.alias);
		const text = `${command.label} ${group} ${aliases}`.toLowerCase();
		return command.disabled !== true && words.every((word) => text.includes(word));
	};
	const found: CommandGroup[] = [
		{
			name: 'Window',
			commands: [...stepCommands(useWorkspace.getState()), ...GENERAL, openingCommand(), ...recentCommands()].filter(
				matches(''),
			),
		},
	];
	if (words.length > 0)
		found.push({ name: 'Payloads', commands: payloadCommands().filter(matches('payload')).slice(0, MOST) });
	let room = MOST - found.reduce((sum, { commands }) => sum + commands.length, 0);
	for (const state of endpoints) {
		if (room <= 0) break;
		const { name, commands } = groupOf(state);
		const fitting = commands
			.slice(0, words.length === 0 ? 1 : undefined)
			.filter(matches(name))
			.slice(0, room);
		room -= fitting.length;
		found.push({ name, commands: fitting });
	}
	// Last, so that what is there already comes first.
	if (words.length > 0) found.push({ name: 'New endpoint', commands: offerCommands(query) });
	return found.filter(({ commands }) => commands.length > 0);
}
