import { say } from './console.ts';
import { EXIT } from './exit-codes.ts';

/** The exit code of a command at the end of its capture; one that is not complete is reported. */
export function captureExit(error: { readonly message: string } | undefined): number {
	if (error === undefined) return EXIT.done;
	say(`The capture is not complete: ${error.message}`);
	return EXIT.failed;
}
