import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { WorkspaceFault } from '../../../common/workspace/index.ts';
import { appError } from '../sentences/app-error.ts';
import { ReadOnlyFile } from './workspace-files.ts';

/** What is written: the workspace file of a path, or something beside it. */
type Written = { readonly path: string } | 'view' | 'uses' | 'startRan';

/** Work on a file: its failure is a WirebenchError `disk`. */
export async function inDisk<T>(what: Written, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!isSystemError(error)) throw error;
		const reason = messageOf(error);
		if (typeof what === 'string') throw appError('disk', `${what}Unwritable`, { reason });
		throw appError('disk', 'workspaceUnwritable', { ...what, reason });
	}
}

/** A file that cannot be used. */
export function unusable(path: string, reason: WorkspaceFault): WirebenchError {
	return appError('bad-input', 'workspaceFault', { path, reason });
}

/** Whether the disk or the system has refused something. */
export function isSystemError(error: unknown): boolean {
	return error instanceof ReadOnlyFile || (error instanceof Error && 'errno' in error);
}
