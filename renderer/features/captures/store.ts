import { create } from 'zustand';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { CaptureLibrary, StoredCapture } from '../../../common/contract/calls/library.ts';
import { formatBytes, formatCounted } from '../../app/shared/format.ts';
import { session } from '../../app/state/host/session.ts';

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
		{ onSnapshot: take, onDelta: take, onError: (error) => tellFailure('The captures cannot be listed', error) },
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
	tell({ tone: 'error', text: `${what}: ${reason}`, details: [], undo: undefined });
}

/** Deletes captures. A notice lists those that could not be deleted, and why. */
export async function deleteCaptures(captures: readonly StoredCapture[]): Promise<void> {
	if (captures.length === 0) return;
	try {
		const folders = captures.map(({ folder }) => folder);
		const { undo, deleted, size, kept } = await session.call('captureDelete', { folders });
		const text = `${formatCounted(deleted, 'capture')} deleted, ${formatBytes(size)}: the disk has them back when there is no undo any more.`;
		const rest = kept.length === 0 ? '' : ` ${formatCounted(kept.length, 'capture')} could not be deleted:`;
		tell({ tone: kept.length > 0 ? 'error' : 'info', text: text + rest, details: kept.map(({ why }) => why), undo });
	} catch (error) {
		tellFailure('Nothing was deleted', error);
	}
}

export async function undoDelete(undo: string): Promise<void> {
	try {
		const { folders } = await session.call('captureUndelete', { undo });
		tell({
			tone: 'info',
			text: `${formatCounted(folders.length, 'capture')} brought back.`,
			details: [],
			undo: undefined,
		});
	} catch (error) {
		tellFailure('Not everything could be brought back', error);
	}
}
