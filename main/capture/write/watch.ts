import { accessSync, constants } from 'node:fs';
import type { ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { type Said, sayingOf } from '../../../common/words/sentence/said.ts';
import { diskError } from '../format/disk-error.ts';
import { captureError } from '../sentences/capture-error.ts';
import type { DiskRetry } from './disk-retry.ts';
import type { SegmentStore } from './store.ts';

const say = sayingOf(noteTexts);

/** Interval of checking the folder while events arrive, in milliseconds. */
export const LOOK_MS = 500;
/** Minimum milliseconds of reporting a deleted folder, although recording continues. */
const TELL_MS = 3000;

/**
 * Checks slowly whether the open files still have their names: the system accepts writes to deleted or moved files. A
 * moved folder is awaited, because a new one in its place would prevent it from being moved back; a deleted one is
 * created again at once, because it will not return.
 */
export class Watch {
	readonly #store: SegmentStore;
	readonly #retry: DiskRetry;
	readonly #note: (text: string) => void;
	#next = 0;

	constructor(store: SegmentStore, retry: DiskRetry, note: (text: string) => void) {
		this.#store = store;
		this.#retry = retry;
		this.#note = note;
	}

	/** The next check is due. */
	hurry(): void {
		this.#next = 0;
	}

	/** When a check is due: throws while the folder is missing, calls `moveOn` when its files are deleted. */
	look(moveOn: () => void): void {
		while (performance.now() >= this.#next) {
			const where = this.#store.whereabouts();
			if (where === 'moved') throw this.#moved();
			if (where === 'gone' || where === 'changed') this.#gone(moveOn, where);
			// Moved or deleted since `whereabouts`: this is not a read-only folder, so the check is made again at once.
			else if (!this.#checkWritable()) continue;
			this.#next = performance.now() + LOOK_MS;
		}
	}

	/** Unreported changes of the files, after the last write; undefined where there were none. */
	atEnd(): ErrorInfo | undefined {
		const where = this.#store.whereabouts();
		const changed = this.#store.changedSegments();
		const { folder } = this.#store;
		if (where === 'gone' || where === 'changed') {
			const missing = this.#store.missing();
			this.#store.gone += missing;
			const what = say('filesOverwrittenLast', { events: goneEvents(missing) });
			return captureError('disk', 'filesChangedLast', { what, folder }).toInfo();
		}
		if (changed.length === 0) return undefined;
		return captureError('disk', 'segmentsChanged', { files: changed.join(', '), folder }).toInfo();
	}

	#moved(): WirebenchError {
		return captureError('disk', 'captureFolderMoved', { folder: this.#store.folder }, { errno: 'ENOENT' });
	}

	#gone(moveOn: () => void, where: 'gone' | 'changed'): void {
		const { stored, gone: before } = this.#store;
		moveOn();
		const isGone = where === 'gone';
		const what = isGone
			? say('filesDeleted', { next: stored })
			: say('filesOverwritten', { events: goneEvents(this.#store.gone - before), next: stored });
		const info = captureError(
			'disk',
			isGone ? 'filesDeletedGoesOn' : 'filesOverwrittenGoesOn',
			{ what, folder: this.#store.folder },
			{ errno: 'ENOENT' },
		).toInfo();
		this.#retry.show(info, TELL_MS);
		this.#note(what.message);
	}

	/**
	 * The open segment can be written though its folder cannot: this reports it before the segment is full. False where
	 * the folder is not there.
	 */
	#checkWritable(): boolean {
		try {
			accessSync(this.#store.folder, constants.W_OK);
		} catch (error) {
			const { code, details } = diskError(error);
			if (details?.errno === 'ENOENT') return false;
			const readOnly = captureError(code, 'captureFolderReadOnly', { folder: this.#store.folder }, details);
			this.#retry.show(readOnly.toInfo(), LOOK_MS * 2);
		}
		return true;
	}
}

function goneEvents(gone: number): Said {
	return gone === 0 ? say('noEventGone') : say('eventsGone', { gone });
}
