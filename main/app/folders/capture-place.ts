import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import { startSays } from '../sentences/start-says.ts';
import { makeFolder } from './make-folder.ts';

export interface CapturePlace {
	/** The folder of new captures; it exists when a person has chosen it. */
	readonly folder: string;
	readonly chosen: boolean;
	/** Why the chosen folder is not used. */
	readonly note?: Said;
}

/** The folder that a person has chosen for captures, or the standard one where that is none or cannot be used. */
export async function capturePlace(chosen: string | null, standard: string): Promise<CapturePlace> {
	if (chosen === null) return { folder: standard, chosen: false };
	try {
		await makeFolder(chosen, 0o700);
		await access(chosen, constants.W_OK);
		return { folder: chosen, chosen: true };
	} catch (error) {
		const known = error instanceof WirebenchError || (error instanceof Error && 'code' in error);
		if (!known) throw error;
		const why = error instanceof WirebenchError ? error : messageOf(error);
		const note = startSays('capturesElsewhere', { why, folder: standard });
		return { folder: standard, chosen: false, note };
	}
}
