import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { ExportThreadData } from './export/formats/order.ts';
import type { CaptureFiles } from './format/places.ts';
import type { WriterOptions } from './write/loop.ts';

export interface WriterThreadData {
	readonly memory: SharedArrayBuffer;
	readonly options: WriterOptions;
}

export type ReaderThreadData = CaptureFiles;

export interface OpenerThreadData {
	/** Absolute path of a file, or of a folder that holds segments. */
	readonly path: string;
	/** Folder for indexes that have no place beside their segments; it is there. */
	readonly workFolder: string;
	/** One 32-bit word: the opener gives up as soon as it is not 0. */
	readonly cancelled: SharedArrayBuffer;
}

export interface ImportThreadData {
	/** The file, and the folder that it is imported into: both there, with their whole paths. */
	readonly source: string;
	readonly folder: string;
	readonly segmentBytes: number;
	/** Shared: anything but 0 ends the import. */
	readonly stop: Int32Array;
}

type ThreadData = {
	readonly writer: WriterThreadData;
	readonly reader: ReaderThreadData;
	readonly opener: OpenerThreadData;
	readonly import: ImportThreadData;
	readonly export: ExportThreadData;
};

/** Starts a thread of the capture: from the source beside this file, or in a bundle from the entry made of it. */
function start<Name extends keyof ThreadData>(
	name: Name,
	workerData: ThreadData[Name],
	resourceLimits: ResourceLimits = {},
): Worker {
	const file = import.meta.url.endsWith('.ts') ? `./${name}-thread.ts` : `./capture-${name}.js`;
	// Flags of the process (--eval, --input-type) are not for its threads.
	return new Worker(new URL(file, import.meta.url), {
		workerData,
		name: `capture-${name}`,
		execArgv: [],
		resourceLimits,
	});
}

export function startWriter(data: WriterThreadData): Worker {
	return start('writer', data);
}

export function startReader(data: ReaderThreadData): Worker {
	return start('reader', data);
}

export function startOpener(data: OpenerThreadData): Worker {
	return start('opener', data);
}

export function startImporter(data: ImportThreadData): Worker {
	// Its own bounds keep it well below this: a file that found a way around them ends the import, and not the process.
	return start('import', data, { maxOldGenerationSizeMb: 512 });
}

export function startExporter(data: ExportThreadData): Worker {
	return start('export', data);
}
