import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Sending } from '../../../common/contract/calls/sending.ts';
import type { CallParsed } from '../../../common/contract/index.ts';
import type { Engine } from '../../engine/core/types.ts';
import { appError } from '../sentences/app-error.ts';
import { type ReceivedFile, receiveFile } from './upload.ts';

/** Maximum number of files that wait to be sent; the oldest is removed. */
const MOST_WAITING = 8;

/** Files to send: those on this machine, and those uploaded by a page, which are removed after sending. */
export class SentFiles {
	readonly #engine: Engine;
	readonly #workFolder: () => Promise<string>;
	readonly #waiting = new Map<string, ReceivedFile>();
	readonly #removing = new Set<Promise<void>>();

	constructor(engine: Engine, workFolder: () => Promise<string>) {
		this.#engine = engine;
		this.#workFolder = workFolder;
	}

	/** Receives an upload; resolves with its id for `sendFile`. */
	async receive(name: string, bytes: Readable): Promise<string> {
		const file = await receiveFile(await this.#workFolder(), name, bytes);
		const id = `upload-${randomBytes(16).toString('base64url')}`;
		this.#waiting.set(id, file);
		const [oldest] = this.#waiting.keys();
		if (oldest !== undefined && this.#waiting.size > MOST_WAITING) this.#remove(oldest);
		return id;
	}

	async send({ path, upload, ...request }: CallParsed<'sendFile'>): Promise<Sending> {
		if (upload === undefined) {
			if (path !== undefined) return this.#engine.sendFile({ ...request, path });
			throw appError('bad-input', 'whichFile', {}, { path: 'path' });
		}
		const file = this.#waiting.get(upload);
		if (!file) throw appError('not-found', 'uploadGone');
		const sending = await this.#engine.sendFile({ ...request, path: file.path, name: file.title });
		void this.#engine.sendings.ended(sending.id).then(() => this.#remove(upload));
		return sending;
	}

	/** Removes waiting files; sending must have ended. */
	async close(): Promise<void> {
		for (const id of [...this.#waiting.keys()]) this.#remove(id);
		await Promise.all(this.#removing);
	}

	#remove(id: string): void {
		const file = this.#waiting.get(id);
		if (!file) return;
		this.#waiting.delete(id);
		const removing = rm(file.folder, { recursive: true, force: true }).finally(() => this.#removing.delete(removing));
		this.#removing.add(removing);
	}
}
