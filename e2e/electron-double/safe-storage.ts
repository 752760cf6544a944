import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { app } from './app.ts';
import { circumstances } from './circumstances.ts';
import { loud } from './loud.ts';

/** Chromium's marks: a fixed password for lack of a key store, and the key of a Secret Service. */
const FIXED = 'v10';
const SERVICE = 'v11';
const IV_BYTES = 16;

const keyOf = (mark: string) => createHash('sha256').update(mark).digest().subarray(0, 16);
const hasService = () => circumstances.keyStore === 'secret-service';

function requireReady(): void {
	if (!app.isReady()) throw new Error('safeStorage cannot be used before app is ready');
}

/** As on Linux (shell/browser/api/electron_api_safe_storage.cc), where encryption is always available: perhaps by a fixed password. */
export const safeStorage = loud('safeStorage', {
	isAsyncEncryptionAvailable: async (): Promise<boolean> => app.isReady(),
	async encryptStringAsync(text: string): Promise<Buffer> {
		requireReady();
		const mark = hasService() ? SERVICE : FIXED;
		const iv = randomBytes(IV_BYTES);
		const cipher = createCipheriv('aes-128-cbc', keyOf(mark), iv);
		return Buffer.concat([Buffer.from(mark), iv, cipher.update(text, 'utf8'), cipher.final()]);
	},
	async decryptStringAsync(bytes: unknown): Promise<{ shouldReEncrypt: boolean; result: string }> {
		requireReady();
		if (!Buffer.isBuffer(bytes)) {
			throw new Error('Expected the first argument of decryptStringAsync() to be a buffer');
		}
		if (bytes.length === 0) return { shouldReEncrypt: false, result: '' };
		const mark = bytes.subarray(0, FIXED.length).toString('latin1');
		if (mark !== FIXED && !(mark === SERVICE && hasService())) {
			throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');
		}
		const start = FIXED.length + IV_BYTES;
		const decipher = createDecipheriv('aes-128-cbc', keyOf(mark), bytes.subarray(FIXED.length, start));
		return {
			shouldReEncrypt: false,
			result: `${decipher.update(bytes.subarray(start), undefined, 'utf8')}${decipher.final('utf8')}`,
		};
	},
});
