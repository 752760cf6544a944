import { WirebenchError } from '../../../common/contract/errors.ts';

/** Exit codes of every command. */
export const EXIT = {
	/** It did what it was asked, or was asked to stop. */
	done: 0,
	/** It could not; a sentence is on stderr. */
	failed: 1,
	/** It did not understand the command line. */
	usage: 2,
} as const;

/** What a person reads on stderr: the system's own code first where there is one, then the sentence, then a hint. */
export function describeError(error: unknown): string {
	if (error instanceof WirebenchError) {
		const { errno, errnoNumber, hint } = error.details;
		const code = errnoNumber === undefined ? errno : `${errno} (${errnoNumber})`;
		const sentence =
			errno === undefined || error.message.startsWith(errno) ? error.message : `${code}: ${error.message}`;
		return hint === undefined || error.message.includes(hint) ? sentence : `${sentence} ${hint}`;
	}
	return error instanceof Error ? error.message : String(error);
}
