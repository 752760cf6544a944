import { hostname, networkInterfaces } from 'node:os';
import type { MadeIdentity, OwnIdentity } from '../../../common/contract/config/tls.ts';
import { withoutZone } from '../../../common/payload/index.ts';
import { engineError } from '../sentences/engine-error.ts';
import type { Authority } from './authority.ts';
import type { PemPair } from './make-certificate.ts';
import { type PathWords, readCertificates, readKey, readPem } from './pem.ts';

/** Validity in days from now of a certificate with a flaw. */
const DAYS = { expired: [-30, -1], 'not-yet-valid': [1, 30] } as const;

/** The certificate and key of a config, followed by the signers'. `path`: of the identity in the config. */
export function identityPair(
	identity: MadeIdentity | OwnIdentity,
	authority: Authority,
	names: readonly string[],
	path: string,
	words?: PathWords,
): Promise<PemPair> {
	return identity.from === 'own' ? ownPair(identity, path, words) : madePair(identity.flaw, authority, names);
}

/** A certificate generated now for these names. */
export async function madePair(
	flaw: MadeIdentity['flaw'],
	authority: Authority,
	names: readonly string[],
): Promise<PemPair> {
	const { makeCertificate } = await import('./make-certificate.ts');
	if (flaw === 'self-signed') return makeCertificate({ names });
	const issuer = await authority.pair();
	const made = await makeCertificate({ names, issuer, ...(flaw === 'none' ? {} : { days: DAYS[flaw] }) });
	return { ...made, cert: `${made.cert}\n${issuer.cert}` };
}

async function ownPair({ cert, key, passphrase }: OwnIdentity, path: string, words?: PathWords): Promise<PemPair> {
	const certText = await readPem(cert, `${path}.cert`, words);
	const [own] = readCertificates(certText, `${path}.cert`);
	const keyPath = key === undefined ? `${path}.cert` : `${path}.key`;
	const privateKey = readKey(key === undefined ? certText : await readPem(key, keyPath, words), passphrase, keyPath);
	if (own?.checkPrivateKey(privateKey) !== true) {
		throw engineError('tls', 'keyOfAnother', {}, { path: keyPath });
	}
	return { cert: certText, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** The default names of a server's certificate: where it listens, and this machine. */
export function serverNames(host: string): string[] {
	const anywhere = host === '0.0.0.0' || host === '::';
	const addresses = anywhere
		? Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address))
		: [host];
	// A zone is only known to this machine and cannot be in a certificate.
	const plain = addresses.map(withoutZone);
	return [...new Set(['localhost', hostname(), ...plain, '127.0.0.1', '::1'])];
}
