import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { certificatesIn, type Pem } from '../../../common/contract/config/tls.ts';
import { readBytes, whyUnreadable } from '../../files/index.ts';
import { engineError } from '../sentences/engine-error.ts';

/** A path for people: as it was written, and where that is. */
export type PathWords = (path: string) => string;

/** The text of a PEM source. Fails with `tls` and the path of its place in the config. */
export async function readPem(source: Pem, path: string, words: PathWords = (at) => at): Promise<string> {
	if (source.from === 'text') return source.pem;
	try {
		return (await readBytes(source.path, { mostBytes: LIMITS.pemChars, pipes: true })).toString('latin1');
	} catch (error) {
		const code = whyUnreadable(error);
		const file = words(source.path);
		if (code === 'ENOENT') throw engineError('tls', 'pemMissing', { path: file }, { path });
		throw engineError('tls', 'pemUnreadable', { path: file, reason: code }, { path });
	}
}

/** The certificates of a PEM text; at least one is required. */
export function readCertificates(text: string, path: string): X509Certificate[] {
	const found = certificatesIn(text);
	if (found.length === 0) {
		throw engineError('tls', 'noCertificate', {}, { path });
	}
	return found.map((one) => {
		try {
			return new X509Certificate(one);
		} catch {
			// OpenSSL's messages about the contents do not help.
			throw engineError('tls', 'certificateDamaged', {}, { path });
		}
	});
}

/** The private key of a PEM text. Errors never quote the text. */
export function readKey(text: string, passphrase: string | undefined, path: string): KeyObject {
	if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
		throw engineError('tls', 'noPrivateKey', {}, { path });
	}
	try {
		return createPrivateKey({ key: keyIn(text), ...(passphrase === undefined ? {} : { passphrase }) });
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (code === 'ERR_MISSING_PASSPHRASE' || (isEncrypted(text) && passphrase === undefined)) {
			throw engineError('tls', 'keyEncrypted', {}, { path });
		}
		if (isEncrypted(text)) throw engineError('tls', 'passphraseWrong', {}, { path });
		throw engineError('tls', 'keyDamaged', {}, { path });
	}
}

const isEncrypted = (text: string) => /BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text);

/** The key may be between certificates and parameters. */
function keyIn(text: string): string {
	return /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/.exec(text)?.[0] ?? text;
}
