/** Runs command lines one after the other in this process: each is a message; the last line of either output has its exit code. */

import { runCommandLine } from '../program.ts';
import { say, stdout } from '../terminal/console.ts';

process.on('message', async (message: unknown) => {
	if (!Array.isArray(message)) throw new Error('A command line is a list of words.');
	const code = await runCommandLine(message.map(String));
	// As bytes: lines would start after a line end of their own.
	stdout().bytes(Buffer.from(`exit code ${code}\n`));
	say(`exit code ${code}`);
});
process.send?.('ready');
