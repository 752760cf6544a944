import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { CertificateFacts, TlsReason } from '../../../common/contract/base/tls-failure.ts';

/** No TLS connection was established. `said`: the sentence. */
export function tlsFailure(
	reason: TlsReason,
	said: WirebenchError,
	{ hint, code, chain = [], expected, ...place }: Failure,
): WirebenchError {
	return said.with({
		...place,
		tls: {
			reason,
			chain,
			...(code === undefined ? {} : { code }),
			...(expected === undefined ? {} : { expected }),
		},
		...(hint === undefined ? {} : { hint }),
	});
}

interface Failure {
	/** That of a sentence within it. */
	readonly hint?: string | undefined;
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
