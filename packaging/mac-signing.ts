import type { MacConfiguration } from 'electron-builder';

/** Where electron-builder finds a certificate: in a file, by its name in the keychain, in a keychain of its own. */
const CERTIFICATE = ['CSC_LINK', 'CSC_NAME', 'CSC_KEYCHAIN'];

/**
 * How the macOS app is signed. Apple silicon runs only signed code: without a certificate the app is signed ad hoc. A
 * hardened runtime is for notarisation, and would refuse our own libraries where they have no common team.
 */
export function macSigning(env: NodeJS.ProcessEnv): Pick<MacConfiguration, 'identity' | 'hardenedRuntime'> {
	const hasCertificate = CERTIFICATE.some((name) => (env[name] ?? '') !== '');
	return hasCertificate ? { hardenedRuntime: true } : { identity: '-', hardenedRuntime: false };
}
