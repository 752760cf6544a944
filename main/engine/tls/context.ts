import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls';
import type { TlsServer } from '../../../common/contract/config/tls.ts';
import { engineError } from '../sentences/engine-error.ts';

/** OpenSSL's cipher setting that permits TLS 1.0 and 1.1. */
const OLD_CIPHERS = 'DEFAULT:@SECLEVEL=0';

/** Node's types do not know it yet. */
const isBoringSsl = Reflect.get(process.features, 'openssl_is_boringssl') === true;

type Choices = Pick<TlsServer, 'minVersion' | 'maxVersion' | 'ciphers'>;
type Materials = Pick<SecureContextOptions, 'ca' | 'cert' | 'key'>;

/** Versions and ciphers in Node's form. */
export function agreeable({ minVersion, maxVersion, ciphers }: Choices): SecureContextOptions {
	const old = minVersion === 'TLSv1' || minVersion === 'TLSv1.1';
	// BoringSSL, which Electron uses, has no security levels and needs none.
	const fallback = old && !isBoringSsl ? OLD_CIPHERS : undefined;
	const chosen = ciphers ?? fallback;
	return { minVersion, maxVersion, ...(chosen === undefined ? {} : { ciphers: chosen }) };
}

/** OpenSSL's context for a config. Fails with `tls` for a choice that it does not know. */
export function secureContext(choices: Choices, materials: Materials): SecureContext {
	try {
		return createSecureContext({ ...materials, ...agreeable(choices) });
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (/CIPHER/.test(code)) {
			throw engineError('tls', 'ciphersUnknown', { ciphers: choices.ciphers ?? '' }, { path: 'tls.ciphers' });
		}
		throw engineError('tls', 'tlsNotTaken', { code }, { path: 'tls' });
	}
}
