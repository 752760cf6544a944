import { printing } from '../../../../common/words/en/cli/printing.ts';
import { say } from './console.ts';
import { EXIT } from './exit-codes.ts';
import { spoken } from './language.ts';

const words = () => spoken('printing', printing);

/** The exit code of a command at the end of its capture; one that is not complete is reported. */
export function captureExit(error: { readonly message: string } | undefined): number {
	if (error === undefined) return EXIT.done;
	say(words().incomplete(error.message));
	return EXIT.failed;
}
