import { terminal } from '../../../../common/words/en/cli/terminal.ts';
import { EXIT } from './exit-codes.ts';
import { spoken } from './language.ts';
import { Output } from './output.ts';
import { standardStream } from './standard-stream.ts';

const words = () => spoken('terminal', terminal);

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
		const likely: Readonly<Record<string, string>> = words().unwrittenLikely;
		say(words().unwritten(out.failure, likely[out.failure] ?? words().unwrittenLikely.other));
	} else if (out.unread > 0) {
		say(words().unread(out.unread));
	}
	await err.drained();
	const failed = out.failure ?? err.failure;
	return failed !== undefined && code === EXIT.done ? EXIT.output : code;
}
