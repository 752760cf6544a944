import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { access, constants, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Said } from '../../../common/words/sentence/said.ts';
import {
	keptViewSchema,
	type Secrets,
	WORKSPACE_SCHEMA_FILE,
	workspaceFileTitle,
} from '../../../common/workspace/index.ts';
import { isMissing, sweepUnfinished, whyUnreadable, writeAtomic } from '../../files/index.ts';
import { startSays } from '../sentences/start-says.ts';
import { loadJson, moveAside, readStored } from '../stored/json-file.ts';
import type { AllowedUse } from './environment-consent.ts';
import { workspaceSchemaText } from './schema-file.ts';
import { type KeyStore, SecretFile } from './secret-file.ts';

/** `run`: that of the process that wrote it. */
const viewSchema = z.object({ run: z.string(), view: keptViewSchema });
type StoredView = z.infer<typeof viewSchema>;

const ranSchema = z.object({ ran: z.array(z.string()) });

const allowedSchema = z.object({ environment: z.array(z.object({ variable: z.string(), to: z.string() })) });

const openingSchema = z.object({ startRan: z.boolean() });

/** A workspace file that is protected against writing. Its message follows "cannot be saved". */
export class ReadOnlyFile extends Error {
	override readonly name = 'ReadOnlyFile';
}

/** What is kept beside a workspace file. */
interface Beside {
	readonly secrets: Secrets;
	/** Ids of the endpoints that ran. */
	readonly ran: readonly string[];
	/** A person has chosen that opening the file starts them. */
	readonly startRan: boolean;
	/** The variables of the environment that it may use; undefined where nothing was kept. */
	readonly allowed: readonly AllowedUse[] | undefined;
	readonly notes: readonly Said[];
}

/** A workspace file, and what belongs to it on this machine alone: the others are in the data folder. */
export class WorkspaceFiles {
	/** Path of the workspace, absolute and without links. */
	readonly path: string;
	/** The untitled workspace, which is in the data folder. */
	readonly untitled: boolean;
	/** Path of the history of agents' calls, which only its owner may read. */
	readonly agentCalls: string;
	/** A file that a person has chosen a place for. */
	readonly #shared: boolean;
	readonly #secrets: SecretFile;
	readonly #ran: string;
	readonly #view: string;
	readonly #opening: string;
	readonly #allowed: string;

	/**
	 * @param path that of the untitled workspace when it is left out
	 * @param keyStore encrypts the secrets; without one they are text
	 */
	constructor(dataFolder: string, path?: string, keyStore?: KeyStore) {
		const home = realPath(dataFolder);
		const untitled = join(home, 'workspace.wirebench.json');
		this.path = path === undefined ? untitled : realPath(path);
		this.untitled = this.path === untitled;
		this.#shared = !this.path.startsWith(join(home, '/'));
		const beside = this.untitled ? join(home, 'workspace') : join(home, 'beside', keyOf(this.path));
		this.#secrets = new SecretFile(`${beside}.secrets.json`, keyStore);
		this.#ran = `${beside}.ran.json`;
		this.#view = `${beside}.view.json`;
		this.#opening = `${beside}.opening.json`;
		this.#allowed = `${beside}.allowed.json`;
		this.agentCalls = `${beside}.agents.jsonl`;
	}

	/** Where its relative paths begin. */
	get folder(): string {
		return dirname(this.path);
	}

	/** Its text; undefined without a file, `unreadable` with the reason where there is something else. */
	async read(): Promise<string | undefined | { readonly unreadable: string | Said }> {
		try {
			return await readStored(this.path);
		} catch (error) {
			return isMissing(error) ? undefined : { unreadable: whyUnreadable(error) };
		}
	}

	/** Unusable files are renamed, with a note for people. */
	async readBeside(): Promise<Beside> {
		const { secrets, notes } = await this.#secrets.read();
		const ran = await loadJson(this.#ran, ranSchema, 'ranFile', 'nothingOffered');
		const opening = await loadJson(this.#opening, openingSchema, 'openingFile', 'nothingStarted');
		const allowed = await loadJson(this.#allowed, allowedSchema, 'allowedFile', 'askedAgain');
		// An unusable list is no missing one, which allows everything that is in the untitled workspace.
		const environment = allowed.value?.environment ?? (allowed.note === undefined ? undefined : []);
		return {
			secrets,
			ran: ran.value?.ran ?? [],
			startRan: opening.value?.startRan ?? false,
			allowed: environment,
			notes: [...notes, ...[ran.note, opening.note, allowed.note].filter((note) => note !== undefined)],
		};
	}

	/** Removes unfinished files of killed processes. A fault is no reason not to start: it is returned as a note. */
	async sweep(): Promise<readonly Said[]> {
		try {
			for (const file of [this.path, this.#secrets.path, this.#ran, this.#view, this.#opening, this.#allowed])
				await sweepUnfinished(file);
			return [];
		} catch (error) {
			return [startSays('unfinishedFiles', { file: this.path, why: whyUnreadable(error) })];
		}
	}

	/** Rejects with Node's own error, and with ReadOnlyFile: a new file in its place would not be protected any more. */
	async write(text: string): Promise<void> {
		if (await isReadOnly(this.path)) throw new ReadOnlyFile('the file is read-only');
		await writeAtomic(this.path, text, { shared: this.#shared });
	}

	/** Puts the JSON Schema beside the file. One that is there stays: it may be of a newer version. */
	async putSchema(): Promise<void> {
		const path = join(dirname(this.path), WORKSPACE_SCHEMA_FILE);
		if (!existsSync(path)) await writeAtomic(path, await workspaceSchemaText(), { shared: this.#shared });
	}

	writeSecrets(secrets: Secrets): Promise<void> {
		return this.#secrets.write(secrets);
	}

	writeRan(ran: readonly string[]): Promise<void> {
		return writeAtomic(this.#ran, `${JSON.stringify({ ran }, null, 2)}\n`);
	}

	/** Keeps whether opening the file starts what ran. Rejects with Node's own error. */
	writeStartRan(startRan: boolean): Promise<void> {
		if (!startRan) return rm(this.#opening, { force: true });
		return writeAtomic(this.#opening, `${JSON.stringify({ startRan }, null, 2)}\n`);
	}

	/** Keeps which variables of the environment it may use. Rejects with Node's own error. */
	writeAllowed(environment: readonly AllowedUse[]): Promise<void> {
		return writeAtomic(this.#allowed, `${JSON.stringify({ environment }, null, 2)}\n`);
	}

	/** A file that is made here starts nothing when it is opened and may use nothing, whatever was chosen for one that had its path before. */
	async forgetChoices(): Promise<void> {
		await this.writeStartRan(false);
		await rm(this.#allowed, { force: true });
	}

	/** What a window showed last; undefined where there is none. An unusable file is renamed: it is no loss to report. */
	async readView(): Promise<StoredView | undefined> {
		return (await loadJson(this.#view, viewSchema, 'viewFile', 'shownAsNew')).value;
	}

	/** Rejects with Node's own error. */
	writeView(stored: StoredView): Promise<void> {
		return writeAtomic(this.#view, `${JSON.stringify(stored, null, 2)}\n`);
	}

	/** Renames the workspace and its secrets, where they exist, next to themselves. Rejects with Node's own error. */
	async moveAside(): Promise<void> {
		for (const file of [this.path, this.#secrets.path]) {
			await moveAside(file, 'kept').catch((error: unknown) => {
				if (!isMissing(error)) throw error;
			});
		}
	}
}

/** The folder of a workspace file, in which its relative paths begin: absolute, and that of the file itself where the path is a link. */
export function workspaceFolder(path: string): string {
	return dirname(realPath(path));
}

/** The absolute path without links, as far as it exists. */
function realPath(path: string): string {
	const absolute = resolve(path);
	try {
		return realpathSync(absolute);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		const folder = dirname(absolute);
		return folder === absolute ? absolute : join(realPath(folder), basename(absolute));
	}
}

/** The name of what is kept for a file that is elsewhere: its own for people, and a hash of its path. */
function keyOf(path: string): string {
	const hash = createHash('sha256').update(path).digest('hex').slice(0, 16);
	return `${workspaceFileTitle(path).slice(0, 50)}-${hash}`;
}

/** Without any right to write also for an administrator, whom the system lets write all the same. */
async function isReadOnly(path: string): Promise<boolean> {
	try {
		if (((await stat(path)).mode & 0o222) === 0) return true;
		await access(path, constants.W_OK);
		return false;
	} catch (error) {
		if (isMissing(error)) return false;
		if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) return true;
		throw error;
	}
}
