import type { Marks } from '../../../common/capture/marks.ts';
import type { CaptureFolder } from '../segments/folder.ts';

/** The capture that a reader thread reads. */
export interface ReadSource {
	readonly folder: CaptureFolder;
	readonly marks: Marks;
	/** Events that the writer has published: none after them is looked at. */
	readonly stored: number;
}
