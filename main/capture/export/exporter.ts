import type { Mark } from '../../../common/capture/marks.ts';
import type { ExportFormat, ExportScope } from '../../../common/contract/calls/exports.ts';
import { runJob } from '../../threads/job.ts';
import type { CaptureFiles } from '../format/places.ts';
import { ExportControl } from './control.ts';
import { type ExportCounts, type ExportEnd, type ExportOrder, exportContract } from './formats/order.ts';
import { unexpected } from './job.ts';

export interface ExportRequest {
	/** Files of the capture; they may still be written. */
	readonly files: CaptureFiles;
	readonly format: ExportFormat;
	readonly joined?: boolean;
	readonly scope?: ExportScope;
	/** What a person put on events. */
	readonly marks?: readonly Mark[];
	/** Events to look at: those that are stored at this moment. */
	readonly stored: number;
	/** Those before this one are gone. */
	readonly first?: number;
}

const THREAD = { title: 'The export', closed: 'The export broke off: its thread ended.' };

/** A file, or whoever takes the chunks: the next one comes when the promise for the last has resolved. */
export type ExportTarget =
	| { readonly path: string; readonly replace: boolean }
	| { readonly take: (chunk: Uint8Array<ArrayBuffer>) => Promise<void> };

/** An export under way. */
export interface ExportRun {
	/** Events that it looks at. */
	readonly total: number;
	/** Never rejects. */
	readonly end: Promise<ExportEnd>;
	/** Stops it; what it has written of a file is removed. */
	cancel(): void;
}

/** The same of a capture that grows. */
export interface FollowRun extends ExportRun {
	/** So many events can be read. */
	grow(stored: number): void;
	/** Nothing comes after these. */
	finish(stored: number): void;
	/** Events that have been handed on, and bytes that have left. */
	readonly position: number;
	readonly left: number;
}

/** Writes events of a capture as a file of another kind, on a thread of its own. `progress` hears how far it is. */
export function startExport(
	{ files, format, joined = false, scope = {}, marks = [], stored, first = 0 }: ExportRequest,
	target: ExportTarget,
	progress: (counts: ExportCounts) => void,
): ExportRun {
	const { range, ...rest } = scope;
	const to = Math.min(range?.to ?? stored, stored);
	const from = Math.min(Math.max(range?.from ?? 0, first), to);
	const file = 'path' in target ? { path: target.path, replace: target.replace } : undefined;
	const order = { files, format, joined, marks, scope: rest, from, to, file, follow: false, prune: false };
	const { control, end } = run(order, 'take' in target ? target.take : undefined, progress);
	return { total: to - from, end, cancel: () => control.cancel() };
}

/**
 * Hands a capture on while it is written, as one pcapng section without an end. `prune`: segments are removed once they
 * have been handed on.
 */
export function followCapture(
	{ folder, prune }: { readonly folder: string; readonly prune: boolean },
	take: (chunk: Uint8Array<ArrayBuffer>) => Promise<void>,
): FollowRun {
	const scope = {};
	const files = { source: folder, shift: 0 };
	const order = { files, format: 'pcapng', joined: false, marks: [], scope, from: 0, to: 0, file: undefined } as const;
	const { control, end } = run({ ...order, follow: true, prune }, take, () => undefined);
	return {
		total: 0,
		end,
		cancel: () => control.cancel(),
		grow: (stored) => {
			control.stored = stored;
		},
		finish: (stored) => {
			control.stored = stored;
			control.end();
		},
		get position() {
			return control.position;
		},
		get left() {
			return control.left;
		},
	};
}

function run(
	order: ExportOrder,
	take: ((chunk: Uint8Array<ArrayBuffer>) => Promise<void>) | undefined,
	progress: (counts: ExportCounts) => void,
): { control: ExportControl; end: Promise<ExportEnd> } {
	const control = new ExportControl();
	const chunks = new Chunks(control, take);
	const job = { order, memory: control.memory };
	const written = runJob(exportContract, 'capture-export', THREAD, job, (news) => {
		if (news.type === 'progress') progress(news.counts);
		else chunks.add(news.bytes);
	});
	// The end comes after the last chunk has been taken.
	const over = written.then(async (end) => {
		await chunks.taken;
		return end;
	});
	const end = Promise.race([over, chunks.failed]).catch((error: unknown): ExportEnd => {
		control.cancel();
		return { state: 'failed', error: unexpected(error).toInfo() };
	});
	return { control, end };
}

/** Chunks on their way to whoever takes them, one after the other. */
class Chunks {
	readonly #control: ExportControl;
	readonly #take: ((chunk: Uint8Array<ArrayBuffer>) => Promise<void>) | undefined;
	readonly #failure = Promise.withResolvers<never>();
	/** Settles when all that were added have been taken. */
	taken: Promise<void> = Promise.resolve();

	constructor(control: ExportControl, take: ((chunk: Uint8Array<ArrayBuffer>) => Promise<void>) | undefined) {
		this.#control = control;
		this.#take = take;
	}

	/** Rejects as soon as one could not be taken. */
	get failed(): Promise<never> {
		return this.#failure.promise;
	}

	add(bytes: Uint8Array<ArrayBuffer>): void {
		this.taken = this.taken.then(() => this.#take?.(bytes)).then(() => this.#control.chunkArrived());
		this.taken.catch(this.#failure.reject);
	}
}
