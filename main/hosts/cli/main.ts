import { runCommandLine } from './program.ts';

const code = await runCommandLine(process.argv.slice(2));
// Otherwise Node stops catching signals some milliseconds before it ends: a second Ctrl+C would kill it then, and a
// success would look like a failure.
process.exit(code);
