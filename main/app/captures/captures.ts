import { realpathSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OpenCapture } from '../../../common/contract/calls/open-capture.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import type { Structure } from '../../../common/structure/document/schema.ts';
import type { Capture, CaptureReading, ReadProtocols } from '../../capture/types.ts';
import { capturesFolder, newCaptureFolder } from '../folders/capture-folder.ts';
import { makeWorkFolder } from '../folders/work-folder.ts';
import { appError } from '../sentences/app-error.ts';
import { type CaptureTopic, captureTopic } from '../topics/capture-status.ts';
import { Topic, wholeState } from '../topics/topic.ts';
import { charsetsToday, protocolsToday } from './charsets-today.ts';
import { Opening, type OpeningSource, sourceAt } from './opening.ts';

/** Openings report their progress many times a second: milliseconds between two deltas. */
const PERIOD_MS = 50;

/** The open captures by id: the live one, which is the default, and opened ones. */
export class Captures {
	readonly live: Capture;
	readonly #dataFolder: string;
	readonly #opened = new Map<string, Opening>();
	readonly #liveStatus: CaptureTopic;
	readonly #status = new Map<string, CaptureTopic>();
	/** The captures that are open. */
	readonly topic = new Topic<OpenCapture[]>({ ...wholeState(() => this.#list()), periodMs: PERIOD_MS });
	#work: Promise<string> | undefined;

	/** Those of the last `readAs`, for captures that are opened later. */
	#protocols: ReadProtocols = {};
	#structures: readonly Structure[] = [];
	/** The charsets and protocols of the last `readAs`, as text. */
	#readKey: string | undefined;

	/** `dataFolder` is for files created to view other captures. */
	constructor(live: Capture, dataFolder: string) {
		this.live = live;
		this.#liveStatus = captureTopic(live);
		live.onDamage(() => this.#changed());
		this.#dataFolder = dataFolder;
	}

	/** Throws `not-found` where no open capture has this id, `wrong-state` while it is being opened. */
	get(id: string = this.live.id): CaptureReading {
		if (id === this.live.id) return this.live;
		const { capture, error } = this.#find(id);
		if (capture) return capture;
		throw error ?? appError('wrong-state', 'captureOpening');
	}

	/**
	 * Reads all of them as endpoints and structures are now: the live one in their charsets, each decoded as the protocols that are chosen
	 * for endpoints, built-in ones and structures. It is called after each action: threads receive changes only.
	 */
	readAs(endpoints: readonly EndpointState[], structures: readonly Structure[]): void {
		const charsets = charsetsToday(endpoints);
		const protocols = protocolsToday(endpoints);
		const key = JSON.stringify([charsets, protocols]);
		if (key === this.#readKey && structures === this.#structures) return;
		this.#readKey = key;
		this.#protocols = protocols;
		this.#structures = structures;
		this.live.readAs({ endpoints: charsets, ...this.#decoding });
		for (const opening of this.#opened.values()) this.#read(opening);
	}

	get #decoding() {
		return { protocols: this.#protocols, structures: this.#structures };
	}

	#read({ capture, charsets }: Opening): void {
		capture?.readAs({ endpoints: charsets, ...this.#decoding });
	}

	/** The status topic of a capture. Throws as `get` does. */
	status(id: string = this.live.id): CaptureTopic {
		// Its id changes when another capture is started.
		if (id === this.live.id) return this.#liveStatus;
		const known = this.#status.get(id);
		if (known) return known;
		const made = captureTopic(this.get(id));
		this.#status.set(id, made);
		return made;
	}

	/** Folder for files created to view captures; it exists when this resolves. */
	workFolder(): Promise<string> {
		this.#work ??= makeWorkFolder(this.#dataFolder);
		return this.#work;
	}

	/**
	 * Starts to open a path and returns its new id; an open one keeps its id. Rejects with a WirebenchError where nothing
	 * can be opened.
	 */
	async open(path: string): Promise<string> {
		const source = await sourceAt(path);
		const real = realpathSync(source.path);
		if (real === realPath(this.live.folder)) return this.live.id;
		const known = [...this.#opened.values()].find((one) => one.source.path === real && one.error === undefined);
		return known?.id ?? this.begin({ ...source, path: real });
	}

	/** The same for a source that is known to exist. */
	begin(source: OpeningSource): string {
		const opening = new Opening(
			source,
			() => this.workFolder(),
			(folder) => this.#keep(folder),
			() => {
				this.#read(opening);
				this.#changed();
			},
		);
		this.#opened.set(opening.id, opening);
		this.#changed();
		return opening.id;
	}

	/**
	 * Closes an open capture, or cancels opening it; returns the folder of a copy that is kept. Rejects with `not-found`,
	 * and with `wrong-state` for the live one.
	 */
	async closeOne(id: string): Promise<string | undefined> {
		if (id === this.live.id) {
			throw appError('wrong-state', 'liveCloses');
		}
		const opening = this.#find(id);
		this.#opened.delete(id);
		this.#status.get(id)?.close();
		this.#status.delete(id);
		this.#changed();
		await opening.close();
		return opening.kept;
	}

	/** Closes the open captures of this folder before it is deleted. */
	async closeAt(folder: string): Promise<void> {
		const real = realPath(folder);
		const ids = [...this.#opened.values()].filter(({ source }) => source.path === real).map(({ id }) => id);
		await Promise.all(ids.map((id) => this.closeOne(id)));
	}

	/** Another capture has become the live one. */
	liveChanged(): void {
		this.#changed();
	}

	/** Throws `not-found`. */
	dismissWarnings(id: string): void {
		this.#find(id).dismissWarnings();
	}

	/** Throws `not-found`, and `wrong-state` for the live one and while it is being opened. */
	setCharset(id: string, endpoint: string, charset: CharsetName): void {
		if (id === this.live.id) throw appError('wrong-state', 'liveCharset');
		this.get(id);
		const opening = this.#find(id);
		opening.charsets = { ...opening.charsets, [endpoint]: charset };
		this.#read(opening);
		this.#changed();
	}

	/** Stops reporting, and closes opened captures. The live one is closed by its owner. */
	async close(): Promise<void> {
		this.topic.close();
		for (const status of [this.#liveStatus, ...this.#status.values()]) status.close();
		await Promise.all([...this.#opened.values()].map((opening) => opening.close()));
		if (this.#work) await rm(await this.#work, { recursive: true, force: true });
	}

	/** Moves a capture that was created here to the captures folder. */
	async #keep(folder: string): Promise<string> {
		const place = newCaptureFolder(capturesFolder(this.#dataFolder));
		await mkdir(capturesFolder(this.#dataFolder), { recursive: true });
		await rename(folder, place);
		return place;
	}

	#find(id: string): Opening {
		const found = this.#opened.get(id);
		if (found) return found;
		throw appError('not-found', 'captureNotOpen');
	}

	#list(): OpenCapture[] {
		const { id, folder } = this.live;
		const { size, stored } = this.live.counters();
		const live = {
			id,
			title: basename(folder),
			source: folder,
			kind: 'live' as const,
			size,
			events: stored,
			warnings: [...this.live.damage()],
		};
		return [live, ...[...this.#opened.values()].map((opening) => opening.info)];
	}

	#changed(): void {
		this.topic.changed(true);
	}
}

/** The folder's real path; unchanged while it does not exist. */
function realPath(folder: string): string {
	try {
		return realpathSync(folder);
	} catch (error) {
		if (error instanceof Error && 'code' in error) return folder;
		throw error;
	}
}
