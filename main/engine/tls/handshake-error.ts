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
	const { reason, what } = meaning;
	const said = engineError('tls', 'tlsHandshakeRefused', { what, peer });
	return tlsFailure(reason, said, { ...place, code, hint: what.details.hint });
}

/** The connection ended before the handshake was complete. */
export function handshakeEnded(peer: string, place: Place = {}, code?: string): WirebenchError {
	const coded = code === undefined ? {} : { code };
	const said = engineError('tls', 'handshakeEnded', { peer, ...coded });
	return tlsFailure('ended', said, { ...place, ...coded });
}

/** The handshake took too long. */
export function handshakeTooSlow(peer: string, ms: number, place: Place = {}): WirebenchError {
	const said = engineError('tls', 'handshakeTooSlow', { peer, ms });
	return tlsFailure('timeout', said, place);
}

/** The other end's certificate is not accepted. */
export function refusedCertificate(
	{ reason, what }: Verdict,
	peer: string,
	more: {
		/** Of a certificate for another name. */
		readonly names?: string | WirebenchError;
		readonly code?: string;
		readonly chain?: CertificateFacts[];
		readonly expected?: string;
	} & Place = {},
): WirebenchError {
	const { names, ...place } = more;
	const { expected } = more;
	const said =
		names === undefined || expected === undefined
			? engineError('tls', 'certRefused', { what, peer })
			: engineError('tls', 'certWrongName', { what, peer, names, expected });
	return tlsFailure(reason, said, { ...place, hint: what.details.hint });
}
