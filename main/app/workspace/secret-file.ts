import { z } from 'zod';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import { type Secrets, secretsSchema } from '../../../common/workspace/index.ts';
import { writeAtomic } from '../../files/index.ts';
import { startSays } from '../sentences/start-says.ts';
import { loadJson } from '../stored/json-file.ts';

/** Encrypts with a key that the system keeps for this person. */
export interface KeyStore {
	/** Undefined where the system would protect nothing. */
	encrypt(text: string): Promise<Uint8Array | undefined>;
	/** Rejects where it cannot be decrypted, now or ever. */
	decrypt(bytes: Uint8Array): Promise<string>;
}

/** What is encrypted, in base64, oldest first, and what is not. */
const sealedSchema = z.strictObject({ encrypted: z.array(z.base64()), plain: secretsSchema.default({}) });
const fileSchema = z.union([sealedSchema, secretsSchema]);

/** The secrets of an encrypted text, or why they are not known. */
type Opened =
	| { readonly secrets: Secrets; readonly why?: undefined }
	| { readonly secrets?: undefined; readonly why: string | Said };

/**
 * The secrets of a workspace in a file that only its owner may read: encrypted where the host has a key store. A host
 * without one, or with another key, keeps what it cannot decrypt, and adds to it.
 */
export class SecretFile {
	readonly path: string;
	readonly #keyStore: KeyStore | undefined;
	/** What cannot be decrypted here. */
	#sealed: readonly string[] = [];

	constructor(path: string, keyStore: KeyStore | undefined) {
		this.path = path;
		this.#keyStore = keyStore;
	}

	/** The secrets, and notes for people. An unusable file is renamed. */
	async read(): Promise<{ readonly secrets: Secrets; readonly notes: readonly Said[] }> {
		const { value, note } = await loadJson(this.path, fileSchema, 'secretsFile', 'secretsMissing');
		const notes = note === undefined ? [] : [note];
		const sealed = sealedSchema.safeParse(value);
		if (!sealed.success) {
			this.#sealed = [];
			return { secrets: secretsSchema.parse(value ?? {}), notes };
		}
		const { encrypted, plain } = sealed.data;
		const opened = await Promise.all(encrypted.map((text) => this.#open(text)));
		this.#sealed = encrypted.filter((_text, at) => opened[at]?.secrets === undefined);
		const whys = opened.flatMap(({ why }) => why ?? []);
		const closed = whys.slice(0, 1).map((why) => startSays('secretsSealed', { file: this.path, why }));
		const known = opened.flatMap(({ secrets }) => (secrets === undefined ? [] : [secrets]));
		return { secrets: Object.assign({}, ...known, plain), notes: [...notes, ...closed] };
	}

	/** Rejects with Node's own error. */
	async write(secrets: Secrets): Promise<void> {
		const bytes = await this.#keyStore?.encrypt(JSON.stringify(secrets));
		const plain = this.#sealed.length === 0 ? secrets : { encrypted: this.#sealed, plain: secrets };
		const whole = bytes === undefined ? plain : { encrypted: [...this.#sealed, Buffer.from(bytes).toString('base64')] };
		await writeAtomic(this.path, `${JSON.stringify(whole, null, 2)}\n`);
	}

	/** The secrets, or why not, at the end of a sentence. */
	async #open(text: string): Promise<Opened> {
		if (this.#keyStore === undefined) return { why: startSays('desktopHasKey') };
		try {
			const secrets = secretsSchema.parse(JSON.parse(await this.#keyStore.decrypt(Buffer.from(text, 'base64'))));
			return { secrets };
		} catch (error) {
			return { why: messageOf(error) };
		}
	}
}
