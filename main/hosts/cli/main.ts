import { runCommandLine } from './program.ts';

// `ss -p`, `lsof` and `ps` show this name in place of Node's, and no arguments, which may hold a password. On Windows it would
// be the title of the terminal.
if (process.platform !== 'win32') process.title = 'wirebench';

const code = await runCommandLine(process.argv.slice(2));
// Otherwise Node stops catching signals some milliseconds before it ends: a second Ctrl+C would kill it then, and a
// success would look like a failure.
process.exit(code);
