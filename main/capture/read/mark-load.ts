import type { Annotation } from '../../../common/capture/marks.ts';
import { isDamage } from '../segments/damage.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import { readAnnotations } from '../segments/mark-scan.ts';

/** What the main thread says of marks and notes; nothing of it is answered. */
export type MarkOrder =
	/** These were made. */
	| { readonly type: 'annotate'; readonly annotations: readonly Annotation[] }
	/** Those that are in the files are to be read and told: `others` are segments without events, `shift` as in CaptureFolder. */
	| {
			readonly type: 'load-marks';
			readonly shift: number;
			readonly others: readonly string[];
	  };

/** Queries wait no longer than this, in ms. */
const SLICE_MS = 6;

/**
 * Reads the annotations of a capture in slices. `done` is given them all, in order, with the positions that the folder
 * gives; none where the files cannot be read.
 */
export function loadMarks(
	folder: CaptureFolder,
	{ shift, others }: { shift: number; others: readonly string[] },
	done: (annotations: Annotation[]) => void,
): void {
	const found: Annotation[] = [];
	const source = readAnnotations(folder, others);
	const slice = (): void => {
		const until = performance.now() + SLICE_MS;
		try {
			do {
				const next = source.next();
				if (next.done) {
					done(found);
					return;
				}
				const n = (next.value?.n ?? -1) - shift;
				if (next.value && n >= 0) found.push({ ...next.value, n });
			} while (performance.now() < until);
		} catch (error) {
			// Rows that cannot be read are told of where they are shown.
			if (!isDamage(error) && !(error instanceof Error && 'code' in error)) throw error;
			done(found);
			return;
		}
		setImmediate(slice);
	};
	setImmediate(slice);
}
