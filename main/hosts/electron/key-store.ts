import { safeStorage } from 'electron';
import type { KeyStore } from '../../app/index.ts';

/** By which Chromium marks what it has encrypted with a fixed password, for lack of a key store (its posix_key_provider.cc). */
const UNPROTECTED = 'v10';

/**
 * The system's key store through Electron's safeStorage: Keychain, DPAPI, or the Secret Service of a Linux desktop. To be
 * used once the app is ready. It is opened at first use: the system may ask for permission.
 */
export const KEY_STORE: KeyStore = {
	async encrypt(text) {
		if (!(await safeStorage.isAsyncEncryptionAvailable())) return undefined;
		const bytes = await safeStorage.encryptStringAsync(text);
		// The same mark is that of a real key on the other systems.
		const fixed =
			process.platform === 'linux' && bytes.subarray(0, UNPROTECTED.length).toString('latin1') === UNPROTECTED;
		return fixed ? undefined : bytes;
	},
	async decrypt(bytes) {
		return (await safeStorage.decryptStringAsync(Buffer.from(bytes))).result;
	},
};
