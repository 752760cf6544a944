import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { captureWarnings } from '../../../common/words/en/sentences/files/warnings.ts';
import { writerOf } from '../format/lock.ts';
import { segmentNumber } from '../format/names.ts';
import type { SegmentPlace } from '../format/places.ts';
import { NotOursError } from '../pcapng/format.ts';
import { mayRecover, recoverFolder } from '../recover/index.ts';
import { indexFile } from '../recover/index-file.ts';
import { captureError } from '../sentences/capture-error.ts';

/** The kind of source at a path. */
export type Found =
	/** A capture of ours without a writer. */
	| {
			readonly kind: 'stored';
			readonly places: readonly SegmentPlace[];
			/** Positions in the capture before the first existing event. */
			readonly shift: number;
			readonly events: number;
			/** Bytes of the segments. */
			readonly size: number;
			/** Segments without events, which may contain marks and notes. */
			readonly others: readonly string[];
			/** A folder, not a single file. */
			readonly folder: boolean;
			readonly warnings: readonly string[];
			/** Some stored events cannot be read, or are missing: a warning reports it. */
			readonly damaged: boolean;
	  }
	/** A folder that another process is writing. */
	| { readonly kind: 'growing' }
	/** A file that another program wrote or changed: it must be imported. */
	| { readonly kind: 'foreign' };

/** The person has cancelled it. */
export class Cancelled extends Error {}

/**
 * Determines what is at a path and creates missing indexes. `workFolder` is for indexes that cannot be next to their
 * segments. Throws WirebenchErrors, PcapngErrors with an offset, Node's errors, and the errors of `progress`.
 */
export async function look(
	path: string,
	workFolder: string,
	progress: (done: number, total: number) => void,
): Promise<Found> {
	return statSync(path).isDirectory()
		? lookAtFolder(path, workFolder, progress)
		: lookAtFile(path, workFolder, progress);
}

async function lookAtFolder(
	path: string,
	workFolder: string,
	progress: (done: number, total: number) => void,
): Promise<Found> {
	if (!readdirSync(path).some((name) => segmentNumber(name) !== undefined)) {
		throw captureError('not-found', 'noCaptureToOpen', { folder: path });
	}
	if ((await writerOf(path)) !== undefined) return { kind: 'growing' };
	const own = mayRecover(path) ? {} : { indexFolder: workFolder };
	const { segments, warnings, damaged } = recoverFolder(path, { ...own, progress });
	// A segment without a complete event is gone, or has no index.
	const kept = segments.filter((segment) => segment.events > 0);
	const last = kept.at(-1);
	const shift = kept[0]?.first ?? 0;
	return {
		kind: 'stored',
		places: kept.map((segment) => segment.place),
		shift,
		events: last === undefined ? 0 : last.first + last.events - shift,
		size: kept.reduce((sum, { place }) => sum + statSync(place.data).size, 0),
		others: segments
			.filter(({ events, place }) => events === 0 && existsSync(place.data))
			.map(({ place }) => place.data),
		folder: true,
		warnings,
		damaged,
	};
}

function lookAtFile(path: string, workFolder: string, progress: (done: number, total: number) => void): Found {
	const { size } = statSync(path);
	try {
		const scan = indexFile(path, workFolder, (at) => progress(at, size));
		const { places, events } = scan;
		return {
			kind: 'stored',
			places,
			shift: 0,
			events,
			size,
			others: [],
			folder: false,
			warnings: warningsOf(basename(path), scan),
			damaged: scan.fault !== undefined,
		};
	} catch (error) {
		if (error instanceof NotOursError) return { kind: 'foreign' };
		throw error;
	}
}

function warningsOf(name: string, { tornBytes, lostBytes, fault }: ReturnType<typeof indexFile>): string[] {
	const warnings: string[] = [];
	if (fault !== undefined) {
		warnings.push(captureWarnings.fileDamagedBytes({ file: name, reason: fault.message, bytes: lostBytes }));
	}
	if (tornBytes > 0) {
		warnings.push(captureWarnings.lastBytesLeftOut({ file: name, bytes: tornBytes }));
	}
	return warnings;
}
