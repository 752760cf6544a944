import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type {
	WorkspaceProblem,
	WorkspaceResolution,
	WorkspaceState,
} from '../../../common/contract/calls/workspace.ts';
import { same } from '../../../common/json/without-defaults.ts';
import {
	type ReadWorkspace,
	readWorkspace,
	type Secrets,
	type Workspace,
	type WorkspaceFault,
	writeWorkspace,
} from '../../../common/workspace/index.ts';
import type { Engine } from '../../engine/core/types.ts';
import { reason } from '../stored/reason.ts';
import { Topic, wholeState } from '../topics/topic.ts';
import { putInEngine } from './put-in-engine.ts';
import { WhatRan } from './what-ran.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** Milliseconds from a change to its saving: several changes at once are one. */
const SAVE_MS = 200;

const EMPTY: Workspace = { wirebench: 1, name: 'Untitled', endpoints: [], payloads: [], variables: {} };

export interface WorkspaceOptions {
	readonly dataFolder: string;
	readonly engine: Engine;
	/** Receives faults of Wirebench itself. */
	readonly onFault: (error: unknown) => void;
}

/** The workspace of this process: in the engine, and soon afterwards in its file. */
export class WorkspaceStore {
	readonly topic: Topic<WorkspaceState>;
	readonly #engine: Engine;
	readonly #files: WorkspaceFiles;
	readonly #onFault: (error: unknown) => void;
	#notes: readonly string[] = [];
	/** The file's text as last read or written; undefined without a file. */
	#onDisk: string | undefined;
	/** That text as we write it: only a change of its meaning is written. Undefined: it is to be written in any case. */
	#meaning: string | undefined = writeWorkspace(EMPTY).text;
	#read: ReadWorkspace | undefined;
	#secrets: Secrets = {};
	#ran: WhatRan;
	/** As in the file. */
	#storedRan: readonly string[] = [];
	#problem: WorkspaceProblem | undefined;
	#unsaved = false;
	#timer: NodeJS.Timeout | undefined;
	/** Ends with the last piece of work on the files: they are done one after the other. */
	#queue: Promise<unknown> = Promise.resolve();
	#closed = false;

	private constructor({ dataFolder, engine, onFault }: WorkspaceOptions) {
		this.#engine = engine;
		this.#onFault = onFault;
		this.#files = new WorkspaceFiles(dataFolder);
		this.#ran = new WhatRan(engine, []);
		this.topic = new Topic({ periodMs: 0, ...wholeState(() => this.#state()) });
	}

	/** Reads the workspace and creates its endpoints, stopped. A file that cannot be used stays as it is. */
	static async open(options: WorkspaceOptions): Promise<WorkspaceStore> {
		const store = new WorkspaceStore(options);
		const swept = await store.#files.sweep();
		const { secrets, ran, notes: beside } = await store.#files.readBeside();
		const notes = [...swept, ...beside];
		store.#secrets = secrets;
		store.#storedRan = ran;
		await store.#take();
		store.#ran = new WhatRan(options.engine, ran);
		const problem = store.#problem;
		store.#notes = problem === undefined ? notes : [...notes, `${problem.message} File: ${store.#files.path}`];
		return store;
	}

	/** Sentences for people about the start. */
	get notes(): readonly string[] {
		return this.#notes;
	}

	/** To be called after anything that may have changed an endpoint: saves soon. */
	touch(): void {
		if (this.#closed) return;
		this.#ran.look();
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

	/** Saves the rest. To be called while the endpoints still run: they are those that are offered next time. */
	async close(): Promise<void> {
		this.#saveNow();
		this.#closed = true;
		await this.#queue;
		this.topic.close();
	}

	#state(): WorkspaceState {
		return {
			path: this.#files.path,
			saved: !this.#unsaved && this.#problem === undefined,
			...(this.#problem === undefined ? {} : { problem: this.#problem }),
			ran: [...this.#ran.offered],
		};
	}

	#enqueue<T>(work: () => Promise<T>): Promise<T> {
		const result = this.#queue.then(work);
		// The caller gets the failure.
		this.#queue = result.catch(() => undefined);
		return result;
	}

	/** Replaces the engine's endpoints by those of the file, or reports what is wrong with it. */
	async #take(): Promise<void> {
		const text = await this.#files.read();
		if (typeof text === 'object') {
			this.#report({ kind: 'broken', message: `cannot be read: ${text.unreadable}.` });
			return;
		}
		const result = text === undefined ? { workspace: EMPTY, document: {} } : readWorkspace(text, this.#secrets);
		if ('kind' in result) {
			this.#report(result);
			return;
		}
		const fault = await putInEngine(this.#engine, result.workspace);
		if (fault !== undefined) {
			this.#report(fault);
			return;
		}
		this.#onDisk = text;
		this.#read = result;
		this.#meaning = writeWorkspace(result.workspace, result).text;
		this.#problem = undefined;
	}

	#report({ kind, message }: WorkspaceFault): void {
		this.#problem = {
			kind,
			message: `The workspace file ${message} It is left as it is, and nothing is saved.`,
		};
	}

	async #resolve(how: WorkspaceResolution): Promise<void> {
		const kind = this.#problem?.kind;
		const unusable = kind === 'broken' || kind === 'newer';
		const fits = {
			'start-new': unusable,
			'keep-mine': kind === 'changed',
			'take-file': unusable || kind === 'changed',
		};
		if (!fits[how]) throw new WirebenchError('wrong-state', 'The workspace has no such problem any more.');
		if (how === 'take-file') {
			// The program that changed the workspace may have changed these too.
			this.#secrets = (await this.#files.readBeside()).secrets;
			await this.#take();
			return;
		}
		const text = how === 'keep-mine' ? await this.#files.read() : undefined;
		if (how === 'start-new' || typeof text === 'object') await this.#moveAside();
		else this.#onDisk = text;
		this.#meaning = undefined;
		this.#problem = undefined;
		await this.#save();
	}

	async #moveAside(): Promise<void> {
		try {
			await this.#files.moveAside();
		} catch (error) {
			throw new WirebenchError('disk', `The workspace cannot be renamed: ${reason(error)}.`, {
				hint: `Move ${this.#files.path} away and try again.`,
			});
		}
		this.#onDisk = undefined;
		this.#read = undefined;
		this.#secrets = {};
	}

	#saveNow(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (!this.#closed) void this.#enqueue(() => this.#save());
	}

	async #save(): Promise<void> {
		if (this.#problem !== undefined && this.#problem.kind !== 'unwritable') return;
		try {
			this.#problem = await this.#write();
			this.#unsaved = this.#timer !== undefined;
		} catch (error) {
			if (!isSystemError(error)) this.#onFault(error);
			const message = `The workspace cannot be saved: ${reason(error)}. The next change tries again.`;
			this.#problem = { kind: 'unwritable', message };
		}
		this.topic.tell(true);
	}

	/** Writes what has changed; returns why it has not. Rejects with Node's own error. */
	async #write(): Promise<WorkspaceProblem | undefined> {
		const endpoints = this.#engine.lasting().map(({ id, config }) => ({ ...config, id }));
		const workspace = { ...(this.#read?.workspace ?? EMPTY), endpoints };
		const ran = this.#ran.next();
		const { text, secrets } = writeWorkspace(workspace, this.#read);
		const newSecrets = !same(secrets, this.#secrets);
		if (text !== this.#meaning || newSecrets) {
			const found = await this.#files.read();
			// Where the file has gone there is nothing to overwrite.
			if (found !== undefined && found !== this.#onDisk) {
				const message = 'Another program has changed the workspace file. Nothing is saved until you choose.';
				return { kind: 'changed', message };
			}
			// First: a secret that is in no file would be lost.
			if (newSecrets) await this.#files.writeSecrets(secrets);
			this.#secrets = secrets;
			if (text !== this.#meaning) {
				await this.#files.write(text);
				this.#onDisk = text;
				this.#meaning = text;
			}
			this.#read = { workspace, document: JSON.parse(text) };
		}
		if (!same(ran, this.#storedRan)) await this.#files.writeRan(ran);
		this.#storedRan = ran;
		return undefined;
	}
}

function isSystemError(error: unknown): boolean {
	return error instanceof Error && 'errno' in error;
}
