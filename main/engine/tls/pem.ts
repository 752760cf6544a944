import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { certificatesIn, type Pem } from '../../../common/contract/config/tls.ts';
import { readBytes, whyUnreadable } from '../../files/index.ts';
import { unusable } from '../errors/tls-failure.ts';

/** A path for people: as it was written, and where that is. */
export type PathWords = (path: string) => string;

/** The text of a PEM source. Fails with `tls` and the path of its place in the config. */
export async function readPem(source: Pem, path: string, words: PathWords = (at) => at): Promise<string> {
	if (source.from === 'text') return source.pem;
	try {
		return (await readBytes(source.path, { mostBytes: LIMITS.pemChars, pipes: true })).toString('latin1');
	} catch (error) {
		const code = whyUnreadable(error);
		throw unusable(
			`The file ${words(source.path)} cannot be read (${code}).`,
			path,
			code === 'ENOENT' ? 'Check the path.' : 'Check that this user may read it.',
		);
	}
}

/** The certificates of a PEM text; at least one is required. */
export function readCertificates(text: string, path: string): X509Certificate[] {
	const found = certificatesIn(text);
	if (found.length === 0) {
		throw unusable(
			'There is no certificate in what was given.',
			path,
			'It has to be PEM: -----BEGIN CERTIFICATE-----.',
		);
	}
	return found.map((one) => {
		try {
			return new X509Certificate(one);
		} catch {
			// OpenSSL's messages about the contents do not help.
			throw unusable('The certificate is damaged: it cannot be read.', path, 'Compare it with its original.');
		}
	});
}

/** The private key of a PEM text. Errors never quote the text. */
export function readKey(text: string, passphrase: string | undefined, path: string): KeyObject {
	if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
		throw unusable(
			'There is no private key in what was given.',
			path,
			'It has to be PEM: -----BEGIN PRIVATE KEY-----.',
		);
	}
	try {
		return createPrivateKey({ key: keyIn(text), ...(passphrase === undefined ? {} : { passphrase }) });
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (code === 'ERR_MISSING_PASSPHRASE' || (isEncrypted(text) && passphrase === undefined)) {
			throw unusable('The private key is encrypted.', path, 'Give its passphrase.');
		}
		if (isEncrypted(text))
			throw unusable('The passphrase does not fit the private key.', path, 'Check the passphrase.');
		throw unusable('The private key is damaged: it cannot be read.', path, 'Compare it with its original.');
	}
}

const isEncrypted = (text: string) => /BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text);

/** The key may be between certificates and parameters. */
function keyIn(text: string): string {
	return /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/.exec(text)?.[0] ?? text;
}
