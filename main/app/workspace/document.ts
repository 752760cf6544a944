import type { WorkspaceProblem } from '../../../common/contract/calls/workspace.ts';
import { same } from '../../../common/json/without-defaults.ts';
import { documentSays } from '../../../common/sentences/document-says.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import {
	EMPTY_WORKSPACE,
	type Environment,
	type ReadWorkspace,
	readWorkspace,
	type Secrets,
	type Workspace,
	type WorkspaceFault,
	workspaceFileTitle,
	writeWorkspace,
} from '../../../common/workspace/index.ts';
import type { AllowedUse } from './environment-consent.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** What was read of a file. It takes effect with `accept`. */
export interface Loaded {
	readonly read: ReadWorkspace;
	readonly secrets: Secrets;
	readonly ran: readonly string[];
	/** A person has chosen that opening the file on this machine starts `ran`. */
	readonly startRan: boolean;
	/** The variables of the environment that it may use; undefined where nothing was kept. */
	readonly allowed: readonly AllowedUse[] | undefined;
	/** Sentences for people. */
	readonly notes: readonly Said[];
	/** Undefined without a file. */
	readonly text: string | undefined;
}

/** What a file without contents is. */
export const NOTHING: Loaded = {
	read: { workspace: EMPTY_WORKSPACE, document: {} },
	secrets: {},
	ran: [],
	startRan: false,
	allowed: undefined,
	notes: [],
	text: undefined,
};

/** An open workspace file: its contents as last read or written, and why it is not stored. */
export class WorkspaceDocument {
	readonly files: WorkspaceFiles;
	readonly #environment: Environment;
	problem: WorkspaceProblem | undefined;
	/** The file's text as last read or written; undefined without a file. */
	#onDisk: string | undefined;
	/** That text as we write it: only a change of its meaning is written. Undefined: it is to be written in any case. */
	#meaning: string | undefined = writeWorkspace(EMPTY_WORKSPACE).text;
	#read: ReadWorkspace | undefined;
	#secrets: Secrets = {};
	/** As in the file. */
	#storedRan: readonly string[] = [];
	#startRan = false;
	#allowed: readonly AllowedUse[] | undefined;

	/** @param environment the variables that the file may name */
	constructor(files: WorkspaceFiles, environment: Environment) {
		this.files = files;
		this.#environment = environment;
	}

	/** Its name for people. */
	get title(): string {
		const { name } = this.rest;
		return name === EMPTY_WORKSPACE.name && !this.files.untitled ? workspaceFileTitle(this.files.path) : name;
	}

	/** Whether opening the file on this machine starts what ran. */
	get startRan(): boolean {
		return this.#startRan;
	}

	/** Chooses it. Rejects with Node's own error. */
	async keepStartRan(startRan: boolean): Promise<void> {
		await this.files.writeStartRan(startRan);
		this.#startRan = startRan;
	}

	/** The variables of the environment that it may use, as kept on this machine. */
	get allowed(): readonly AllowedUse[] {
		return this.#allowed ?? [];
	}

	/** Keeps them; `asks`: others are a question, so that an empty list is kept too. Rejects with Node's own error. */
	async keepAllowed(allowed: readonly AllowedUse[], asks: boolean): Promise<void> {
		const isKept = this.#allowed !== undefined || (allowed.length === 0 && !asks);
		if (isKept && same(allowed, this.allowed)) return;
		await this.files.writeAllowed(allowed);
		this.#allowed = allowed;
	}

	/** What the file was last read as or written from, with the keys in it that this version does not know; undefined without a file. */
	get known(): ReadWorkspace | undefined {
		return this.#read;
	}

	/** The next writing adds the keys that this one has and this version does not know. */
	knowFrom(read: ReadWorkspace | undefined): void {
		this.#read = read;
	}

	/** The parts that are not in the engine. */
	get rest(): Workspace {
		return this.#read?.workspace ?? EMPTY_WORKSPACE;
	}

	/** Reads the file, and changes nothing. Without a file it is empty. */
	async load(): Promise<Loaded | WorkspaceFault> {
		const text = await this.files.read();
		if (typeof text === 'object')
			return { kind: 'broken', ...documentSays('workspaceUnreadable', { reason: text.unreadable }) };
		const { notes, ...beside } = await this.files.readBeside();
		const read = text === undefined ? NOTHING.read : readWorkspace(text, beside.secrets, this.#environment);
		return 'kind' in read ? read : { read, ...beside, notes, text };
	}

	/** From now on these are its contents. */
	accept({ read, secrets, ran, startRan, allowed, text }: Loaded): void {
		this.#read = read;
		this.#secrets = secrets;
		this.#storedRan = ran;
		this.#startRan = startRan;
		this.#allowed = allowed;
		this.#onDisk = text;
		this.#meaning = writeWorkspace(read.workspace, read).text;
		this.problem = undefined;
	}

	/** What its file lacks for now, in a sentence: nothing is stored. */
	report({ kind, message, says }: Said & Pick<WorkspaceProblem, 'kind'>): void {
		this.problem = { kind, ...documentSays('leftAsIs', { what: { message, says } }) };
	}

	/** Whether the file has all of this. */
	has(workspace: Workspace): boolean {
		const { text, secrets } = this.#written(workspace);
		return text === this.#meaning && same(secrets, this.#secrets);
	}

	/**
	 * The same contents for other files: they are written in any case, also over what is there.
	 * @param change what becomes of them there
	 */
	async copyTo(files: WorkspaceFiles, change: (workspace: Workspace) => Workspace): Promise<WorkspaceDocument> {
		const copy = new WorkspaceDocument(files, this.#environment);
		copy.#read = this.#read && { ...this.#read, workspace: change(this.#read.workspace) };
		const { secrets, ran } = await files.readBeside();
		copy.#secrets = secrets;
		copy.#storedRan = ran;
		// It was chosen for this file alone, and not for one that was at the other's place before.
		await files.forgetChoices();
		await copy.keepStartRan(files.path === this.files.path && this.#startRan);
		await copy.overwrite();
		return copy;
	}

	/** The next writing replaces what is there now, which is something that can be read. */
	async overwrite(): Promise<void> {
		const text = await this.files.read();
		if (typeof text === 'object') await this.#moveAside();
		else this.#onDisk = text;
		this.#meaning = undefined;
		this.problem = undefined;
	}

	/** Renames the file, which is kept, and begins a new one. Rejects with Node's own error. */
	async beginNew(): Promise<void> {
		await this.#moveAside();
		this.#meaning = undefined;
		this.problem = undefined;
	}

	async #moveAside(): Promise<void> {
		await this.files.moveAside();
		await this.files.forgetChoices();
		this.#startRan = false;
		this.#allowed = undefined;
		this.#onDisk = undefined;
		this.#read = undefined;
		this.#secrets = {};
	}

	/** Looks whether another program has changed the file: then nothing is stored until a person has chosen. */
	async look(): Promise<void> {
		const kind = this.problem?.kind;
		if (kind !== undefined && kind !== 'changed') return;
		const found = await this.files.read();
		if (found === undefined || (typeof found === 'string' && this.#agrees(found))) this.problem = undefined;
		else this.problem = CHANGED;
	}

	/** Whether a text is what we have, perhaps in another form: then it is what is on the disk now. */
	#agrees(text: string): boolean {
		if (text === this.#onDisk) return true;
		const read = readWorkspace(text, this.#secrets, this.#environment);
		if ('kind' in read) return false;
		const written = writeWorkspace(read.workspace, read, this.#environment);
		if (written.text !== this.#meaning || !same(written.secrets, this.#secrets)) return false;
		this.#onDisk = text;
		this.#read = read;
		return true;
	}

	#written(workspace: Workspace) {
		return writeWorkspace(workspace, this.#read, this.#environment);
	}

	/** Writes what has changed; returns why it has not. Rejects with Node's own error, or with ReadOnlyFile. */
	async write(workspace: Workspace, ran: readonly string[]): Promise<WorkspaceProblem | undefined> {
		const { text, secrets } = this.#written(workspace);
		const newSecrets = !same(secrets, this.#secrets);
		if (text !== this.#meaning || newSecrets) {
			const found = await this.files.read();
			// Where the file has gone there is nothing to overwrite.
			if (typeof found === 'object' || (found !== undefined && !this.#agrees(found))) return CHANGED;
			// First: a secret that is in no file would be lost.
			if (newSecrets) await this.files.writeSecrets(secrets);
			this.#secrets = secrets;
			if (text !== this.#meaning) {
				await this.files.write(text);
				this.#onDisk = text;
				this.#meaning = text;
			}
			this.#read = { workspace, document: JSON.parse(text) };
		}
		if (!same(ran, this.#storedRan)) await this.files.writeRan(ran);
		this.#storedRan = ran;
		return undefined;
	}
}

const CHANGED: WorkspaceProblem = {
	kind: 'changed',
	...documentSays('changedOnDisk'),
};
