import type { CaptureRow } from '../../../../../common/contract/calls/capture.ts';
import { type MenuPlace, openContextMenu } from '../../window/context-menu.ts';
import { copyEntry } from './copy-entries.ts';
import {
	connectionEntries,
	eventEntries,
	inGroups,
	listingEntries,
	logEntry,
	rowName,
	sendEntries,
} from './row-entries.ts';

/** Opens the menu of an event that a view beside the log shows. */
export function openEventMenu(row: CaptureRow, place: MenuPlace): void {
	const entries = inGroups(
		[logEntry(row), copyEntry(row)],
		sendEntries(row),
		eventEntries(row),
		listingEntries(row),
		connectionEntries(row),
	);
	openContextMenu(place, rowName(row), entries);
}
