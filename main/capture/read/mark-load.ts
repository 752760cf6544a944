import { setImmediate } from 'node:timers/promises';
import type { Annotation } from '../../../common/capture/marks.ts';
import { isDamage } from '../segments/damage.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import { readAnnotations } from '../segments/mark-scan.ts';
import { SLICE_MS } from './scanning/scans.ts';

/**
 * Reads the annotations of a capture in slices: all of them, in order, with the folder's positions; none after the
 * first unreadable place.
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
			// Unreadable rows are reported where they are shown.
			if (!isDamage(error) && !(error instanceof Error && 'code' in error)) throw error;
			return found;
		}
	}
}
