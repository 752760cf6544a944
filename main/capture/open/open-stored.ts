import { mkdtemp, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { captureWarnings } from '../../../common/words/en/sentences/files/warnings.ts';
import { writerOf } from '../format/lock.ts';
import { importCapture } from '../import/import.ts';
import type { CaptureReading } from '../read/reading.ts';
import { CaptureFolder } from '../segments/folder.ts';
import { captureError } from '../sentences/capture-error.ts';
import { cancelledError } from './cancelled-error.ts';
import { Follower } from './follow.ts';
import { importWarnings } from './import-warnings.ts';
import { keepNotes } from './keep-notes.ts';
import type { Found } from './look.ts';
import { findCapture, type OpeningProgress } from './opener.ts';
import { StoredCapture } from './stored.ts';

export interface OpenStoredOptions {
	/** The new id of the capture. */
	readonly id: string;
	/** A capture folder, or one file: a segment, many one after the other, or a file of another program. */
	readonly path: string;
	/** Existing folder for files created by opening: indexes, and copies of imported files. */
	readonly workFolder: string;
	/**
	 * Called when the copy of another program's file is closed and has marks or notes: moves the folder to its permanent
	 * place. Without it such copies accept none.
	 */
	readonly keepMarked?: (folder: string) => Promise<void>;
	readonly onProgress?: (progress: OpeningProgress) => void;
	/** Cancels the opening. */
	readonly signal?: AbortSignal;
}

export interface OpenedCapture {
	readonly capture: CaptureReading;
	/** `growing`: another process writes it. `imported`: it was converted from another program's file. */
	readonly kind: 'stored' | 'growing' | 'imported';
	/** Sentences for people about problems in the files. */
	readonly warnings: readonly string[];
	/** Some stored events cannot be read, or are missing: a warning reports it. */
	readonly damaged: boolean;
}

/**
 * Opens a capture for reading. Rejects with WirebenchErrors: `not-found` where there is nothing, or no capture;
 * `not-permitted`; `bad-input` for a file that is no capture, with the offset of the invalid data; `closed` when it was
 * cancelled.
 */
export async function openStored(options: OpenStoredOptions): Promise<OpenedCapture> {
	const path = resolve(options.path);
	await checkSource(path);
	const work = await makeFolderIn(options.workFolder);
	const opening = { ...options, path, work, cleanUp: () => rm(work, { recursive: true, force: true }) };
	try {
		const found = await findCapture(path, work, options.onProgress ?? (() => undefined), options.signal);
		const opened =
			found.kind === 'growing'
				? follow(opening)
				: found.kind === 'foreign'
					? await importForeign(opening)
					: {
							capture: storedCapture(opening, found),
							kind: 'stored' as const,
							warnings: found.warnings,
							damaged: found.damaged,
						};
		return await ready(opened);
	} catch (error) {
		await opening.cleanUp();
		throw error;
	}
}

/** The reader's thread is then running and has read something: rows are available at once. */
async function ready(opened: OpenedCapture): Promise<OpenedCapture> {
	try {
		await opened.capture.rows(0, 1);
		return opened;
	} catch (error) {
		await opened.capture.close();
		throw error;
	}
}

interface OpeningStep extends OpenStoredOptions {
	/** A folder for this opening alone. */
	readonly work: string;
	readonly cleanUp: () => Promise<void>;
}

type FoundStored = Extract<Found, { kind: 'stored' }>;

function storedCapture(
	{ id, path, cleanUp }: OpeningStep,
	{ places, shift, events, size, others, folder }: FoundStored,
	{ notesIn = folder ? path : undefined, close = cleanUp }: { notesIn?: string; close?: () => Promise<void> } = {},
): StoredCapture {
	return new StoredCapture({
		id,
		source: path,
		reading: { source: places, shift },
		stored: () => events,
		size: () => size,
		onProgress: () => () => undefined,
		others,
		keep: async (annotations) => {
			if (notesIn === undefined) throw cannotKeep();
			await keepNotes(notesIn, shift + events, annotations);
		},
		close,
	});
}

/** A copy is deleted when it is closed, unless it has marks or notes. */
function importedCapture(opening: OpeningStep, copy: string, found: FoundStored): StoredCapture {
	const { keepMarked, cleanUp } = opening;
	if (keepMarked === undefined) return storedCapture(opening, { ...found, folder: false });
	const capture = storedCapture(opening, found, {
		notesIn: copy,
		close: async () => {
			if (capture.annotated) await keepMarked(copy);
			await cleanUp();
		},
	});
	return capture;
}

/** Converts a file of another program to a capture of ours, and opens that. */
async function importForeign(opening: OpeningStep): Promise<OpenedCapture> {
	const { path, work, onProgress, signal } = opening;
	const folder = join(work, 'imported');
	const run = importCapture(path, folder, ({ bytesRead, totalBytes }) =>
		onProgress?.({ done: bytesRead, total: totalBytes }),
	);
	const cancel = (): void => run.cancel();
	signal?.addEventListener('abort', cancel, { once: true });
	if (signal?.aborted) cancel();
	try {
		const summary = await run.done;
		if (summary.cancelled || signal?.aborted) throw cancelledError();
		const found = await findCapture(folder, work, () => undefined, signal);
		if (found.kind !== 'stored') throw new WirebenchError('internal', 'The import left no capture.');
		const capture = importedCapture(opening, folder, found);
		return {
			capture,
			kind: 'imported',
			warnings: importWarnings(path, summary),
			damaged: summary.damage !== undefined,
		};
	} finally {
		signal?.removeEventListener('abort', cancel);
	}
}

function follow({ id, path, cleanUp }: OpeningStep): OpenedCapture {
	const files = new CaptureFolder(path);
	files.count();
	const shift = files.first;
	const follower = new Follower(new CaptureFolder(path, shift), async () => (await writerOf(path)) !== undefined);
	files.close();
	const capture = new StoredCapture({
		id,
		source: path,
		reading: { source: path, shift },
		stored: () => follower.stored,
		size: () => follower.size,
		onProgress: (listener) => follower.onProgress(listener),
		others: [],
		keep: (annotations) => keepNotes(path, shift + follower.stored, annotations),
		close: async () => {
			follower.close();
			await cleanUp();
		},
	});
	return { capture, kind: 'growing', warnings: [captureWarnings.growingCapture], damaged: false };
}

async function makeFolderIn(folder: string): Promise<string> {
	try {
		return await mkdtemp(join(folder, 'opened-'));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
		if (code === undefined) throw error;
		throw captureError('disk', 'openingNeedsDisk', { folder, errno: code }, { errno: code });
	}
}

/** Rejects with a WirebenchError where a path cannot be opened. */
export async function checkSource(path: string): Promise<void> {
	try {
		const found = await stat(path);
		if (found.isDirectory() || found.isFile()) return;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
		if (code === undefined) throw error;
		const details = { errno: code };
		if (code === 'EACCES' || code === 'EPERM') {
			throw captureError('not-permitted', 'sourceForbidden', { path }, details);
		}
		throw captureError('not-found', 'nothingAt', { path }, details);
	}
	throw captureError('bad-input', 'neitherFileNorFolder', { path }, { path: 'path' });
}

/** A single file is not changed: it may belong to anybody, and the data after its last event may be incomplete. */
function cannotKeep(): WirebenchError {
	return captureError('not-permitted', 'noNotesInFile');
}
