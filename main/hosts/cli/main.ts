import { runCommandLine } from './program.ts';

/** How long, in milliseconds, the process may live on by itself after its command is done. */
const LINGER_MS = 2000;

process.exitCode = await runCommandLine(process.argv.slice(2));
// Everything is closed by now. Should anything hold the process all the same, nobody is made to wait for it.
setTimeout(() => process.exit(), LINGER_MS).unref();
