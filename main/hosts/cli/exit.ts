import { WirebenchError } from '../../../common/contract/errors.ts';
import type { CertificateFacts } from '../../../common/contract/tls.ts';

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
		const whole = hint === undefined || error.message.includes(hint) ? sentence : `${sentence} ${hint}`;
		return [whole, ...(error.details.tls?.chain ?? []).map(certificateLines)].join('\n');
	}
	return error instanceof Error ? error.message : String(error);
}

/** A certificate that was shown, on lines of their own. */
function certificateLines({ subject, issuer, validFrom, validTo, names, fingerprint }: CertificateFacts): string {
	const dates = [validFrom, validTo].map((ms) => new Date(ms).toISOString()).join(' to ');
	const lines = [
		`certificate of ${subject || 'nobody'}`,
		`issuer ${issuer === subject ? 'itself' : issuer}`,
		`valid ${dates}`,
	];
	if (names.length > 0) lines.push(`names ${names.join(', ')}`);
	return [...lines, `SHA-256 ${fingerprint}`].map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`)).join('\n');
}
