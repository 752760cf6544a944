import type { Marks } from '../../../../common/capture/marks.ts';
import type { CaptureFolder } from '../../segments/folder.ts';

/** The capture of a reader thread. */
export interface ReadSource {
	readonly folder: CaptureFolder;
	readonly marks: Marks;
	/** Events that the writer has published: later ones are not read. */
	readonly stored: number;
}
