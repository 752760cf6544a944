import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { makeFolder } from './make-folder.ts';

export interface CapturePlace {
	/** The folder of new captures; it exists when a person has chosen it. */
	readonly folder: string;
	readonly chosen: boolean;
	/** A sentence for people: why the chosen folder is not used. */
	readonly note?: string;
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
		const note = `The folder of captures in the settings cannot be used: ${messageOf(error)} Captures are kept in ${standard}.`;
		return { folder: standard, chosen: false, note };
	}
}
