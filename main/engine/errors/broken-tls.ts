import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { engineError } from '../sentences/engine-error.ts';
import { tlsFailure } from './tls-failure.ts';
import { handshakeMeaning, libraryCode } from './tls-handshake-words.ts';

/**
 * An error of the TLS library on a connection; undefined for any other. In TLS 1.3 a server verifies our certificate
 * after the handshake.
 */
export function brokenTls(error: Error, peer: string): WirebenchError | undefined {
	const meaning = handshakeMeaning(error);
	if (meaning === undefined) return undefined;
	const { reason, what } = meaning;
	const said = engineError('tls', 'tlsBroken', { what, peer });
	return tlsFailure(reason, said, { hint: what.details.hint, code: libraryCode(error) });
}
