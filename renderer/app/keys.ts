import { useEffect } from 'react';
import { openDialog, useDialogs } from './dialogs.ts';
import { focusPane } from './panes.ts';

/** What the keyboard help lists, by place. */
export const KEYS: readonly { readonly where: string; readonly keys: readonly (readonly [string, string])[] }[] = [
	{
		where: 'Everywhere',
		keys: [
			['Alt N', 'New endpoint'],
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
		],
	},
	{
		where: 'Composer',
		keys: [
			['Enter, Ctrl Enter', 'Send'],
			['Shift Enter', 'New line'],
			['↑ ↓', 'Earlier, later messages, from the first or last line'],
		],
	},
];

/** The keys that work wherever the focus is. Code, not key: Alt changes what a key types on some systems. */
export function useGlobalKeys(): void {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.defaultPrevented || useDialogs.getState().open !== undefined) return;
			if (event.code === 'KeyN' && event.altKey && !event.ctrlKey && !event.metaKey) {
				openDialog({ kind: 'new-endpoint' });
			} else if (event.code === 'F1') openDialog({ kind: 'keys' });
			else if (event.code === 'F6') focusPane(event.shiftKey ? -1 : 1);
			else return;
			event.preventDefault();
		};
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	}, []);
}
