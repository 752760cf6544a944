import { useEffect } from 'react';
import { isWriting } from '../shared/is-writing.ts';
import { type JumpTarget, jump, openBar } from '../state/capture/jump.ts';
import { findNext } from '../state/capture/search/find-next.ts';
import { stepWorkspace } from '../state/endpoints/workspace.ts';
import { chooseWorkspace, saveWorkspaceAs } from '../state/endpoints/workspace-file.ts';
import { openDialog, useDialogs } from '../state/window/dialogs.ts';
import { requestFocus } from '../state/window/focus.ts';
import { requestOpen } from '../state/window/open-request.ts';
import { type FoldablePane, toggleFold } from '../state/window/pane-layout.ts';
import { focusPane } from '../state/window/panes.ts';

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

/** The pane that a key folds and unfolds. */
function foldKey(event: KeyboardEvent): FoldablePane | undefined {
	if (isCommandKey(event, 'b')) return 'endpoints';
	if (isCommandKey(event, 'i')) return 'inspector';
	if (isCommandKey(event, 'j')) return 'composer';
	return event.code === 'KeyT' && event.altKey && !event.ctrlKey && !event.metaKey ? 'timeline' : undefined;
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
			const fold = foldKey(event);
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
			} else if (event.code === 'KeyA' && event.altKey && !event.ctrlKey && !event.metaKey) {
				requestFocus('target');
			} else if (event.code === 'F1') openDialog({ kind: 'keys' });
			else if (fold !== undefined) toggleFold(fold);
			else if (step !== undefined) void stepWorkspace(step);
			else if (isFilterKey(event)) requestFocus('filter');
			else if (isCommandKey(event, 'k')) openDialog({ kind: 'palette' });
			else if (isCommandKey(event, 'o')) requestOpen();
			else if (isCommandKey(event, 'g')) openBar('goto');
			else if (target === 'match') findNext(event.shiftKey);
			else if (target !== undefined) jump(target, event.shiftKey);
			else if (event.code === 'F6') focusPane(event.shiftKey ? -1 : 1);
			else return;
			event.preventDefault();
		};
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	}, []);
}
