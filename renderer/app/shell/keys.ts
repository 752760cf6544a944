import { useEffect } from 'react';
import { explainFocused } from '../shared/explain/explain-focused.ts';
import { isWriting } from '../shared/is-writing.ts';
import { switchListing } from '../state/capture/framed.ts';
import { jump, openBar } from '../state/capture/jump.ts';
import { findNext } from '../state/capture/search/find-next.ts';
import { stepWorkspace } from '../state/endpoints/workspace.ts';
import { chooseWorkspace, saveWorkspaceAs } from '../state/endpoints/workspace-file.ts';
import { openDialog, useDialogs } from '../state/window/dialogs.ts';
import { requestFocus } from '../state/window/focus.ts';
import { openHelp, partFor, useHelp } from '../state/window/help.ts';
import { requestOpen } from '../state/window/open-request.ts';
import { toggleFold } from '../state/window/pane-layout.ts';
import { focusPane } from '../state/window/panes.ts';
import { useSettings } from '../state/window/settings.ts';
import { chordOf, commandOf, isPlain, type Shortcut } from '../state/window/shortcuts.ts';

const ACTIONS: Readonly<Record<Shortcut, () => void>> = {
	'new-endpoint': () => openDialog({ kind: 'new-endpoint' }),
	captures: () => openDialog({ kind: 'captures' }),
	tests: () => openDialog({ kind: 'tests' }),
	palette: () => openDialog({ kind: 'palette' }),
	settings: () => openDialog({ kind: 'settings' }),
	'open-capture': requestOpen,
	undo: () => void stepWorkspace('undo'),
	redo: () => void stepWorkspace('redo'),
	'open-workspace': chooseWorkspace,
	'save-workspace-as': saveWorkspaceAs,
	filter: () => requestFocus('filter'),
	target: () => requestFocus('target'),
	goto: () => openBar('goto'),
	messages: switchListing,
	'next-match': () => findNext(false),
	'previous-match': () => findNext(true),
	'next-error': () => jump('error', false),
	'previous-error': () => jump('error', true),
	'next-mark': () => jump('mark', false),
	'previous-mark': () => jump('mark', true),
	export: () => openDialog({ kind: 'export' }),
	'next-pane': () => focusPane(1),
	'previous-pane': () => focusPane(-1),
	'fold-endpoints': () => toggleFold('endpoints'),
	'fold-inspector': () => toggleFold('inspector'),
	'fold-composer': () => toggleFold('composer'),
	'fold-timeline': () => toggleFold('timeline'),
	keys: () => openDialog({ kind: 'keys' }),
	explain: explainFocused,
	help: () => {
		const { open, over } = useDialogs.getState();
		openHelp(partFor(over ?? open, document.activeElement));
	},
};

/** These open the help over a dialog. */
const OVER_DIALOGS: ReadonlySet<Shortcut> = new Set(['help', 'explain']);

/** In a text field these belong to its text. */
const OUTSIDE_TEXTS: ReadonlySet<Shortcut> = new Set(['undo', 'redo']);

/** The keys that work with any focus. */
export function useGlobalKeys(): void {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.defaultPrevented || useHelp.getState().place !== undefined) return;
			const chord = chordOf(event);
			const command = chord === undefined ? undefined : commandOf(chord, useSettings.getState().keys);
			if (chord === undefined || command === undefined) return;
			if (!OVER_DIALOGS.has(command) && useDialogs.getState().open !== undefined) return;
			if ((OUTSIDE_TEXTS.has(command) || isPlain(chord)) && isWriting(event.target)) return;
			ACTIONS[command]();
			event.preventDefault();
		};
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	}, []);
}
