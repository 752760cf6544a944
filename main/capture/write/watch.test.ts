import { mkdirSync, renameSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { temporaryFolders } from '../recording.fixture.ts';
import { createShared } from '../ring/layout.ts';
import { DiskRetry } from './disk-retry.ts';
import { SegmentStore } from './store.ts';
import { Watch } from './watch.ts';

const newFolder = temporaryFolders();

/** Its folder is moved away at the worst moment: just after it was found in its place. */
class MovedWhileChecked extends SegmentStore {
	#moved = false;

	override whereabouts(): ReturnType<SegmentStore['whereabouts']> {
		const where = super.whereabouts();
		if (!this.#moved) renameSync(this.folder, `${this.folder}.away`);
		this.#moved = true;
		return where;
	}
}

test('a folder that is moved in the middle of a check is reported as moved, not as read-only', () => {
	const folder = newFolder();
	mkdirSync(folder);
	const store = new MovedWhileChecked(folder, { segmentBytes: 1 << 30 });
	store.openNext();
	const reports: (ErrorInfo | undefined)[] = [];
	const retry = new DiskRetry(createShared(1 << 20).slots, (error) => reports.push(error));
	const watch = new Watch(store, retry, () => undefined);
	expect(() => watch.look(() => undefined)).toThrow('The capture folder was moved or renamed.');
	expect(reports).toEqual([]);
	renameSync(`${store.folder}.away`, store.folder);
	watch.look(() => undefined);
	expect(reports).toEqual([]);
	store.closeSegment();
});
