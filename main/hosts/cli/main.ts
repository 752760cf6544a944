import { runCommandLine } from './program.ts';

/** Resolves when all that was written is with the system, or its reader is gone. */
function written(stream: NodeJS.WriteStream): Promise<void> {
	return new Promise((resolve) => {
		stream.write('', () => resolve());
	});
}

/** A reader that goes away (`| head`) ends what is printed, and is no error of ours. */
function bearGoneReader(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EPIPE') throw error;
}

process.stdout.on('error', bearGoneReader);
process.stderr.on('error', bearGoneReader);
const code = await runCommandLine(process.argv.slice(2));
await Promise.all([written(process.stdout), written(process.stderr)]);
// Left to itself Node stops catching signals some milliseconds before it ends: a second Ctrl+C would kill it then,
// and what has been done well would look like a failure.
process.exit(code);
