import { CommanderError } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { messageOf } from '../../../../common/contract/base/message-of.ts';
import type { CertificateFacts } from '../../../../common/contract/base/tls-failure.ts';
import { terminal } from '../../../../common/words/en/cli/terminal.ts';
import { EXIT } from './exit-codes.ts';
import { errorTexts, gapAfter, spoken } from './language.ts';

const words = () => spoken('terminal', terminal).certificate;

/** The result of a command could not be written to its destination. */
export class OutputError extends Error {
	override readonly name = 'OutputError';
}

/** The exit code of an error. */
export function exitCodeOf(error: unknown): number {
	if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
	if (error instanceof OutputError) return EXIT.output;
	if (!(error instanceof WirebenchError)) return EXIT.failed;
	// With a path it is about the settings, such as a key that does not match; else about the other end.
	const isUsage = error.code === 'bad-input' || (error.code === 'tls' && error.details.path !== undefined);
	return isUsage ? EXIT.usage : EXIT.failed;
}

/**
 * An error as lines on stderr: the system's own code first where there is one, then the sentence, then a hint. A
 * received certificate has one line per field.
 */
export function describeError(error: unknown): readonly string[] {
	if (error instanceof WirebenchError) {
		const { errno, errnoNumber } = error.details;
		const { message, hint } = errorTexts(error);
		const code = errnoNumber === undefined ? errno : `${errno} (${errnoNumber})`;
		const sentence = errno === undefined || message.startsWith(errno) ? message : `${code}: ${message}`;
		const whole = hint === undefined || message.includes(hint) ? sentence : `${sentence}${gapAfter(sentence)}${hint}`;
		return [whole, ...(error.details.tls?.chain ?? []).flatMap(certificateLines)];
	}
	return [messageOf(error)];
}

/** A received certificate, in separate lines. */
function certificateLines({ subject, issuer, validFrom, validTo, names, fingerprint }: CertificateFacts): string[] {
	const texts = words();
	const [from, to] = [validFrom, validTo].map((ms) => new Date(ms).toISOString());
	const lines = [
		texts.of(subject || texts.nobody),
		texts.issuer(issuer === subject ? texts.itself : issuer),
		texts.valid(from ?? '', to ?? ''),
	];
	if (names.length > 0) lines.push(texts.names(names));
	return [...lines, `SHA-256 ${fingerprint}`].map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`));
}
