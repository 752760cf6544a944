import { writeFile } from 'node:fs/promises';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { OutputError } from '../terminal/exit.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('printing', printing);

/**
 * Writes the result of a command to a file that a person named. Throws an OutputError, or a WirebenchError
 * `wrong-state` where a file is there that must not be replaced.
 */
export async function writeTextFile(path: string, text: string, { replace = false } = {}): Promise<void> {
	try {
		await writeFile(path, text, { flag: replace ? 'w' : 'wx' });
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		if (code === 'EEXIST') {
			throw new WirebenchError('wrong-state', words().existing(path));
		}
		throw new OutputError(words().unwritable(path, code));
	}
}
