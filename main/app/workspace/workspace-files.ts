import { join } from 'node:path';
import { z } from 'zod';
import { type Secrets, secretsSchema } from '../../../common/workspace/index.ts';
import { isMissing, sweepUnfinished, whyUnreadable, writeAtomic } from '../../files/index.ts';
import { loadJson, moveAside, readStored } from '../stored/json-file.ts';

const ranSchema = z.object({ ran: z.array(z.string()) });

/** The files of the untitled workspace in a data folder. What differs between machines is beside the workspace. */
export class WorkspaceFiles {
	/** Path of the workspace. */
	readonly path: string;
	readonly #secrets: string;
	readonly #ran: string;

	constructor(dataFolder: string) {
		this.path = join(dataFolder, 'workspace.wirebench.json');
		this.#secrets = join(dataFolder, 'workspace.secrets.json');
		this.#ran = join(dataFolder, 'workspace.ran.json');
	}

	/** Its text; undefined without a file, `unreadable` with the reason where there is something else. */
	async read(): Promise<string | undefined | { readonly unreadable: string }> {
		try {
			return await readStored(this.path);
		} catch (error) {
			return isMissing(error) ? undefined : { unreadable: whyUnreadable(error) };
		}
	}

	/** Secrets, and the ids of the endpoints that ran. Unusable files are renamed, with a note for people. */
	async readBeside(): Promise<{ secrets: Secrets; ran: readonly string[]; notes: readonly string[] }> {
		const secrets = await loadJson(
			this.#secrets,
			secretsSchema,
			"The file of the workspace's secrets",
			'passwords and keys are missing',
		);
		const ran = await loadJson(this.#ran, ranSchema, 'The list of what ran', 'nothing is offered to start');
		const notes = [secrets.note, ran.note].filter((note) => note !== undefined);
		return { secrets: secrets.value ?? {}, ran: ran.value?.ran ?? [], notes };
	}

	/** Removes unfinished files of killed processes. A fault is no reason not to start: it is returned as a note. */
	async sweep(): Promise<readonly string[]> {
		try {
			for (const file of [this.path, this.#secrets, this.#ran]) await sweepUnfinished(file);
			return [];
		} catch (error) {
			return [`Unfinished files beside ${this.path} cannot be removed: ${whyUnreadable(error)}.`];
		}
	}

	write(text: string): Promise<void> {
		return writeAtomic(this.path, text);
	}

	writeSecrets(secrets: Secrets): Promise<void> {
		return writeAtomic(this.#secrets, `${JSON.stringify(secrets, null, 2)}\n`);
	}

	writeRan(ran: readonly string[]): Promise<void> {
		return writeAtomic(this.#ran, `${JSON.stringify({ ran }, null, 2)}\n`);
	}

	/** Renames the workspace and its secrets, where they exist, next to themselves. Rejects with Node's own error. */
	async moveAside(): Promise<void> {
		for (const file of [this.path, this.#secrets]) {
			await moveAside(file, 'kept').catch((error: unknown) => {
				if (!isMissing(error)) throw error;
			});
		}
	}
}
