import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { WorkspaceResolution, WorkspaceSource, WorkspaceState } from '../../../common/contract/calls/workspace.ts';
import type { CallOutput } from '../../../common/contract/index.ts';
import { type SavedFilter, withFilters } from '../../../common/filter/saved.ts';
import { safeFileName } from '../../../common/payload/file-name.ts';
import { documentSays } from '../../../common/sentences/document-says.ts';
import { given, type Said } from '../../../common/words/sentence/said.ts';
import {
	aligned,
	type ChosenPart,
	EMPTY_WORKSPACE,
	type Environment,
	environmentUses,
	type KeptChange,
	missingInTest,
	missingSecrets,
	onlyParts,
	onlyWholeParts,
	type PartPlace,
	partsOf,
	type ReadWorkspace,
	readWorkspace,
	takeWholeParts,
	WORKSPACE_SCHEMA_REFERENCE,
	type Workspace,
	workspaceFileTitle,
	workspacePath,
	writeWorkspace,
} from '../../../common/workspace/index.ts';
import { namedPlace } from '../../../common/workspace/named.ts';
import type { Engine } from '../../engine/core/types.ts';
import { writeAtomic } from '../../files/index.ts';
import { appError } from '../sentences/app-error.ts';
import { startSays } from '../sentences/start-says.ts';
import { Topic, wholeState } from '../topics/topic.ts';
import { WorkspaceContents } from './contents.ts';
import { type Loaded, NOTHING, WorkspaceDocument } from './document.ts';
import type { AllowedUse, EnvironmentConsent } from './environment-consent.ts';
import { environmentNotes } from './environment-note.ts';
import { inDisk, isSystemError, unusable } from './faults.ts';
import { copyPath, freeWorkspacePath } from './free-path.ts';
import type { Way } from './history.ts';
import { loadUsable, readUsable } from './load-usable.ts';
import { assertParts, offeredParts } from './parts.ts';
import { faultInEndpoints, putInEngine } from './put-in-engine.ts';
import { absolute, inFolder, readInFolder } from './rebase.ts';
import type { RecentWorkspaces } from './recent.ts';
import type { KeyStore } from './secret-file.ts';
import { ViewKeeper } from './view-keeper.ts';
import { FileWatch } from './watch.ts';
import { WhatRan } from './what-ran.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** Milliseconds from a change to its saving: several changes at once are one. */
const SAVE_MS = 200;

export interface WorkspaceOptions {
	readonly dataFolder: string;
	readonly engine: Engine;
	readonly recent: RecentWorkspaces;
	/** The variables that a file may name. */
	readonly environment: Environment;
	/** Which of them the open file may use. */
	readonly consent: EnvironmentConsent;
	/** The file that is opened first may use all that it names, in this run. */
	readonly allowsEnvironment?: boolean | undefined;
	/** Encrypts secrets; left out: they are text in a file that only its owner may read. */
	readonly keyStore?: KeyStore | undefined;
	/** The file to open in place of that of the last run. */
	readonly file?: string | undefined;
	/** Opening a file starts what ran, where the person has chosen that for it. */
	readonly startsRan: boolean;
	/** Nothing is stored: neither the file nor what belongs to it. */
	readonly readOnly?: boolean | undefined;
	/** Receives faults of Wirebench itself. */
	readonly onFault: (error: unknown) => void;
}

/** The workspace of this process, and its file: what is set up is soon afterwards there. */
export class WorkspaceStore {
	readonly topic: Topic<WorkspaceState>;
	/** What is set up. Whoever changes it touches afterwards. */
	readonly contents: WorkspaceContents;
	readonly #view: ViewKeeper;
	readonly #engine: Engine;
	readonly #dataFolder: string;
	readonly #recent: RecentWorkspaces;
	readonly #environment: Environment;
	readonly #consent: EnvironmentConsent;
	readonly #keyStore: KeyStore | undefined;
	readonly #onFault: (error: unknown) => void;
	readonly #readOnly: boolean;
	readonly #startsRan: boolean;
	#notes: readonly Said[] = [];
	#document: WorkspaceDocument;
	#watch: FileWatch | undefined;
	#ran: WhatRan;
	#unsaved = false;
	#timer: NodeJS.Timeout | undefined;
	/** Ends with the last piece of work on the files: they are done one after the other. */
	#queue: Promise<unknown> = Promise.resolve();
	#closed = false;

	private constructor(options: WorkspaceOptions) {
		const { dataFolder, engine, recent, environment, keyStore, onFault, file, readOnly = false } = options;
		this.#engine = engine;
		this.#dataFolder = dataFolder;
		this.#recent = recent;
		this.#environment = environment;
		this.#consent = options.consent;
		this.#keyStore = keyStore;
		this.#onFault = onFault;
		this.#readOnly = readOnly;
		this.#startsRan = options.startsRan;
		this.#document = this.#at(file ?? recent.last);
		engine.relocate(this.folder);
		this.contents = new WorkspaceContents(engine);
		this.#view = new ViewKeeper(this.#document.files);
		this.#ran = new WhatRan(engine, []);
		this.topic = new Topic({ periodMs: 0, ...wholeState(() => this.#state()) });
	}

	/**
	 * Reads the workspace and creates its endpoints, stopped. A file that cannot be used stays as it is. Rejects as
	 * `openFile` for a `file` that cannot be used.
	 */
	static async open(options: WorkspaceOptions): Promise<WorkspaceStore> {
		const store = new WorkspaceStore(options);
		const { files } = store.#document;
		const swept = store.#readOnly ? [] : await files.sweep();
		store.#opened();
		if (options.file !== undefined) {
			const loaded = await loadUsable(store.#document);
			await store.#become(store.#document, loaded, options.allowsEnvironment);
			store.#notes = [...swept, ...loaded.notes, ...store.#grantedNote()];
			return store;
		}
		if (!files.untitled && !existsSync(files.path)) {
			await store.#view.open(files, EMPTY_WORKSPACE.layout);
			store.#document.report({ kind: 'missing', ...documentSays('lastMissing') });
			store.#notes = [...swept, ...store.#problemNote()];
			return store;
		}
		const { notes, ran } = await store.#take(options.allowsEnvironment);
		await store.#view.open(files, store.contents.parts.layout);
		store.contents.begin();
		store.#ran = new WhatRan(options.engine, ran);
		store.#startAtOpening();
		store.#notes = [...swept, ...notes, ...store.#problemNote(), ...store.#grantedNote()];
		return store;
	}

	/** For people, about the start. */
	get notes(): readonly Said[] {
		return this.#notes;
	}

	/** The folder of the open file, in which its relative paths begin. */
	get folder(): string {
		return this.#document.files.folder;
	}

	/** Path of the history of agents' calls of the open file. */
	get agentCalls(): string {
		return this.#document.files.agentCalls;
	}

	/** To be called after anything that may have changed an endpoint: saves soon. */
	touch(): void {
		if (this.#closed) return;
		this.#ran.look();
		this.contents.note(this.#document.known);
		if (this.#consent.asks) this.#consent.look(this.#meant());
		this.#unsaved = true;
		this.#timer ??= setTimeout(() => this.#saveNow(), SAVE_MS);
		this.topic.tell(true);
	}

	/**
	 * Takes saved filters that earlier versions kept elsewhere into the workspace, before anybody uses it. Returns whether
	 * they are in its file, so that they can be removed there.
	 */
	adopt(filters: readonly SavedFilter[]): Promise<boolean> {
		return this.#enqueue(async () => {
			if (this.#document.problem !== undefined) return false;
			this.contents.change({ filters: withFilters(this.contents.parts.filters, filters) });
			await this.#save();
			this.contents.begin();
			return this.#document.problem === undefined;
		});
	}

	/** What a window showed last of the open workspace. */
	recallView(): CallOutput<'viewRecall'> {
		return this.#view.recalled;
	}

	/** Keeps what a window shows of the workspace that `opened` is of. Rejects with `disk`. */
	keepView(opened: string, change: KeptChange): Promise<void> {
		return inDisk('view', () => this.#view.keep(opened, change));
	}

	/** Saves at once; resolves whether the file has all that is set up. */
	save(): Promise<boolean> {
		return this.#enqueue(async () => {
			await this.#save();
			return this.#document.problem === undefined && this.#document.has(this.contents.whole());
		});
	}

	/** Starts what ran when the last process ended. Rejects with `unconfirmed`, and then starts nothing. The caller touches afterwards. */
	async startRan(): Promise<{ started: number; failed: number }> {
		this.#consent.check('What ran', ...this.#ran.configs);
		return this.#ran.start();
	}

	/** A person allows the open file to use variables of the environment. Rejects with `not-permitted` for an agent, and with `disk`. */
	allowEnvironment(uses: readonly AllowedUse[]): Promise<void> {
		return this.#enqueue(async () => {
			this.#consent.allow(uses);
			await inDisk('uses', () => this.#keepAllowed());
		});
	}

	/** Withdraws the offer to start it. The caller touches afterwards. */
	forgetRan(): void {
		this.#ran.forget();
	}

	/** Chooses whether opening this file on this machine starts what ran. Rejects with `disk`. */
	keepStartRan(on: boolean): Promise<void> {
		return this.#enqueue(() => inDisk('startRan', () => this.#document.keepStartRan(on)));
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
			const loaded = await loadUsable(next);
			await this.#leave(stopRunning);
			await this.#become(next, loaded);
		});
	}

	/** Opens a new file of the data folder, and returns its path. Rejects as `openFile`. */
	beginNew(stopRunning: boolean): Promise<string> {
		return this.#enqueue(async () => {
			await this.#leave(stopRunning);
			const next = this.#at(freeWorkspacePath(this.#ownFolder, `${EMPTY_WORKSPACE.name} 2`));
			await inDisk({ path: next.files.path }, () => next.files.forgetChoices());
			await this.#become(next, NOTHING);
			await this.#nameSchema(next.files);
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
			await inDisk({ path }, () => writeAtomic(path, text));
			const next = this.#at(path);
			await inDisk({ path }, () => next.files.forgetChoices());
			await this.#become(next, await loadUsable(next));
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

	/** What a file has, or the open workspace where `from` is left out. Rejects with `bad-input` as `openFile`. */
	parts(from: WorkspaceSource | undefined): Promise<CallOutput<'workspaceParts'>> {
		return this.#enqueue(async () => {
			const whole = this.contents.whole();
			if (from === undefined) return { title: this.#document.title, parts: partsOf(whole) };
			const { title, read } = await this.#source(from);
			return { title, parts: offeredParts(whole, read.workspace) };
		});
	}

	/** Takes parts of a file into what is set up. Rejects as `parts`, with `not-found` and `wrong-state`. The caller touches afterwards. */
	takeParts(from: WorkspaceSource, chosen: readonly ChosenPart[]): Promise<void> {
		return this.#enqueue(async () => {
			const { read, allowed } = await this.#source(from);
			const { workspace } = read;
			assertParts(workspace, chosen);
			this.#consent.ask(absolute(onlyParts(workspace, chosen), this.folder), [...allowed, ...this.#document.allowed]);
			const { known } = this.#document;
			const whole = takeWholeParts(aligned(this.contents.whole(), known), read, chosen);
			await this.contents.become(whole.workspace);
			this.contents.note(known);
			this.#document.knowFrom(whole);
		});
	}

	/**
	 * Stores parts of what is set up in another file, without secrets; returns its path. Rejects with `not-found`, with
	 * `wrong-state` for the open file and for one that is not to be replaced, and with `disk`.
	 */
	exportParts(path: string, chosen: readonly PartPlace[], replace: boolean): Promise<string> {
		return this.#enqueue(async () => {
			const whole = this.contents.whole();
			assertParts(whole, chosen);
			const named = workspacePath(path);
			const files = this.#files(named);
			if (files.path === this.#document.files.path) {
				throw appError('wrong-state', 'isOpenWorkspace');
			}
			// A person has confirmed to replace the file of the name that was given.
			assertFree(files, replace && named === path);
			const parts = onlyWholeParts(aligned(whole, this.#document.known), chosen);
			const there = readInFolder(parts, this.folder, files.folder);
			const { text } = writeWorkspace({ ...there.workspace, $schema: WORKSPACE_SCHEMA_REFERENCE }, there);
			await inDisk({ path: files.path }, async () => {
				await files.forgetChoices();
				await files.write(text);
				await files.writeAllowed(this.#consent.settled(absolute(there.workspace, files.folder), []));
				await files.putSchema();
			});
			return files.path;
		});
	}

	/** Undoes or does again, as `WorkspaceContents.go`. The caller touches afterwards. */
	go(way: Way, wanted?: number): Promise<void> {
		return this.#enqueue(async () => {
			const known = aligned(this.contents.whole(), this.#document.known);
			this.#document.knowFrom((await this.contents.go(way, wanted, known)) ?? known);
		});
	}

	/** Saves the rest. To be called while the endpoints still run: they are those that are offered next time. */
	async close(): Promise<void> {
		this.#saveNow();
		this.#closed = true;
		this.#ran.leave();
		this.#watch?.close();
		await this.#queue;
		await this.#view.flush();
		this.topic.close();
		this.contents.close();
	}

	/** The folder of workspaces for which nobody has chosen a place. */
	get #ownFolder(): string {
		return join(this.#dataFolder, 'workspaces');
	}

	#files(path: string | undefined): WorkspaceFiles {
		return new WorkspaceFiles(this.#dataFolder, path, this.#keyStore);
	}

	/** A file from which something is taken: it is only read. Its paths become those of the open file; a text has no folder. */
	async #source(from: WorkspaceSource): Promise<Source> {
		if ('path' in from) {
			const document = this.#at(from.path);
			const { read, allowed = [] } = await loadUsable(document);
			const here = readInFolder(read, document.files.folder, this.folder);
			return { title: workspaceFileTitle(document.files.path), read: here, allowed };
		}
		return { title: workspaceFileTitle(from.name), read: readUsable(from.name, from.text), allowed: [] };
	}

	#at(path: string | undefined): WorkspaceDocument {
		return new WorkspaceDocument(this.#files(path), this.#environment);
	}

	#state(): WorkspaceState {
		const { files, title, problem } = this.#document;
		const { endpoints, tests } = this.contents.whole();
		return {
			opened: this.#view.opened,
			path: files.path,
			title,
			untitled: files.untitled,
			saved: !this.#unsaved && problem === undefined,
			...(problem === undefined ? {} : { problem }),
			ran: [...this.#ran.offered],
			startRan: this.#document.startRan,
			order: endpoints.map(({ id, folder }) => (folder === undefined ? { id } : { id, folder })),
			missing: [
				...endpoints.flatMap((endpoint) =>
					missingSecrets(endpoint).map((missing) => ({ endpoint: endpoint.id, ...missing })),
				),
				...tests.flatMap((test) =>
					missingInTest(test).map(({ connection, ...missing }) => ({
						test: { ...namedPlace(test), connection },
						...missing,
					})),
				),
			],
			...this.contents.steps,
		};
	}

	/** What is set up, with absolute paths: what a person allows is for a destination, however its path is written. */
	#meant(): Workspace {
		return absolute(this.contents.whole(), this.folder);
	}

	/** What the person who has started Wirebench lets the file use. */
	#grantedNote(): Said[] {
		return environmentNotes(this.#document.files.path, this.#consent.granted);
	}

	#problemNote(): Said[] {
		const { problem, files } = this.#document;
		if (problem === undefined) return [];
		return [startSays('problemOfFile', { problem: given(problem), file: files.path })];
	}

	#enqueue<T>(work: () => Promise<T>): Promise<T> {
		const result = this.#queue.then(work);
		// The caller gets the failure.
		this.#queue = result.catch(() => undefined);
		return result;
	}

	/** Saves the present workspace, which is closed next. Rejects with `wrong-state`. */
	async #leave(stopRunning: boolean): Promise<void> {
		const running = this.#engine.lasting().filter((endpoint) => !isIdle(endpoint));
		if (running.length > 0 && !stopRunning) {
			const names = running.map(({ config }) => config.name).join(', ');
			throw appError('wrong-state', 'wouldStop', { names });
		}
		await this.#save();
		const { problem } = this.#document;
		if (problem === undefined || this.#document.has(this.contents.whole())) return;
		throw appError('wrong-state', 'notSaved', { reason: given(problem) });
	}

	/** Replaces the present workspace; the engine's endpoints are those of the file. */
	async #become(next: WorkspaceDocument, loaded: Loaded, grant = false): Promise<void> {
		const before = this.#engine.lasting();
		// An endpoint of the same id is another one.
		await Promise.all(before.map(({ id }) => this.#engine.remove(id)));
		this.#consent.begin(absolute(loaded.read.workspace, next.files.folder), allowedOf(next, loaded), grant);
		this.#engine.relocate(next.files.folder);
		this.contents.setStructures(loaded.read.workspace.structures);
		await putInEngine(this.#engine, loaded.read.workspace.endpoints);
		next.accept(loaded);
		this.#document = next;
		this.contents.keepRest(next.rest);
		this.#opened();
		await this.#view.open(next.files, next.rest.layout);
		this.contents.begin();
		this.#ran.leave();
		this.#ran = new WhatRan(this.#engine, loaded.ran);
		this.#startAtOpening();
		this.#unsaved = this.#timer !== undefined;
		await this.#recent.note(next.files);
	}

	/** Starts what ran, where a person has chosen that for the file. Nobody waits: an endpoint may need long. */
	#startAtOpening(): void {
		if (!this.#document.startRan || !this.#startsRan || this.#ran.offered.length === 0) return;
		// While a variable is not allowed it stays an offer, which asks.
		if (this.#consent.asks && !this.#consent.allows(...this.#ran.configs)) return;
		this.#ran.start().then(() => this.touch(), this.#onFault);
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
		const files = this.#files(path);
		assertFree(files, replace || files.path === this.#document.files.path);
		const { folder } = this;
		const there = (workspace: Workspace) => inFolder(workspace, folder, files.folder);
		const next = await inDisk({ path: files.path }, async () => {
			const copy = await this.#document.copyTo(files, there);
			await this.#nameSchema(files);
			await copy.write(there(this.contents.whole()), this.#ran.next());
			await copy.keepAllowed(this.#consent.settled(this.#meant(), []), this.#consent.asks);
			await this.#view.moveTo(files);
			return copy;
		});
		this.contents.moveTo(folder, files.folder);
		this.#document = next;
		this.#opened();
		this.#unsaved = this.#timer !== undefined;
		await this.#recent.note(files);
		this.topic.tell(true);
		return files.path;
	}

	/** A file that is made here names its schema, which is put beside it. Rejects with Node's own error. */
	async #nameSchema(files: WorkspaceFiles): Promise<void> {
		if (files.untitled) return;
		this.contents.nameSchema(WORKSPACE_SCHEMA_REFERENCE);
		if (this.contents.whole().$schema === WORKSPACE_SCHEMA_REFERENCE) await files.putSchema();
	}

	/** Replaces the engine's endpoints by those of the file, or reports what is wrong with it. */
	async #take(grant = false): Promise<Pick<Loaded, 'notes' | 'ran'>> {
		const loaded = await this.#document.load();
		const fault = 'kind' in loaded ? loaded : faultInEndpoints(loaded.read.workspace);
		if (fault !== undefined) this.#document.report(fault);
		if ('kind' in loaded) return { notes: [], ran: [] };
		if (fault === undefined) {
			this.#consent.begin(absolute(loaded.read.workspace, this.folder), allowedOf(this.#document, loaded), grant);
			this.contents.setStructures(loaded.read.workspace.structures);
			await putInEngine(this.#engine, loaded.read.workspace.endpoints);
			this.#document.accept(loaded);
			this.contents.keepRest(this.#document.rest);
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
		if (!fits[how]) throw appError('wrong-state', 'noSuchProblem');
		const { path } = this.#document.files;
		if (how === 'take-file') {
			if (kind === 'missing' && !existsSync(path)) {
				throw appError('wrong-state', 'stillNoFile', { path });
			}
			const { known } = this.#document;
			await this.#take();
			this.contents.note(known);
			return;
		}
		await inDisk({ path }, () => (how === 'start-new' ? this.#document.beginNew() : this.#document.overwrite()));
		await this.#save();
	}

	#saveNow(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (!this.#closed) void this.#enqueue(() => this.#save());
	}

	/** What a person has allowed or typed here is no question at the next opening. */
	async #keepAllowed(): Promise<void> {
		const document = this.#document;
		await document.keepAllowed(this.#consent.settled(this.#meant(), document.allowed), this.#consent.asks);
	}

	async #save(): Promise<void> {
		const document = this.#document;
		if (this.#readOnly) return;
		if (document.problem !== undefined && document.problem.kind !== 'unwritable') return;
		try {
			document.problem = await document.write(this.contents.whole(), this.#ran.next());
			if (document.problem === undefined) await this.#keepAllowed();
			this.#unsaved = this.#timer !== undefined;
		} catch (error) {
			if (!isSystemError(error)) this.#onFault(error);
			document.problem = { kind: 'unwritable', ...documentSays('notSavedYet', { reason: messageOf(error) }) };
		}
		this.topic.tell(true);
	}
}

/** Where parts are taken from. */
interface Source {
	readonly title: string;
	readonly read: ReadWorkspace;
	/** The variables of the environment that the file may use on this machine. */
	readonly allowed: readonly AllowedUse[];
}

/** What a file may use. The untitled one is made here: what it had before there was a list is no question. */
function allowedOf({ files }: WorkspaceDocument, { allowed, read }: Loaded): readonly AllowedUse[] {
	return allowed ?? (files.untitled ? environmentUses(absolute(read.workspace, files.folder)) : []);
}

/** Throws `wrong-state` where there is a file that is not to be replaced. */
function assertFree({ path }: WorkspaceFiles, replace: boolean): void {
	if (replace || !existsSync(path)) return;
	throw appError('wrong-state', 'workspaceFileThere', { path });
}
