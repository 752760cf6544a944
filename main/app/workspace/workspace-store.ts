import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { WorkspaceResolution, WorkspaceState } from '../../../common/contract/calls/workspace.ts';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { issueText } from '../../../common/json/issue-text.ts';
import { safeFileName } from '../../../common/payload/file-name.ts';
import {
	changeWords,
	EMPTY_WORKSPACE,
	type Environment,
	missingSecrets,
	readWorkspace,
	type SecretPlace,
	type Workspace,
	type WorkspaceEndpoint,
	type WorkspaceFault,
	withSecret,
	workspaceFileTitle,
	workspacePath,
} from '../../../common/workspace/index.ts';
import type { Engine } from '../../engine/core/types.ts';
import { writeAtomic } from '../../files/index.ts';
import { reason } from '../stored/reason.ts';
import { Topic, wholeState } from '../topics/topic.ts';
import { type Loaded, NOTHING, WorkspaceDocument } from './document.ts';
import { copyPath, freeWorkspacePath } from './free-path.ts';
import { History, type Way } from './history.ts';
import { faultInEndpoints, putInEngine, stepInEngine } from './put-in-engine.ts';
import type { RecentWorkspaces } from './recent.ts';
import type { KeyStore } from './secret-file.ts';
import { FileWatch } from './watch.ts';
import { WhatRan } from './what-ran.ts';
import { ReadOnlyFile, WorkspaceFiles } from './workspace-files.ts';

/** Milliseconds from a change to its saving: several changes at once are one. */
const SAVE_MS = 200;

export interface WorkspaceOptions {
	readonly dataFolder: string;
	readonly engine: Engine;
	readonly recent: RecentWorkspaces;
	/** The variables that a file may name. */
	readonly environment: Environment;
	/** Encrypts secrets; left out: they are text in a file that only its owner may read. */
	readonly keyStore?: KeyStore | undefined;
	/** The file to open in place of that of the last run. */
	readonly file?: string | undefined;
	/** Receives faults of Wirebench itself. */
	readonly onFault: (error: unknown) => void;
}

/** The workspace of this process: in the engine, and soon afterwards in its file. */
export class WorkspaceStore {
	readonly topic: Topic<WorkspaceState>;
	/** Its payloads and variables. */
	readonly payloads: Topic<Pick<Workspace, 'payloads' | 'variables'>>;
	readonly #engine: Engine;
	readonly #dataFolder: string;
	readonly #recent: RecentWorkspaces;
	readonly #environment: Environment;
	readonly #keyStore: KeyStore | undefined;
	readonly #onFault: (error: unknown) => void;
	#notes: readonly string[] = [];
	#document: WorkspaceDocument;
	/** What is not in the engine: the other parts of the workspace, and what it adds to endpoints, by their ids. */
	#rest: Workspace = EMPTY_WORKSPACE;
	#about = new Map<string, Pick<WorkspaceEndpoint, 'folder' | 'env'>>();
	#history = new History(EMPTY_WORKSPACE);
	/** A step of the history is under way: what is set up meanwhile is no change of anybody. */
	#stepping = false;
	#watch: FileWatch | undefined;
	#ran: WhatRan;
	#unsaved = false;
	#timer: NodeJS.Timeout | undefined;
	/** Ends with the last piece of work on the files: they are done one after the other. */
	#queue: Promise<unknown> = Promise.resolve();
	#closed = false;

	private constructor({ dataFolder, engine, recent, environment, keyStore, onFault, file }: WorkspaceOptions) {
		this.#engine = engine;
		this.#dataFolder = dataFolder;
		this.#recent = recent;
		this.#environment = environment;
		this.#keyStore = keyStore;
		this.#onFault = onFault;
		this.#document = new WorkspaceDocument(new WorkspaceFiles(dataFolder, file ?? recent.last, keyStore), environment);
		this.#ran = new WhatRan(engine, []);
		this.topic = new Topic({ periodMs: 0, ...wholeState(() => this.#state()) });
		this.payloads = new Topic({ periodMs: 0, ...wholeState(() => this.parts) });
	}

	/**
	 * Reads the workspace and creates its endpoints, stopped. A file that cannot be used stays as it is. Rejects as
	 * `openFile` for a `file` that cannot be used.
	 */
	static async open(options: WorkspaceOptions): Promise<WorkspaceStore> {
		const store = new WorkspaceStore(options);
		const { files } = store.#document;
		const swept = await files.sweep();
		store.#opened();
		if (options.file !== undefined) {
			const loaded = await store.#load(store.#document);
			await store.#become(store.#document, loaded);
			store.#notes = [...swept, ...loaded.notes];
			return store;
		}
		if (!files.untitled && !existsSync(files.path)) {
			store.#document.report({ kind: 'missing', message: 'that was open last is missing.' });
			store.#notes = [...swept, store.#problemNote()];
			return store;
		}
		const { notes, ran } = await store.#take();
		store.#history = new History(store.#workspace());
		store.#ran = new WhatRan(options.engine, ran);
		store.#notes = [...swept, ...notes, store.#problemNote()].filter((note) => note !== '');
		return store;
	}

	/** The payloads and variables. */
	get parts(): Pick<Workspace, 'payloads' | 'variables'> {
		const { payloads, variables } = this.#rest;
		return { payloads, variables };
	}

	/** Replaces payloads or variables. The caller touches afterwards. */
	change(parts: Partial<Pick<Workspace, 'payloads' | 'variables'>>): void {
		this.#setRest({ ...this.#rest, ...parts });
	}

	/** Sentences for people about the start. */
	get notes(): readonly string[] {
		return this.#notes;
	}

	/** To be called after anything that may have changed an endpoint: saves soon. */
	touch(): void {
		if (this.#closed) return;
		this.#ran.look();
		if (!this.#stepping) this.#history.note(this.#workspace());
		this.#unsaved = true;
		this.#timer ??= setTimeout(() => this.#saveNow(), SAVE_MS);
		this.topic.tell(true);
	}

	/** Starts what ran when the last process ended. The caller touches afterwards. */
	startRan(): Promise<{ started: number; failed: number }> {
		return this.#ran.start();
	}

	/** Withdraws the offer to start it. The caller touches afterwards. */
	forgetRan(): void {
		this.#ran.forget();
	}

	/** Does what a person has chosen about the problem. Rejects with `wrong-state` or `disk`. */
	resolve(how: WorkspaceResolution): Promise<void> {
		return this.#enqueue(() => this.#resolve(how));
	}

	/**
	 * Opens a file, or without a path the untitled workspace, in place of the present one; everything in it is stopped.
	 * Rejects, and changes nothing, with `bad-input` for a file that cannot be used, and with `wrong-state` while an endpoint runs that may not be stopped or what is set up is in no file.
	 */
	openFile(path: string | undefined, stopRunning: boolean): Promise<void> {
		return this.#enqueue(async () => {
			const next = this.#at(path);
			if (next.files.path === this.#document.files.path) return this.#readAgain();
			const loaded = await this.#load(next);
			await this.#leave(stopRunning);
			await this.#become(next, loaded);
		});
	}

	/** Opens a new file of the data folder, and returns its path. Rejects as `openFile`. */
	beginNew(stopRunning: boolean): Promise<string> {
		return this.#enqueue(async () => {
			await this.#leave(stopRunning);
			const next = this.#at(freeWorkspacePath(this.#ownFolder, `${EMPTY_WORKSPACE.name} 2`));
			await this.#become(next, NOTHING);
			await next.overwrite();
			await this.#save();
			return next.files.path;
		});
	}

	/** Opens a copy of the text of a workspace file, in the data folder. Resolves and rejects as `beginNew`. */
	openText(name: string, text: string, stopRunning: boolean): Promise<string> {
		return this.#enqueue(async () => {
			const read = readWorkspace(text);
			if ('kind' in read) throw unusable(name, read);
			await this.#leave(stopRunning);
			const path = freeWorkspacePath(this.#ownFolder, safeFileName(workspaceFileTitle(name)));
			await inDisk(path, () => writeAtomic(path, text));
			const next = this.#at(path);
			await this.#become(next, await this.#load(next));
			return next.files.path;
		});
	}

	/**
	 * Stores it in another file, which is the open one from now on; endpoints go on. Returns its path. Rejects with
	 * `wrong-state` where there is a file that is not to be replaced, and with `disk`.
	 */
	saveAs(path: string, replace: boolean): Promise<string> {
		return this.#enqueue(async () => {
			const whole = workspacePath(path);
			// A person has confirmed to replace the file of the name that was given.
			return this.#moveTo(whole, replace && whole === path);
		});
	}

	/** The same beside the present file, under the next free name. */
	duplicate(): Promise<string> {
		return this.#enqueue(() => {
			const { path, untitled } = this.#document.files;
			return this.#moveTo(untitled ? freeWorkspacePath(this.#ownFolder, 'Untitled copy') : copyPath(path), false);
		});
	}

	/**
	 * Undoes the last change, or does the one again that was undone last; only this step where one is named. The caller
	 * touches afterwards. Rejects with `wrong-state`, and then changes nothing.
	 */
	go(way: Way, wanted?: number): Promise<void> {
		return this.#enqueue(async () => {
			const step = this.#history.next(way);
			if (step === undefined) throw new WirebenchError('wrong-state', `There is nothing to ${way}.`);
			if (wanted !== undefined && wanted !== step.id) {
				throw new WirebenchError('wrong-state', `Something else was changed since: ${changeWords(step)}.`);
			}
			const target = way === 'undo' ? step.before : step.after;
			this.#stepping = true;
			try {
				await stepInEngine(this.#engine, target.endpoints);
				this.#keepRest(target);
				this.#history.went(way, this.#workspace());
			} finally {
				this.#stepping = false;
			}
		});
	}

	/**
	 * Moves an endpoint to the place of another, or with null to the end, and into a folder, or with null out of it. The
	 * caller touches afterwards. Throws `not-found`.
	 */
	move(id: string, before: string | null | undefined, folder: string | null | undefined): void {
		const ids = this.#engine.lasting().map((endpoint) => endpoint.id);
		if (!ids.includes(id) || (typeof before === 'string' && !ids.includes(before))) {
			throw new WirebenchError('not-found', 'There is no such endpoint: it may have been removed.');
		}
		const { folder: present, ...others } = this.#about.get(id) ?? {};
		const wanted = folder === undefined ? present : (folder ?? undefined);
		this.#about.set(id, wanted === undefined ? others : { ...others, folder: wanted });
		if (before === undefined || before === id) return;
		const rest = ids.filter((other) => other !== id);
		this.#engine.arrange(
			before === null ? [...rest, id] : rest.flatMap((other) => (other === before ? [id, other] : other)),
		);
	}

	/** Gives an endpoint a secret. The caller touches afterwards. Throws as `Engine.update`. */
	setSecret(id: string, place: SecretPlace, text: string): void {
		const config = this.#engine.endpoint(id)?.config;
		if (config === undefined) {
			throw new WirebenchError('not-found', 'There is no such endpoint: it may have been removed.');
		}
		const whole = endpointConfigSchema.safeParse(withSecret(config, place, text));
		if (!whole.success) throw new WirebenchError('bad-input', issueText(whole.error));
		this.#engine.update(id, whole.data);
	}

	/** Saves the rest. To be called while the endpoints still run: they are those that are offered next time. */
	async close(): Promise<void> {
		this.#saveNow();
		this.#closed = true;
		this.#watch?.close();
		await this.#queue;
		this.topic.close();
		this.payloads.close();
	}

	/** The folder of workspaces for which nobody has chosen a place. */
	get #ownFolder(): string {
		return join(this.#dataFolder, 'workspaces');
	}

	#at(path: string | undefined): WorkspaceDocument {
		return new WorkspaceDocument(new WorkspaceFiles(this.#dataFolder, path, this.#keyStore), this.#environment);
	}

	#state(): WorkspaceState {
		const { files, title, problem } = this.#document;
		const { endpoints } = this.#workspace();
		return {
			path: files.path,
			title,
			untitled: files.untitled,
			saved: !this.#unsaved && problem === undefined,
			...(problem === undefined ? {} : { problem }),
			ran: [...this.#ran.offered],
			order: endpoints.map(({ id, folder }) => (folder === undefined ? { id } : { id, folder })),
			missing: endpoints.flatMap((endpoint) =>
				missingSecrets(endpoint).map((missing) => ({ endpoint: endpoint.id, ...missing })),
			),
			...shownStep('undo', this.#history),
			...shownStep('redo', this.#history),
		};
	}

	#problemNote(): string {
		const { problem, files } = this.#document;
		return problem === undefined ? '' : `${problem.message} File: ${files.path}`;
	}

	/** What is set up now. */
	#workspace(): Workspace {
		const endpoints = this.#engine.lasting().map(({ id, config }) => ({ ...config, id, ...this.#about.get(id) }));
		return { ...this.#rest, endpoints };
	}

	#setRest(rest: Workspace): void {
		this.#rest = rest;
		this.payloads.tell(true);
	}

	#enqueue<T>(work: () => Promise<T>): Promise<T> {
		const result = this.#queue.then(work);
		// The caller gets the failure.
		this.#queue = result.catch(() => undefined);
		return result;
	}

	/** Reads a file that a person wants to open. */
	async #load(next: WorkspaceDocument): Promise<Loaded> {
		const { path, untitled } = next.files;
		const loaded = await next.load();
		if ('kind' in loaded) throw unusable(path, loaded);
		if (loaded.text === undefined && !untitled) {
			throw new WirebenchError('bad-input', `There is no workspace file ${path}.`);
		}
		const fault = faultInEndpoints(loaded.read.workspace.endpoints);
		if (fault !== undefined) throw unusable(path, fault);
		return loaded;
	}

	/** Saves the present workspace, which is closed next. Rejects with `wrong-state`. */
	async #leave(stopRunning: boolean): Promise<void> {
		const running = this.#engine.lasting().filter(({ status }) => status !== 'stopped' && status !== 'failed');
		if (running.length > 0 && !stopRunning) {
			const names = running.map(({ config }) => config.name).join(', ');
			throw new WirebenchError('wrong-state', `Another workspace would stop what runs: ${names}.`);
		}
		await this.#save();
		const { problem } = this.#document;
		if (problem === undefined || this.#document.has(this.#workspace())) return;
		throw new WirebenchError('wrong-state', `What is set up is not saved. ${problem.message}`, {
			hint: 'Save it as another file first, or choose what the card above the endpoints offers.',
		});
	}

	/** Replaces the present workspace; the engine's endpoints are those of the file. */
	async #become(next: WorkspaceDocument, loaded: Loaded): Promise<void> {
		const before = this.#engine.lasting();
		// An endpoint of the same id is another one.
		await Promise.all(before.map(({ id }) => this.#engine.remove(id)));
		await putInEngine(this.#engine, loaded.read.workspace.endpoints);
		next.accept(loaded);
		this.#document = next;
		this.#keepRest(next.rest);
		this.#opened();
		this.#history = new History(this.#workspace());
		this.#ran = new WhatRan(this.#engine, loaded.ran);
		this.#unsaved = this.#timer !== undefined;
		await this.#recent.note(next.files);
	}

	#keepRest(workspace: Workspace): void {
		this.#setRest(workspace);
		this.#about = new Map(
			workspace.endpoints.map(({ id, folder, env }) => [
				id,
				{ ...(folder === undefined ? {} : { folder }), ...(env === undefined ? {} : { env }) },
			]),
		);
	}

	/** The file of the document has changed. */
	#opened(): void {
		this.#watch?.close();
		this.#watch = new FileWatch(this.#document.files.path, () => void this.#enqueue(() => this.#look()));
	}

	/** Something may have happened to the file. */
	async #look(): Promise<void> {
		if (this.#closed) return;
		const before = this.#document.problem?.kind;
		await this.#document.look();
		if (this.#document.problem?.kind === before) return;
		// Changes that have waited for the choice.
		await this.#save();
		this.topic.tell(true);
	}

	async #moveTo(path: string, replace: boolean): Promise<string> {
		const files = new WorkspaceFiles(this.#dataFolder, path, this.#keyStore);
		const same = files.path === this.#document.files.path;
		if (existsSync(files.path) && !replace && !same) {
			throw new WirebenchError('wrong-state', `There is a file ${files.path} already.`, {
				hint: 'Replace it, or choose another name.',
			});
		}
		const next = await inDisk(files.path, async () => {
			const copy = await this.#document.copyTo(files);
			await copy.write(this.#workspace(), this.#ran.next());
			return copy;
		});
		this.#document = next;
		this.#opened();
		this.#unsaved = this.#timer !== undefined;
		await this.#recent.note(files);
		this.topic.tell(true);
		return files.path;
	}

	/** Replaces the engine's endpoints by those of the file, or reports what is wrong with it. */
	async #take(): Promise<Pick<Loaded, 'notes' | 'ran'>> {
		const loaded = await this.#document.load();
		const fault = 'kind' in loaded ? loaded : faultInEndpoints(loaded.read.workspace.endpoints);
		if (fault !== undefined) this.#document.report(fault);
		if ('kind' in loaded) return { notes: [], ran: [] };
		if (fault === undefined) {
			await putInEngine(this.#engine, loaded.read.workspace.endpoints);
			this.#document.accept(loaded);
			this.#keepRest(this.#document.rest);
		}
		return loaded;
	}

	/** A person opens the present file: it is read where it could not be used. */
	async #readAgain(): Promise<void> {
		const kind = this.#document.problem?.kind;
		if (kind !== undefined && kind !== 'unwritable' && kind !== 'changed') await this.#resolve('take-file');
	}

	async #resolve(how: WorkspaceResolution): Promise<void> {
		const kind = this.#document.problem?.kind;
		const unusable = kind === 'broken' || kind === 'newer' || kind === 'missing';
		const fits = {
			'start-new': unusable,
			'keep-mine': kind === 'changed',
			'take-file': unusable || kind === 'changed',
		};
		if (!fits[how]) throw new WirebenchError('wrong-state', 'The workspace has no such problem any more.');
		const { path } = this.#document.files;
		if (how === 'take-file') {
			if (kind === 'missing' && !existsSync(path)) {
				throw new WirebenchError('wrong-state', `There is still no file ${path}.`);
			}
			await this.#take();
			return;
		}
		await inDisk(path, () => (how === 'start-new' ? this.#document.beginNew() : this.#document.overwrite()));
		await this.#save();
	}

	#saveNow(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (!this.#closed) void this.#enqueue(() => this.#save());
	}

	async #save(): Promise<void> {
		const document = this.#document;
		if (document.problem !== undefined && document.problem.kind !== 'unwritable') return;
		try {
			document.problem = await document.write(this.#workspace(), this.#ran.next());
			this.#unsaved = this.#timer !== undefined;
		} catch (error) {
			if (!isSystemError(error)) this.#onFault(error);
			const message = `The workspace cannot be saved: ${reason(error)}. The next change tries again.`;
			document.problem = { kind: 'unwritable', message };
		}
		this.topic.tell(true);
	}
}

/** Work on a file that a person has asked for: its failure is a WirebenchError `disk`. */
async function inDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!isSystemError(error)) throw error;
		throw new WirebenchError('disk', `The workspace file ${path} cannot be written: ${reason(error)}.`, {
			hint: 'Choose another place, or change the permissions there.',
		});
	}
}

function shownStep(way: Way, history: History): Pick<WorkspaceState, Way> {
	const step = history.next(way);
	return step === undefined ? {} : { [way]: { id: step.id, what: step.what, name: step.name } };
}

function unusable(path: string, { message }: WorkspaceFault): WirebenchError {
	return new WirebenchError('bad-input', `The workspace file ${path} ${message}`);
}

function isSystemError(error: unknown): boolean {
	return error instanceof ReadOnlyFile || (error instanceof Error && 'errno' in error);
}
