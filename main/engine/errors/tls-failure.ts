import { type ErrorDetails, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { CertificateFacts, TlsReason } from '../../../common/contract/base/tls-failure.ts';

/** No TLS connection was established. */
export function tlsFailure(
	reason: TlsReason,
	message: string,
	{ hint, says, code, chain = [], expected, ...place }: Failure,
): WirebenchError {
	const details: ErrorDetails = {
		...place,
		tls: {
			reason,
			chain,
			...(code === undefined ? {} : { code }),
			...(expected === undefined ? {} : { expected }),
		},
		...(hint === undefined ? {} : { hint }),
		...(says === undefined ? {} : { says }),
	};
	return new WirebenchError('tls', message, details);
}

interface Failure {
	readonly hint?: string | undefined;
	readonly says?: Sentence | undefined;
	readonly code?: string | undefined;
	readonly chain?: CertificateFacts[];
	readonly expected?: string | undefined;
	readonly address?: string;
	readonly port?: number;
}

/** Whether repeating the attempt would have the same result. */
export function isFinal(error: WirebenchError): boolean {
	const reason = error.details.tls?.reason;
	return error.code === 'tls' && reason !== 'timeout' && reason !== 'ended';
}
