import { useEffect } from 'react';
import { isWriting } from '../shared/is-writing.ts';
import { type JumpTarget, jump, openBar } from '../state/capture/jump.ts';
import { stepWorkspace } from '../state/endpoints/workspace.ts';
import { chooseWorkspace, saveWorkspaceAs } from '../state/endpoints/workspace-file.ts';
import { openDialog, useDialogs } from '../state/window/dialogs.ts';
import { requestFocus } from '../state/window/focus.ts';
import { requestOpen } from '../state/window/open-request.ts';
import { focusPane } from '../state/window/panes.ts';

/** The keyboard help, by place. */
export const KEYS: readonly { readonly where: string; readonly keys: readonly (readonly [string, string])[] }[] = [
	{
		where: 'Everywhere',
		keys: [
			['Alt N', 'New endpoint'],
			['Alt C', 'Captures: list, delete, limits'],
			['Alt S', 'Tests: steps that pass or fail'],
			['Ctrl K', 'Commands: all of them by their words'],
			['Ctrl O', 'Open a capture'],
			['Ctrl Z, Ctrl Shift Z', 'Undo, redo a change of the workspace; in a field: of its text'],
			['Ctrl Shift O, Ctrl Shift S', 'Open a workspace; save it as another file'],
			['Ctrl F, /', 'Filter the log'],
			['Ctrl G', 'Go to a time, an event, an error, a mark'],
			['F3, Shift F3', 'Find the next, the previous match'],
			['F8, Shift F8', 'Next, previous error'],
			['F2, Shift F2', 'Next, previous mark or note'],
			['Ctrl Shift E', 'Export'],
			['F6, Shift F6', 'Next, previous pane'],
			['F1', 'This help'],
			['Escape', 'Close a dialog or a menu'],
		],
	},
	{
		where: 'Endpoints',
		keys: [
			['↑ ↓ Home End', 'Select'],
			['→ ←', 'Show, hide connections'],
			['Enter', 'Start or stop'],
			['E', 'Edit (while stopped)'],
			['Alt ↑, Alt ↓', 'Move up, down'],
			['Delete', 'Remove; on a connection: close'],
			['Menu, Shift F10', 'More commands'],
		],
	},
	{
		where: 'Log',
		keys: [
			['↑ ↓ Page Up Page Down', 'Select an event'],
			['Home', 'First event'],
			['End', 'Last event, and follow'],
			['Enter', 'To its bytes; Escape comes back'],
			['M', 'Mark the event, or take the mark away'],
			['N', 'Note on the event'],
			['C', 'Compare: with the message that C is pressed on next, or that is clicked'],
		],
	},
	{
		where: 'Comparison',
		keys: [
			['F8 or N, F7 or P', 'Next, previous difference'],
			['I', 'Ignore the selected bytes, or the difference'],
			['S', 'Swap the sides'],
			['↑ ↓ Page Up Page Down Home End', 'Scroll'],
		],
	},
	{
		where: 'Comparison of connections',
		keys: [
			['↑ ↓ Page Up Page Down Home End', 'Choose a pair, or one of its messages'],
			['Enter', 'On a pair: to its messages; on a message: show the bytes side by side'],
			['Escape', 'From the bytes back to the connections; else close'],
		],
	},
	{
		where: 'Sequence diagram',
		keys: [
			['↑ ↓ Page Up Page Down Home', 'Select an event'],
			['End', 'Last event, and follow'],
			['Enter', 'To its bytes'],
		],
	},
	{
		where: 'Timeline',
		keys: [
			['← →, Home End', 'Move; with Shift select a range'],
			['Enter', 'Filter to the selected range, or select the event there'],
			['+ −, 0', 'Zoom in, out, show all'],
			['Page Up Page Down', 'Earlier, later, while zoomed in'],
			['Escape', 'Clear the range'],
		],
	},
	{
		where: 'Conversation',
		keys: [
			['↑ ↓ Page Up Page Down', 'Move, and select the event'],
			['Shift with these', 'Select several events'],
			['Home, End', 'To the beginning; to the end, and follow'],
			['Ctrl F', 'Find in the conversation; Shift Enter finds backwards'],
			['Ctrl C', 'Copy what is selected'],
			['Enter', 'To the bytes of the event'],
		],
	},
	{
		where: 'Filter',
		keys: [
			['Enter', 'Apply, and to the log'],
			['↑ ↓, Enter or Tab', 'Choose a suggestion'],
			['↑', 'Recent filters; ↓ comes back'],
			['Escape', 'Clear: back to the selected event'],
		],
	},
	{
		where: 'Composer',
		keys: [
			['Enter, Ctrl Enter', 'Send'],
			['Shift Enter', 'New line'],
			['↑ ↓', 'Earlier, later messages, from the first or last line'],
			['Alt 1 … Alt 9', 'Send a saved payload, with any focus'],
		],
	},
];

/** Ctrl or Cmd F; and the slash, by its character, outside of text fields. */
function isFilterKey(event: KeyboardEvent): boolean {
	if (event.altKey) return false;
	if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'f' && !event.shiftKey;
	return event.key === '/' && !isWriting(event.target);
}

/** Ctrl or Cmd Z, with Shift or as Ctrl Y to do it again, outside of text fields. */
function stepKey(event: KeyboardEvent): 'undo' | 'redo' | undefined {
	if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target)) return undefined;
	const key = event.key.toLowerCase();
	if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
	return key === 'y' && !event.shiftKey ? 'redo' : undefined;
}

/** The jump target of a function key. */
function jumpKey({ code, ctrlKey, metaKey, altKey }: KeyboardEvent): JumpTarget | undefined {
	if (ctrlKey || metaKey || altKey) return undefined;
	return code === 'F3' ? 'match' : code === 'F8' ? 'error' : code === 'F2' ? 'mark' : undefined;
}

/** Ctrl or Cmd with a letter. */
function isCommandKey(event: KeyboardEvent, letter: string): boolean {
	return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === letter;
}

/** Ctrl or Cmd with Shift. */
function isShiftCommand(event: KeyboardEvent, code: string): boolean {
	return event.code === code && event.shiftKey && (event.ctrlKey || event.metaKey) && !event.altKey;
}

/** The keys that work with any focus. Code, not key: on some systems Alt changes the typed character. */
export function useGlobalKeys(): void {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.defaultPrevented || useDialogs.getState().open !== undefined) return;
			const step = stepKey(event);
			const target = jumpKey(event);
			if (event.code === 'KeyN' && event.altKey && !event.ctrlKey && !event.metaKey) {
				openDialog({ kind: 'new-endpoint' });
			} else if (isShiftCommand(event, 'KeyE')) {
				openDialog({ kind: 'export' });
			} else if (isShiftCommand(event, 'KeyO')) {
				chooseWorkspace();
			} else if (isShiftCommand(event, 'KeyS')) {
				saveWorkspaceAs();
			} else if (event.code === 'KeyC' && event.altKey && !event.ctrlKey && !event.metaKey) {
				openDialog({ kind: 'captures' });
			} else if (event.code === 'KeyS' && event.altKey && !event.ctrlKey && !event.metaKey) {
				openDialog({ kind: 'tests' });
			} else if (event.code === 'F1') openDialog({ kind: 'keys' });
			else if (step !== undefined) void stepWorkspace(step);
			else if (isFilterKey(event)) requestFocus('filter');
			else if (isCommandKey(event, 'k')) openDialog({ kind: 'palette' });
			else if (isCommandKey(event, 'o')) requestOpen();
			else if (isCommandKey(event, 'g')) openBar('goto');
			else if (target !== undefined) jump(target, event.shiftKey);
			else if (event.code === 'F6') focusPane(event.shiftKey ? -1 : 1);
			else return;
			event.preventDefault();
		};
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	}, []);
}
