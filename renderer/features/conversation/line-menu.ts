import { copyEntry, formatsEntry } from '../../app/state/capture/menu/copy-entries.ts';
import {
	connectionEntries,
	eventEntries,
	inGroups,
	logEntry,
	sendEntries,
} from '../../app/state/capture/menu/row-entries.ts';
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
	const { event, selectedEvents } = dialogWords().logMenus;
	const { charset } = useConversation.getState();
	const entries = several
		? inGroups(
				[{ heading: selectedEvents }, logEntry(row), formatsEntry(charset, copySelected)],
				connectionEntries(row),
			)
		: inGroups([logEntry(row), copyEntry(row)], sendEntries(row), eventEntries(row), connectionEntries(row));
	openContextMenu(place, several ? selectedEvents : event(row.n + 1), entries);
}
