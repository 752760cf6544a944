import { Marks } from '../../common/capture/marks.ts';
import { EventItems } from './read/items/event-items.ts';
import type { CaptureFolder } from './segments/folder.ts';

/** The events of a capture, to be searched. */
export function eventsOf(folder: CaptureFolder, marks = new Marks()): EventItems {
	return new EventItems({ folder, marks, stored: folder.count() });
}
