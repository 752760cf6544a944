import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { loadTranslation } from '../../../common/words/load-translation.ts';
import { eventInWords } from '../../../common/words/sentence/event-in-words.ts';
import { inWords } from '../../../common/words/sentence/in-words.ts';
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

test('the notice about deleted files is put into the words of another language', async () => {
	const folder = newFolder();
	mkdirSync(folder);
	const store = new SegmentStore(folder, { segmentBytes: 1 << 30 });
	store.openNext();
	const reports: (ErrorInfo | undefined)[] = [];
	const notes: string[] = [];
	const retry = new DiskRetry(createShared(1 << 20).slots, (error) => reports.push(error));
	rmSync(folder, { recursive: true });
	new Watch(store, retry, (text) => notes.push(text)).look(() => {
		store.closeSegment();
		mkdirSync(folder);
		store.openNext();
	});
	store.closeSegment();
	const [report] = reports;
	if (report === undefined) throw new Error('Nothing was reported.');
	expect(notes).toEqual([report.message]);
	expect(report.message).toMatch(/^Files of the capture were deleted .* from event 0 on all is in a new segment\.$/);
	expect(report.details.hint).toBe(`Recording goes on in ${folder}. Nothing needs to be done.`);
	const chinese = await loadTranslation('zh-Hans');
	const sentence = '写入期间，抓包记录的文件被删除或替换。其中的事件已丢失；从事件 0 起，全部在新的分段中。';
	expect(inWords(report, chinese)).toEqual({ message: sentence, hint: `记录在 ${folder} 中继续，无需任何操作。` });
	expect(eventInWords(report.message, undefined, chinese)).toBe(sentence);
});
