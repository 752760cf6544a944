import { CommanderError } from 'commander';
import { ZodError } from 'zod';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { CertificateFacts } from '../../../../common/contract/base/tls-failure.ts';
import { issueText } from './issue-text.ts';

/** Exit codes of every command. */
export const EXIT = {
	/** It did what it was asked, or was asked to stop. */
	done: 0,
	/** What was asked did not happen; a sentence is on stderr. */
	failed: 1,
	/** The command line, or a file of instructions that it names, was not understood; nothing was started. */
	usage: 2,
	/** What it had to print or to write to a file could not be written. */
	output: 3,
} as const;

/** The same for people, in the help. */
export const EXIT_HELP = `Exit codes of every command:
  0  done, or stopped as asked (Ctrl+C, SIGTERM)
  1  what was asked did not happen: nobody answered, a test failed, a capture could not be read
  2  not understood: an option, an address, a preset, or a file of rules, steps, certificates or a script
  3  the output could not be written: a full disk, say
  130  stopped at once by a second Ctrl+C`;

/** What a command makes could not be written where it was to go. */
export class OutputError extends Error {
	override readonly name = 'OutputError';
}

/** The exit code that an error stands for. */
export function exitCodeOf(error: unknown): number {
	if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
	if (error instanceof ZodError) return EXIT.usage;
	if (error instanceof OutputError) return EXIT.output;
	if (!(error instanceof WirebenchError)) return EXIT.failed;
	// With a path it is about what was set, such as a key that does not fit; else about the other end.
	const isUsage = error.code === 'bad-input' || (error.code === 'tls' && error.details.path !== undefined);
	return isUsage ? EXIT.usage : EXIT.failed;
}

/**
 * What a person reads on stderr, line by line: the system's own code first where there is one, then the sentence, then a hint. Of a
 * certificate that was shown each field has a line.
 */
export function describeError(error: unknown): readonly string[] {
	if (error instanceof ZodError) return [issueText(error)];
	if (error instanceof WirebenchError) {
		const { errno, errnoNumber, hint } = error.details;
		const code = errnoNumber === undefined ? errno : `${errno} (${errnoNumber})`;
		const sentence =
			errno === undefined || error.message.startsWith(errno) ? error.message : `${code}: ${error.message}`;
		const whole = hint === undefined || error.message.includes(hint) ? sentence : `${sentence} ${hint}`;
		return [whole, ...(error.details.tls?.chain ?? []).flatMap(certificateLines)];
	}
	return [error instanceof Error ? error.message : String(error)];
}

/** A certificate that was shown, on lines of their own. */
function certificateLines({ subject, issuer, validFrom, validTo, names, fingerprint }: CertificateFacts): string[] {
	const dates = [validFrom, validTo].map((ms) => new Date(ms).toISOString()).join(' to ');
	const lines = [
		`certificate of ${subject || 'nobody'}`,
		`issuer ${issuer === subject ? 'itself' : issuer}`,
		`valid ${dates}`,
	];
	if (names.length > 0) lines.push(`names ${names.join(', ')}`);
	return [...lines, `SHA-256 ${fingerprint}`].map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`));
}
