import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { CertificateFacts } from '../../../common/contract/base/tls-failure.ts';
import { tlsFailure } from '../errors/tls-failure.ts';
import { handshakeMeaning, libraryCode } from '../errors/tls-handshake-words.ts';
import { engineError } from '../sentences/engine-error.ts';
import type { Verdict } from './verify-words.ts';

/** The place of the other end, for the details of an error; empty for a client of ours. */
interface Place {
	readonly address?: string;
	readonly port?: number;
}

/** The handshake ended with an error, of the library or of the system; `verdict`: why its certificate is not accepted. */
export function handshakeRefused(error: Error, peer: string, verdict?: Verdict, place: Place = {}): WirebenchError {
	if (verdict !== undefined) return refusedCertificate(verdict, peer);
	const meaning = handshakeMeaning(error);
	const code = libraryCode(error);
	if (meaning === undefined) return handshakeEnded(peer, place, code);
	const message = `No TLS with ${peer}: it ${meaning.sentence}`;
	return tlsFailure(meaning.reason, message, { ...place, code, hint: meaning.hint });
}

/** The connection ended before the handshake was complete. */
export function handshakeEnded(peer: string, place: Place = {}, code?: string): WirebenchError {
	const coded = code === undefined ? {} : { code };
	const { message, details } = engineError('tls', 'handshakeEnded', { peer, ...coded });
	return tlsFailure('ended', message, { ...place, ...coded, hint: details.hint, says: details.says });
}

/** The handshake took too long. */
export function handshakeTooSlow(peer: string, ms: number, place: Place = {}): WirebenchError {
	const { message, details } = engineError('tls', 'handshakeTooSlow', { peer, ms });
	return tlsFailure('timeout', message, { ...place, hint: details.hint, says: details.says });
}

/** The other end's certificate is not accepted. */
export function refusedCertificate(
	{ reason, what, hint }: Verdict,
	peer: string,
	more: {
		readonly note?: string;
		readonly code?: string;
		readonly chain?: CertificateFacts[];
		readonly expected?: string;
	} & Place = {},
): WirebenchError {
	const { note = '', ...details } = more;
	return tlsFailure(reason, `The certificate of ${peer} ${what}${note}`, { ...details, hint });
}
