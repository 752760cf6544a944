import { randomBytes } from 'node:crypto';
import { basename, isAbsolute } from 'node:path';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import {
	EXPORT_FILES,
	type ExportFormat,
	type ExportJob,
	isListFormat,
} from '../../../common/contract/calls/exports.ts';
import type { CallParsed } from '../../../common/contract/index.ts';
import { checkFilter } from '../../../common/filter/run.ts';
import { safeFileName } from '../../../common/payload/index.ts';
import { type ExportEnd, type ExportRun, type ExportTarget, startExport } from '../../capture/index.ts';
import type { Captures } from '../captures/captures.ts';
import { appError } from '../sentences/app-error.ts';
import { Topic, wholeState } from '../topics/topic.ts';
import { assertFields } from './assert-fields.ts';

/** Each has a thread. */
const MOST_RUNNING = 8;
/** Maximum number of listed ended exports. */
const MOST_ENDED = 20;
/** How long a download waits for its page, in milliseconds. */
const FETCH_MS = 60_000;

/** A download that its page has requested. */
export interface Download {
	readonly name: string;
	/** Its media type. */
	readonly type: string;
	/** Starts. The next chunk follows when the promise of the previous one has resolved. Never rejects. */
	run(take: (chunk: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<ExportEnd>;
	/** The page has disconnected. */
	cancel(): void;
}

type Request = CallParsed<'startExport'>;
type Jobs = { jobs: ExportJob[] };

interface Entry {
	job: ExportJob;
	run: ExportRun | undefined;
	/** Ends a waiting download. */
	giveUp: ((end: ExportEnd) => void) | undefined;
	ended: Promise<unknown>;
}

/** The exports of this process: running ones, and the last that have ended. */
export class Exports {
	readonly #captures: Captures;
	readonly #chooseSavePath: ((name: string) => Promise<string | undefined>) | undefined;
	/** Paths that the person has permitted to write. */
	readonly #chosen = new Set<string>();
	readonly #entries = new Map<string, Entry>();
	readonly #downloads = new Map<string, Download>();
	readonly topic = new Topic<Jobs>({ ...wholeState(() => this.#jobs()), periodMs: 0 });
	#last = 0;

	/** `chooseSavePath` opens the save dialog; absent where the host has none. */
	constructor(captures: Captures, chooseSavePath: ((name: string) => Promise<string | undefined>) | undefined) {
		this.#captures = captures;
		this.#chooseSavePath = chooseSavePath;
	}

	/** Opens the save dialog; a page can only write to paths chosen this way. */
	async choose(name: string): Promise<{ path?: string }> {
		if (!this.#chooseSavePath) throw appError('unavailable', 'noSaveDialog');
		const path = await this.#chooseSavePath(safeFileName(name));
		if (path === undefined) return {};
		this.#chosen.add(path);
		return { path };
	}

	/** Throws a WirebenchError for an export that cannot start; the job reports later errors. */
	start(request: Request): { job: string; download?: string } {
		const { capture: id, format, joined, destination, ...scope } = request;
		const capture = this.#captures.get(id);
		if (scope.messages !== undefined && !isListFormat(format)) throw appError('bad-input', 'readsOnly', { format });
		assertFields(format, scope);
		if (scope.filter !== undefined) checkFilter(scope.filter, capture.known);
		const running = [...this.#entries.values()].filter(({ job }) => isUnderWay(job));
		if (running.length >= MOST_RUNNING) {
			throw appError('wrong-state', 'exportsRunning', { most: MOST_RUNNING });
		}
		const { stored, first } = capture.counters();
		const begin = (entry: Entry, target: ExportTarget): Promise<ExportEnd> => {
			const request = { files: capture.files, marks: capture.marks.range(), format, joined, scope, stored, first };
			entry.run = startExport(request, target, (counts) => this.#change(entry, counts));
			this.#change(entry, { state: 'running', total: entry.run.total });
			return entry.run.end;
		};
		if (destination.type === 'path') {
			const { path, replace } = destination;
			if (!isAbsolute(path)) throw appError('bad-input', 'wholePath', {}, { path: 'destination.path' });
			if (!this.#chosen.has(path)) throw notChosen();
			const entry = this.#add(format, basename(path), path);
			entry.ended = begin(entry, { path, replace }).then((end) => this.#end(entry, end));
			return { job: entry.job.id };
		}
		const entry = this.#add(format, safeFileName(destination.name), undefined);
		return { job: entry.job.id, download: this.#offer(entry, (take) => begin(entry, { take })) };
	}

	/** Throws `not-found` for an unknown export, or one that ended long ago. */
	cancel(id: string): null {
		const entry = this.#entries.get(id);
		if (!entry) throw appError('not-found', 'noSuchExport');
		if (entry.run) entry.run.cancel();
		else entry.giveUp?.({ state: 'cancelled' });
		return null;
	}

	/** The download of a ticket, which is valid once. */
	takeDownload(ticket: string): Download | undefined {
		const download = this.#downloads.get(ticket);
		this.#downloads.delete(ticket);
		return download;
	}

	/** Cancels running exports, and resolves when their files are removed. */
	async close(): Promise<void> {
		this.topic.close();
		for (const [id, { job }] of this.#entries) if (isUnderWay(job)) this.cancel(id);
		await Promise.all([...this.#entries.values()].map(({ ended }) => ended));
	}

	#add(format: ExportFormat, name: string, path: string | undefined): Entry {
		const id = `export-${++this.#last}`;
		const where = path === undefined ? {} : { path };
		const counts = { done: 0, total: 0, events: 0, bytes: 0 };
		const job: ExportJob = { id, format, name, ...where, state: 'waiting', ...counts };
		const entry: Entry = { job, run: undefined, giveUp: undefined, ended: Promise.resolve() };
		this.#entries.set(id, entry);
		return entry;
	}

	/** Creates a ticket; returns the address on this host. */
	#offer(entry: Entry, begin: (take: (chunk: Uint8Array<ArrayBuffer>) => Promise<void>) => Promise<ExportEnd>): string {
		const ticket = randomBytes(32).toString('base64url');
		const over = Promise.withResolvers<ExportEnd>();
		const { job } = entry;
		const error = appError('timeout', 'downloadNotFetched').toInfo();
		const timer = setTimeout(() => entry.giveUp?.({ state: 'failed', error }), FETCH_MS);
		entry.giveUp = (end) => {
			clearTimeout(timer);
			entry.giveUp = undefined;
			this.#downloads.delete(ticket);
			over.resolve(end);
		};
		entry.ended = over.promise.then((end) => this.#end(entry, end));
		this.#downloads.set(ticket, {
			name: job.name,
			type: EXPORT_FILES[job.format].type,
			run: async (take) => {
				clearTimeout(timer);
				entry.giveUp = undefined;
				const end = await begin(take);
				over.resolve(end);
				return end;
			},
			cancel: () => entry.run?.cancel(),
		});
		this.topic.tell(true);
		return `/export/${ticket}`;
	}

	#end(entry: Entry, end: ExportEnd): void {
		const { state } = end;
		if (end.state === 'done') this.#change(entry, { state, ...end.counts, warnings: [...end.damage] });
		else this.#change(entry, end.state === 'failed' ? { state, error: end.error } : { state });
		const over = [...this.#entries.values()].filter(({ job }) => !isUnderWay(job));
		for (const { job } of over.slice(0, Math.max(0, over.length - MOST_ENDED))) this.#entries.delete(job.id);
	}

	#change(entry: Entry, patch: Partial<ExportJob>): void {
		entry.job = { ...entry.job, ...patch };
		this.topic.tell(true);
	}

	#jobs(): Jobs {
		return { jobs: [...this.#entries.values()].map(({ job }) => job) };
	}
}

/** A manipulated page must not write anywhere. */
function notChosen(): WirebenchError {
	return appError('not-permitted', 'notChosen');
}

function isUnderWay({ state }: ExportJob): boolean {
	return state === 'waiting' || state === 'running';
}
