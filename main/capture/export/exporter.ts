import type { Mark } from '../../../common/capture/marks.ts';
import { type ExportFormat, type ExportScope, isListFormat } from '../../../common/contract/calls/exports.ts';
import type { ListedMessages } from '../../../common/contract/config/listed-messages.ts';
import { runJob } from '../../threads/job.ts';
import type { CaptureFiles } from '../format/places.ts';
import { ExportControl } from './control.ts';
import {
	type ExportCounts,
	type ExportEnd,
	type ExportOrder,
	exportContract,
	type MessagesOrder,
} from './formats/order.ts';
import { unexpected } from './job.ts';

export interface ExportRequest {
	/** Files of the capture; they may still be written. */
	readonly files: CaptureFiles;
	readonly format: ExportFormat;
	readonly joined?: boolean;
	readonly scope?: ExportScope;
	/** A person's marks and notes. */
	readonly marks?: readonly Mark[];
	/** Number of stored events at this moment. */
	readonly stored: number;
	/** Events before this one are gone. */
	readonly first?: number;
}

const THREAD = { title: 'The export', closed: 'The export broke off: its thread ended.' };

/** A file, or a receiver of chunks: the next one follows when the promise of the previous one has resolved. */
export type ExportTarget =
	| { readonly path: string; readonly replace: boolean }
	| { readonly take: (chunk: Uint8Array<ArrayBuffer>) => Promise<void> };

/** A running export. */
export interface ExportRun {
	/** Number of events to scan. */
	readonly total: number;
	/** Never rejects. */
	readonly end: Promise<ExportEnd>;
	/** Stops it; its partial file is removed. */
	cancel(): void;
}

/** The same for a growing capture. */
export interface FollowRun extends ExportRun {
	/** This many events can be read. */
	grow(stored: number): void;
	/** The capture ends after these. */
	finish(stored: number): void;
	/** Events passed on, and bytes sent. */
	readonly position: number;
	readonly left: number;
}

/** Writes events of a capture as a file of another format, on a separate thread. `progress` is called with its progress. */
export function startExport(
	{ files, format, joined = false, scope = {}, marks = [], stored, first = 0 }: ExportRequest,
	target: ExportTarget,
	progress: (counts: ExportCounts) => void,
): ExportRun {
	const { range: picked, messages: list, ...rest } = scope;
	const messages = list && listed(format, list, picked);
	// A range of messages is in their list, which all events make.
	const range = messages ? undefined : picked;
	const to = Math.min(range?.to ?? stored, stored);
	const from = Math.min(Math.max(range?.from ?? 0, first), to);
	const file = 'path' in target ? { path: target.path, replace: target.replace } : undefined;
	const order = { files, format, joined, marks, scope: rest, from, to, messages, file, follow: false, prune: false };
	const { control, end } = run(order, 'take' in target ? target.take : undefined, progress);
	return { total: to - from, end, cancel: () => control.cancel() };
}

/** Throws a RangeError for a format without messages. */
function listed(format: ExportFormat, list: ListedMessages, range: ExportScope['range']): MessagesOrder {
	if (!isListFormat(format)) throw new RangeError(`${format} has no messages.`);
	return { format, list, from: range?.from ?? 0, to: range?.to ?? Number.MAX_SAFE_INTEGER };
}

/**
 * Pipes a capture while it is written, as one endless pcapng section. `prune`: removes segments once they have been
 * passed on.
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
	// The end follows after the last chunk was taken.
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

/** Chunks in flight to their receiver, one after the other. */
class Chunks {
	readonly #control: ExportControl;
	readonly #take: ((chunk: Uint8Array<ArrayBuffer>) => Promise<void>) | undefined;
	readonly #failure = Promise.withResolvers<never>();
	/** Settles when all added chunks have been taken. */
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
