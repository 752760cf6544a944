import type { ScriptFault } from '../../../common/contract/config/script.ts';
import { scriptTexts } from '../../../common/words/en/sentences/scripts.ts';
import type { FromThread } from './messages.ts';
import { startScriptThread } from './thread.ts';

/** Time for a thread to start and parse a script, on a busy machine too. */
const READING_MS = 20_000;

/** The syntax error of a script; undefined for a valid one. The script does not run. */
export async function checkScript(source: string): Promise<ScriptFault | undefined> {
	const thread = await startScriptThread({ source });
	return new Promise((resolve, reject) => {
		const done = (fault: ScriptFault | undefined): void => {
			clearTimeout(patience);
			resolve(fault);
		};
		// A thread that has parsed it ends by itself.
		const patience = setTimeout(() => {
			void thread.terminate();
			done({ message: scriptTexts.scriptUnread });
		}, READING_MS);
		thread.on('message', (message: FromThread) => {
			if (message.kind === 'refused') done(message.fault);
			else if (message.kind === 'read') done(undefined);
		});
		thread.on('error', (error) => {
			clearTimeout(patience);
			reject(error);
		});
	});
}
