import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { diskError } from '../format/disk-error.ts';
import { checkLimits } from '../format/limits.ts';
import { lockFolder, unlockFolder } from '../format/lock.ts';
import { segmentNumber } from '../format/names.ts';
import { captureError } from '../sentences/capture-error.ts';
import { LiveCapture } from './live.ts';
import type { Capture, CaptureOptions } from './types.ts';

/**
 * Starts a capture in a folder, which is created if it is missing. Rejects with `wrong-state` where the folder contains
 * a capture already, and with `disk` where it cannot be written.
 */
export async function openCapture(options: CaptureOptions): Promise<Capture> {
	const folder = resolve(options.folder);
	const limits = checkLimits(options);
	try {
		// Captures contain confidential data of others: only their owner may read them.
		await mkdir(folder, { recursive: true, mode: 0o700 });
		const names = await readdir(folder);
		const first = names.filter((name) => segmentNumber(name) !== undefined).sort()[0];
		if (first !== undefined) {
			const other = freeNeighbour(folder);
			throw captureError('wrong-state', 'holdsCaptureAlready', { folder, first, other });
		}
		await lockFolder(folder);
	} catch (error) {
		throw error instanceof WirebenchError ? error : WirebenchError.fromInfo(diskError(error));
	}
	try {
		return await LiveCapture.start({ folder, limits, ringBytes: options.ringBytes });
	} catch (error) {
		await unlockFolder(folder);
		throw error;
	}
}

/** A free folder name next to this one. */
function freeNeighbour(folder: string): string {
	let number = 2;
	while (existsSync(`${folder}-${number}`)) number++;
	return `${folder}-${number}`;
}
