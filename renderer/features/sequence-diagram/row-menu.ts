import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { copyEntry } from '../../app/state/capture/menu/copy-entries.ts';
import {
	connectionEntries,
	eventEntries,
	inGroups,
	logEntry,
	sendEntries,
} from '../../app/state/capture/menu/row-entries.ts';
import { type MenuPlace, openContextMenu } from '../../app/state/window/context-menu.ts';
import { dialogWords } from '../../words/dialogs.ts';

/** Opens the menu of an arrow's event. */
export function openArrowMenu(row: CaptureRow, place: MenuPlace): void {
	const entries = inGroups(
		[logEntry(row), copyEntry(row)],
		sendEntries(row),
		eventEntries(row),
		connectionEntries(row),
	);
	openContextMenu(place, dialogWords().logMenus.event(row.n + 1), entries);
}
