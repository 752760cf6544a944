import { randomUUID } from 'node:crypto';
import { takeClockBase } from '../../../common/capture/clock.ts';
import type { CaptureConnection, CaptureEndpoint, Direction } from '../../../common/capture/event.ts';
import { markKey } from '../../../common/capture/marks.ts';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { WhenDiskFails } from '../../../common/contract/calls/settings.ts';
import type { KeptAnnotation } from '../format/annotation.ts';
import { diskError } from '../format/disk-error.ts';
import { checkLimits, type SegmentLimits, type WantedLimits } from '../format/limits.ts';
import { lockFolder, unlockFolder } from '../format/lock.ts';
import type { CaptureFiles } from '../format/places.ts';
import { shed } from '../library/shed.ts';
import { CaptureReader } from '../read/capture-reader.ts';
import type { CaptureCounters } from '../read/reading.ts';
import { createShared, DEFAULT_RING_BYTES, type SharedViews } from '../ring/layout.ts';
import { captureError } from '../sentences/capture-error.ts';
import { LiveCounters } from './counters.ts';
import { Progress } from './progress.ts';
import { Recorder } from './recorder.ts';
import type { Capture } from './types.ts';
import { WriterClient } from './writer-client.ts';

interface StartOptions {
	readonly folder: string;
	readonly limits: SegmentLimits;
	readonly ringBytes: number | undefined;
}

/** A capture with its threads: recorder here, writer and reader on separate threads. */
export class LiveCapture extends CaptureReader implements Capture {
	#id = randomUUID();
	#folder: string;
	readonly #shared: SharedViews;
	/** The latest of each event, to be written again where their file is gone. */
	readonly #annotations = new Map<string, KeptAnnotation>();
	readonly #writer: WriterClient;
	readonly #recorder: Recorder;
	readonly #progress: Progress;
	readonly #counters: LiveCounters;
	readonly #ownNoteListeners = new Set<(endpoint: number, text: string) => void>();
	#moving = false;
	#closed: Promise<void> | undefined;

	/** Rejects with the writer's error, its threads ended, when the first segment cannot be created. */
	static async start(options: StartOptions): Promise<LiveCapture> {
		const capture = new LiveCapture(options);
		try {
			await capture.#writer.ready();
		} catch (error) {
			await capture.reader.close();
			throw error;
		}
		return capture;
	}

	private constructor({ folder, limits, ringBytes }: StartOptions) {
		super({ source: folder, shift: 0 });
		this.startWithoutMarks();
		this.#folder = folder;
		this.#shared = createShared(ringBytes ?? DEFAULT_RING_BYTES);
		this.#progress = new Progress(
			() => this.#state(),
			() => this.#settled(),
		);
		const recorder = new Recorder(
			this.#shared,
			() => this.#progress.touch(),
			(endpoint, text) => {
				for (const listener of this.#ownNoteListeners) listener(endpoint, text);
			},
		);
		this.#recorder = recorder;
		this.#counters = new LiveCounters(recorder, this.#shared);
		const writing = { folder, limits, clock: takeClockBase(performance) };
		this.#writer = new WriterClient(this.#shared, writing, {
			onRelief: () => recorder.relieve(),
			onLetGo: (first) => this.#letGo(first),
			onError: () => {
				recorder.diskFails(this.#writer.error !== undefined);
				this.#progress.touch();
			},
			onNote: (text) => {
				recorder.remark(text);
				// Annotations in missing files would be lost with them.
				for (const annotation of this.#annotations.values()) recorder.annotate(annotation);
				// The folder may be another one than before. Where it cannot be written, the writer has reported that itself.
				lockFolder(this.#folder).catch((error: unknown) => {
					if (!(error instanceof Error && 'code' in error)) throw error;
				});
			},
		});
	}

	/** Another capture in another folder has another id. */
	get id(): string {
		return this.#id;
	}

	get folder(): string {
		return this.#folder;
	}

	rehearse(work: () => void): void {
		this.#recorder.rehearse(work);
	}

	get saturated(): boolean {
		return this.#recorder.saturated;
	}

	onRelief(listener: () => void): () => void {
		return this.#recorder.onRelief(listener);
	}

	addEndpoint(endpoint: CaptureEndpoint): number {
		return this.#recorder.addEndpoint(endpoint);
	}

	open(connection: CaptureConnection): void {
		this.#recorder.open(connection);
	}

	data(connection: number, direction: 'in' | 'out', bytes: Uint8Array, mirrored: boolean): void {
		this.#recorder.data(connection, direction, bytes, mirrored);
	}

	connectionEvent(
		connection: number,
		kind: 'end' | 'close' | 'reset' | 'error' | 'note',
		direction: Direction,
		text: string,
		says?: Sentence,
	): void {
		this.#recorder.connectionEvent(connection, kind, direction, text, says);
	}

	endpointEvent(endpoint: number, kind: 'listening' | 'error' | 'note', text: string, says?: Sentence): void {
		this.#recorder.endpointEvent(endpoint, kind, text, says);
	}

	missed(endpoint: number, events: number, text: string): void {
		this.#recorder.missed(endpoint, events, text);
	}

	onOwnNote(listener: (endpoint: number, text: string) => void): () => void {
		this.#ownNoteListeners.add(listener);
		return () => this.#ownNoteListeners.delete(listener);
	}

	get files(): CaptureFiles {
		return { source: this.folder, shift: 0, charsets: this.charsets };
	}

	counters(): CaptureCounters {
		return this.#counters.read();
	}

	error(): ErrorInfo | undefined {
		return this.#writer.error;
	}

	protected keep(annotations: readonly KeptAnnotation[]): void {
		if (this.#closed) throw captureError('closed', 'captureClosed');
		// They would be written to the next one.
		if (this.#moving) throw captureError('wrong-state', 'anotherStarting');
		for (const kept of annotations) {
			this.#annotations.set(`${'note' in kept.annotation ? 'note' : 'mark'} ${markKey(kept.annotation)}`, kept);
			this.#recorder.annotate(kept);
		}
	}

	protected storedNow(): number {
		return this.#counters.read().stored;
	}

	onProgress(listener: () => void): () => void {
		return this.#progress.onProgress(listener);
	}

	whenDiskFails(what: WhenDiskFails): void {
		this.#recorder.whenDiskFails(what);
	}

	flush(): Promise<void> {
		return this.#closed ?? this.#writer.sync((id) => this.#recorder.sync(id));
	}

	async beginNew(folder: string): Promise<void> {
		if (this.#closed) throw captureError('closed', 'captureClosed');
		if (this.#moving) throw captureError('wrong-state', 'newStarting');
		const error = this.error();
		// The writer reaches a new capture only after data that it cannot write now.
		if (error) throw WirebenchError.fromInfo(error);
		this.#moving = true;
		try {
			await lockIn(folder);
			await this.#writer.sync((id) => {
				this.#counters.leave();
				this.#recorder.moveTo(id, folder);
			});
		} catch (failure) {
			this.#counters.stay();
			this.#recorder.stay();
			await unlockFolder(folder);
			throw failure;
		} finally {
			this.#moving = false;
		}
		await this.#arrive(folder);
	}

	async makeRoom(): Promise<void> {
		const first = await shed(this.#folder);
		this.reader.letGo(first);
	}

	setLimits(limits: WantedLimits): void {
		this.#recorder.setLimits(checkLimits(limits));
	}

	close(): Promise<void> {
		this.#closed ??= this.#close();
		return this.#closed;
	}

	async #close(): Promise<void> {
		try {
			await this.#writer.close(() => this.#recorder.end());
		} finally {
			this.#progress.finish();
			await this.reader.close();
			await unlockFolder(this.#folder);
		}
	}

	/** The writer is in another folder. */
	async #arrive(folder: string): Promise<void> {
		const left = this.#folder;
		this.#counters.arrive();
		this.#id = randomUUID();
		this.#folder = folder;
		this.#annotations.clear();
		const reader = this.readOther({ source: folder, shift: 0 }, () => this.#progress.tell());
		await reader.close();
		await unlockFolder(left);
	}

	/** The reader closes deleted files: only then is the disk freed. */
	#letGo(first: number): void {
		this.reader.letGo(first);
		this.forgetMarks(first);
		this.#progress.touch();
	}

	#settled(): boolean {
		const { received, stored, dropped } = this.counters();
		return received === stored + dropped;
	}

	#state(): string {
		return `${this.#id} ${Object.values(this.counters()).join()} ${this.#writer.error?.message}`;
	}
}

async function lockIn(folder: string): Promise<void> {
	try {
		await lockFolder(folder);
	} catch (error) {
		throw WirebenchError.fromInfo(diskError(error));
	}
}
