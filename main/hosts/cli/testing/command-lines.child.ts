/** Runs command lines one after the other, in this one process: each comes as a message; what ends either output says its exit code. */

import { runCommandLine } from '../program.ts';
import { say, stdout } from '../terminal/console.ts';

process.on('message', async (message: unknown) => {
	if (!Array.isArray(message)) throw new Error('A command line is a list of words.');
	const code = await runCommandLine(message.map(String));
	// As bytes: lines would begin behind a line end of their own.
	stdout().bytes(Buffer.from(`exit code ${code}\n`));
	say(`exit code ${code}`);
});
process.send?.('ready');
