import { EXIT } from './exit-codes.ts';
import { Output } from './output.ts';
import { standardStream } from './standard-stream.ts';

function opened(name: 'stdout' | 'stderr'): () => Output {
	let output: Output | undefined;
	return () => {
		output ??= new Output(standardStream(name), { isTerminal: process[name].isTTY === true });
		return output;
	};
}

/** Requested output: results and events. */
export const stdout = opened('stdout');
/** Messages about it: failures, hints, progress. */
export const stderr = opened('stderr');

/** Prints sentences for people on stderr, a line each. */
export function say(...sentences: readonly string[]): void {
	stderr().lines(sentences);
}

/** The process is about to end: neither output waits for a blocked reader. */
export function hurryOutputs(): void {
	stdout().hurry();
	stderr().hurry();
}

const LIKELY: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full. Free some space, or write to another disk.',
	EDQUOT: 'the quota of this user is used up. Free some space, or write elsewhere.',
	EFBIG: 'the file is as large as it may become. Write to another file.',
	EBADF: 'it is not open for writing. Name a file or a pipe behind >.',
	EIO: 'its device fails. Write to another one.',
};

/**
 * Waits until all output is written; returns the exit code of the process. An output that failed is reported where that
 * is still possible, and turns a success into a failure.
 */
export async function settleOutputs(code: number): Promise<number> {
	const [out, err] = [stdout(), stderr()];
	err.status('');
	out.endBytes();
	await out.drained();
	if (out.failure !== undefined) {
		say(
			`The output could not be written (${out.failure}): ${LIKELY[out.failure] ?? 'check where it goes, and run it again.'}`,
		);
	} else if (out.unread > 0) {
		say(`Nobody read the output: the last ${out.unread} bytes of it were left out.`);
	}
	await err.drained();
	const failed = out.failure ?? err.failure;
	return failed !== undefined && code === EXIT.done ? EXIT.output : code;
}
