import { create } from 'zustand';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { CaptureLibrary, StoredCapture } from '../../../common/contract/calls/library.ts';
import { formatBytes } from '../../app/shared/format.ts';
import { session } from '../../app/state/host/session.ts';
import { dialogWords } from '../../words/dialogs.ts';

/** The last action, until its undo expires or it is dismissed. */
export interface Notice {
	readonly tone: 'info' | 'error';
	readonly text: string;
	readonly details: readonly string[];
	readonly undo: string | undefined;
}

interface LibraryState {
	/** Undefined until the host has sent it. */
	readonly library: CaptureLibrary | undefined;
	readonly notice: Notice | undefined;
}

export const useLibrary = create<LibraryState>()(() => ({ library: undefined, notice: undefined }));

/** Subscribes to the list until the returned function is called. */
export function followLibrary(): () => void {
	const take = (library: CaptureLibrary) => useLibrary.setState({ library });
	const stop = session.subscribe(
		'captureLibrary',
		{},
		{ onSnapshot: take, onDelta: take, onError: (error) => tellFailure(dialogWords().captures.failures.list, error) },
	);
	return () => {
		stop();
		useLibrary.setState({ library: undefined });
	};
}

let timer: ReturnType<typeof setTimeout> | undefined;

function tell(notice: Notice | undefined): void {
	clearTimeout(timer);
	useLibrary.setState({ notice });
	// After that there is nothing to undo.
	if (notice?.undo !== undefined) timer = setTimeout(() => tell(undefined), LIMITS.undoMs - 1000);
}

export function dismissNotice(): void {
	tell(undefined);
}

export function tellFailure(what: string, error: unknown): void {
	const reason = messageOf(error);
	tell({ tone: 'error', text: dialogWords().captures.failed(what, reason), details: [], undo: undefined });
}

/** Deletes captures. A notice lists those that could not be deleted, and why. */
export async function deleteCaptures(captures: readonly StoredCapture[]): Promise<void> {
	if (captures.length === 0) return;
	try {
		const folders = captures.map(({ folder }) => folder);
		const { undo, deleted, size, kept } = await session.call('captureDelete', { folders });
		const words = dialogWords().captures;
		const done = deleted === 0 ? [] : [words.deleted(deleted, formatBytes(size))];
		const text = [...done, ...(kept.length === 0 ? [] : [words.kept(kept.length)])].join(' ');
		tell({ tone: kept.length > 0 ? 'error' : 'info', text, details: kept.map(({ why }) => why), undo });
	} catch (error) {
		tellFailure(dialogWords().captures.failures.delete, error);
	}
}

export async function undoDelete(undo: string): Promise<void> {
	try {
		const { folders } = await session.call('captureUndelete', { undo });
		tell({
			tone: 'info',
			text: dialogWords().captures.broughtBack(folders.length),
			details: [],
			undo: undefined,
		});
	} catch (error) {
		tellFailure(dialogWords().captures.failures.bringBack, error);
	}
}
