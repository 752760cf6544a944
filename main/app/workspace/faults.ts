import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { WorkspaceFault } from '../../../common/workspace/index.ts';
import { ReadOnlyFile } from './workspace-files.ts';

/** A file in a sentence. */
export const fileNamed = (path: string) => `The workspace file ${path}`;

/** Work on a file, which `what` names: its failure is a WirebenchError `disk`. */
export async function inDisk<T>(what: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!isSystemError(error)) throw error;
		throw new WirebenchError('disk', `${what} cannot be written: ${messageOf(error)}.`, {
			hint: 'Choose another place, or change the permissions there.',
		});
	}
}

/** A file that cannot be used. */
export function unusable(path: string, { message }: WorkspaceFault): WirebenchError {
	return new WirebenchError('bad-input', `The workspace file ${path} ${message}`);
}

/** Whether the disk or the system has refused something. */
export function isSystemError(error: unknown): boolean {
	return error instanceof ReadOnlyFile || (error instanceof Error && 'errno' in error);
}
