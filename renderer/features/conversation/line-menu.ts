import { formatsEntry } from '../../app/state/capture/menu/copy-entries.ts';
import { openEventMenu } from '../../app/state/capture/menu/event-menu.ts';
import { connectionEntries, inGroups, logEntry } from '../../app/state/capture/menu/row-entries.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { type MenuPlace, openContextMenu } from '../../app/state/window/context-menu.ts';
import { dialogWords } from '../../words/dialogs.ts';
import { copySelected } from './state/copy.ts';
import { useConversation } from './state/store.ts';

/** Opens the menu of the event that a line shows; `several`: of the selected events, of which it is one. */
export async function openLineMenu(n: number, several: boolean, place: MenuPlace): Promise<void> {
	const { rows } = await session.call('captureRows', { ...viewed(), from: n, count: 1 });
	const [row] = rows;
	if (row === undefined) return;
	if (!several) {
		openEventMenu(row, place);
		return;
	}
	const { selectedEvents } = dialogWords().logMenus;
	const { charset } = useConversation.getState();
	const entries = inGroups(
		[{ heading: selectedEvents }, logEntry(row), formatsEntry(charset, copySelected)],
		connectionEntries(row),
	);
	openContextMenu(place, selectedEvents, entries);
}
