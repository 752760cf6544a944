import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { isClient } from '../../../common/endpoints/index.ts';
import { aliasesOfCommand } from '../../../common/words/aliases/index.ts';
import { en, type Words } from '../../../common/words/en.ts';
import { enDialogs } from '../../../common/words/en-dialogs.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../common/words/locale/language.ts';
import { workspaceFileTitle } from '../../../common/workspace/file-name.ts';
import { findOffers } from '../../app/shared/offers/offers.ts';
import { compareSelected } from '../../app/state/capture/compare/compare.ts';
import { compareSelectedConnection } from '../../app/state/capture/compare/compare-connections.ts';
import { switchListing } from '../../app/state/capture/framed.ts';
import { jump, openBar } from '../../app/state/capture/jump.ts';
import { keepLayout } from '../../app/state/capture/keep-layout.ts';
import { clearCapture } from '../../app/state/capture/live-capture.ts';
import { recordSelected } from '../../app/state/capture/recording.ts';
import { startAll, stopAll } from '../../app/state/endpoints/all-endpoints.ts';
import { openOffer } from '../../app/state/endpoints/chosen-config.ts';
import { startEndpoint, stopEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { type Command, endpointCommands } from '../../app/state/endpoints/endpoint-commands.ts';
import { keepStartRan, stepCommands, useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { workspaceCommands } from '../../app/state/endpoints/workspace-commands.ts';
import { openWorkspace } from '../../app/state/endpoints/workspace-file.ts';
import { requestPayload, usePayloads } from '../../app/state/templates/payloads.ts';
import { useCentre } from '../../app/state/window/centre.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { requestFocus } from '../../app/state/window/focus.ts';
import { openExplanation, openHelp } from '../../app/state/window/help.ts';
import { openLessons } from '../../app/state/window/lessons.ts';
import { requestOpen } from '../../app/state/window/open-request.ts';
import { type FoldablePane, resetPanes, toggleFold } from '../../app/state/window/pane-layout.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { updateSettings, useSettings } from '../../app/state/window/settings.ts';
import { shortcutText } from '../../app/state/window/shortcuts.ts';
import type { Contrast, Theme } from '../../app/state/window/theme.ts';
import { dialogWords } from '../../words/dialogs.ts';
import { words } from '../../words/index.ts';

/** Commands of one place. */
export interface CommandGroup {
	readonly name: string;
	readonly commands: readonly Command[];
}

/** Maximum number of listed commands: another word narrows them. */
const MOST = 100;

type CommandName = keyof Words['palette']['commands'];

/** A command that is found by its words in the page's language, and by the English ones. */
interface FoundCommand extends Command {
	readonly also?: string;
}

const named = (name: CommandName, onSelect: () => void, note?: string | undefined): FoundCommand => ({
	label: words().palette.commands[name],
	also: en.palette.commands[name],
	onSelect,
	...(note === undefined ? {} : { note }),
});

const theme = (name: CommandName, chosen: Theme) => named(name, () => updateSettings({ theme: chosen }));

const contrast = (name: CommandName, chosen: Contrast) => named(name, () => updateSettings({ contrast: chosen }));

const fold = (name: CommandName, pane: FoldablePane) =>
	named(name, () => toggleFold(pane), shortcutText(`fold-${pane}`));

/** In each language's own words, so that a person finds it from any of the others. */
const language = (chosen: Language): FoundCommand => ({
	label: words().palette.language(LANGUAGE_NAMES[chosen]),
	also: en.palette.language(chosen),
	onSelect: () => updateSettings({ language: chosen }),
});

const general = (): FoundCommand[] => [
	named('newEndpoint', () => openDialog({ kind: 'new-endpoint' }), shortcutText('new-endpoint')),
	named('startAll', () => void startAll()),
	named('stopAll', () => void stopAll()),
	named('tests', () => openDialog({ kind: 'tests' }), shortcutText('tests')),
	{ ...named('compose', () => requestFocus('composer')), alias: 'write' },
	named('showLog', () => useCentre.getState().show('log')),
	named('showConversation', () => useCentre.getState().show('conversation')),
	named('showSequence', () => useCentre.getState().show('sequence')),
	named('showSocket', () => useCentre.getState().show('socket')),
	named('listMessages', switchListing, shortcutText('messages')),
	{ ...named('tryFraming', () => openDialog({ kind: 'try-framing' })), alias: 'framing' },
	named('showStatistics', () => useCentre.getState().show('statistics')),
	named('filter', () => requestFocus('filter'), shortcutText('filter')),
	named('filters', () => openDialog({ kind: 'filters' })),
	named('colours', () => openDialog({ kind: 'colours' })),
	named('find', () => openBar('find'), shortcutText('next-match')),
	named('goTo', () => openBar('goto'), shortcutText('goto')),
	named('nextError', () => jump('error', false), shortcutText('next-error')),
	named('nextMark', () => jump('mark', false), shortcutText('next-mark')),
	named('compareMessage', () => void compareSelected(), words().palette.inLog),
	named('compareConnections', compareSelectedConnection),
	named('makeTest', () => void recordSelected('test')),
	named('makeMock', () => void recordSelected('mock')),
	named('replay', () => void recordSelected('replay')),
	...workspaceCommands().map(({ alone, inMenu, ...command }) => ({ ...command, label: alone })),
	named('keepView', keepLayout),
	named('agentCalls', () => openDialog({ kind: 'agent-calls' })),
	named('captures', () => openDialog({ kind: 'captures' }), shortcutText('captures')),
	named('openFile', requestOpen, shortcutText('open-capture')),
	named('openPath', () => openDialog({ kind: 'open-path' })),
	{ ...named('export', () => openDialog({ kind: 'export' }), shortcutText('export')), alias: 'export' },
	named('clear', clearCapture),
	fold('foldEndpoints', 'endpoints'),
	fold('foldInspector', 'inspector'),
	fold('foldComposer', 'composer'),
	fold('foldTimeline', 'timeline'),
	named('resetPanes', resetPanes),
	theme('light', 'light'),
	theme('dark', 'dark'),
	theme('asSystem', 'system'),
	contrast('contrastHigh', 'high'),
	contrast('contrastNormal', 'normal'),
	contrast('contrastSystem', 'system'),
	...LANGUAGES.map(language),
	named('languageSystem', () => updateSettings({ language: 'system' })),
	{
		label: `${words().shell.settings}…`,
		also: en.shell.settings,
		note: shortcutText('settings'),
		onSelect: () => openDialog({ kind: 'settings' }),
	},
	named('keys', () => openDialog({ kind: 'keys' }), shortcutText('keys')),
	named('help', () => openHelp('first-minutes'), shortcutText('help')),
	named('explanations', () => openExplanation()),
	{ label: dialogWords().lessons.command, also: enDialogs.lessons.command, onSelect: () => openLessons() },
];

/** The workspaces that were open before. */
function recentCommands(): Command[] {
	const { recentWorkspaces } = useSettings.getState();
	const { path: present, untitled } = useWorkspace.getState();
	const others = recentWorkspaces.filter((path) => path !== present);
	return [
		...others.map((path) => ({
			label: words().palette.openWorkspace(workspaceFileTitle(path)),
			onSelect: () => openWorkspace(path),
		})),
		...(untitled ? [] : [named('openUntitled', () => openWorkspace())]),
	];
}

/** The switch of the open file on this machine. */
function openingCommand(): Command {
	const { startRan } = useWorkspace.getState();
	return named(startRan ? 'notStartRan' : 'startRan', () => keepStartRan(!startRan));
}

/** Sends a saved payload, to where the composer sends. */
function payloadCommands(): Command[] {
	return usePayloads.getState().payloads.map((payload) => ({
		label: words().palette.sendPayload(payload.folder ?? '', payload.name),
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
		.map((offer) => ({
			label: words().palette.newOffer(offer.texts(words()).title),
			onSelect: () => void openOffer(offer),
		}));
}

function groupOf(state: EndpointState): CommandGroup {
	const { id, config } = state;
	const { name } = config;
	const client = isClient(config.kind);
	const text = words().palette.endpoint;
	const toggle: Command = isIdle(state)
		? { label: client ? text.connect : text.start, onSelect: () => void startEndpoint(id) }
		: { label: client ? text.disconnect : text.stop, onSelect: () => void stopEndpoint(id) };
	const select = { label: text.select, onSelect: () => useSelection.getState().selectEndpoint(id) };
	return { name, commands: [toggle, select, ...endpointCommands(state)] };
}

/**
 * The commands that contain every word of the query, in their own words or in their endpoint's name. Without a query:
 * the window's, and start or stop for each endpoint.
 */
export function findCommands(query: string, endpoints: Iterable<EndpointState>): CommandGroup[] {
	const parts = query.toLowerCase().split(/\s+/).filter(Boolean);
	const matches = (group: string) => (command: FoundCommand) => {
		const aliases = command.alias === undefined ? '' : aliasesOfCommand(command.alias);
		const text = `${command.label} ${command.also ?? ''} ${group} ${aliases}`.toLowerCase();
		return command.disabled !== true && parts.every((part) => text.includes(part));
	};
	const found: CommandGroup[] = [
		{
			name: words().palette.window,
			commands: [...stepCommands(useWorkspace.getState()), ...general(), openingCommand(), ...recentCommands()].filter(
				matches(''),
			),
		},
	];
	if (parts.length > 0)
		found.push({
			name: words().palette.payloads,
			commands: payloadCommands().filter(matches('payload')).slice(0, MOST),
		});
	let room = MOST - found.reduce((sum, { commands }) => sum + commands.length, 0);
	for (const state of endpoints) {
		if (room <= 0) break;
		const { name, commands } = groupOf(state);
		const fitting = commands
			.slice(0, parts.length === 0 ? 1 : undefined)
			.filter(matches(name))
			.slice(0, room);
		room -= fitting.length;
		found.push({ name, commands: fitting });
	}
	// Last, so that what is there already comes first.
	if (parts.length > 0) found.push({ name: words().palette.newEndpoints, commands: offerCommands(query) });
	return found.filter(({ commands }) => commands.length > 0);
}
