import { setImmediate } from 'node:timers/promises';
import type { Annotation } from '../../../common/capture/marks.ts';
import { isDamage } from '../segments/damage.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import { readAnnotations } from '../segments/mark-scan.ts';

/** Queries wait no longer than this, in ms. */
const SLICE_MS = 6;

/**
 * Reads the annotations of a capture in slices: all of them, in order, with the positions that the folder gives; none after
 * the place from which the files cannot be read.
 */
export async function loadMarks(
	folder: CaptureFolder,
	{ shift, others }: { readonly shift: number; readonly others: readonly string[] },
): Promise<Annotation[]> {
	const found: Annotation[] = [];
	const source = readAnnotations(folder, others);
	for (;;) {
		await setImmediate();
		const until = performance.now() + SLICE_MS;
		try {
			do {
				const next = source.next();
				if (next.done) return found;
				const n = (next.value?.n ?? -1) - shift;
				if (next.value && n >= 0) found.push({ ...next.value, n });
			} while (performance.now() < until);
		} catch (error) {
			// Rows that cannot be read are reported where they are shown.
			if (!isDamage(error) && !(error instanceof Error && 'code' in error)) throw error;
			return found;
		}
	}
}
