import { randomUUID } from 'node:crypto';
import type { CaptureConnection, CaptureEndpoint, Direction } from '../../common/capture/event.ts';
import type { ErrorInfo } from '../../common/contract/errors.ts';
import { lockFolder, unlockFolder } from './lock.ts';
import { Progress } from './progress.ts';
import { Questions } from './questions.ts';
import { Recorder } from './recorder.ts';
import { COUNTER, createShared, DEFAULT_RING_BYTES, type SharedViews } from './ring/layout.ts';
import type { Capture, CaptureCounters } from './types.ts';
import { takeClockBase } from './writer/clock.ts';
import { WriterClient } from './writer-client.ts';

interface StartOptions {
	readonly folder: string;
	readonly segmentBytes: number;
	readonly ringBytes: number | undefined;
}

/** A capture with its threads: recorder here, writer and reader each in their own. */
export class LiveCapture extends Questions implements Capture {
	readonly id = randomUUID();
	readonly folder: string;
	readonly #shared: SharedViews;
	readonly #writer: WriterClient;
	readonly #recorder: Recorder;
	readonly #progress: Progress;
	#closed: Promise<void> | undefined;

	/** Rejects with the writer's error, its threads ended, when the first segment cannot be made. */
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

	private constructor({ folder, segmentBytes, ringBytes }: StartOptions) {
		super({ source: folder, shift: 0 });
		this.folder = folder;
		this.#shared = createShared(ringBytes ?? DEFAULT_RING_BYTES);
		this.#progress = new Progress(
			() => this.#state(),
			() => this.#settled(),
		);
		const recorder = new Recorder(this.#shared, () => this.#progress.touch());
		this.#recorder = recorder;
		const writing = { folder, segmentBytes, clock: takeClockBase() };
		this.#writer = new WriterClient(this.#shared, writing, {
			onRelief: () => recorder.relieve(),
			onError: () => this.#progress.touch(),
			onNote: (text) => {
				recorder.remark(text);
				// The folder may be another one than before. Where it takes nothing, the writer has said so itself.
				lockFolder(folder).catch((error: unknown) => {
					if (!(error instanceof Error && 'code' in error)) throw error;
				});
			},
		});
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
	): void {
		this.#recorder.connectionEvent(connection, kind, direction, text);
	}

	endpointEvent(endpoint: number, kind: 'listening' | 'error' | 'note', text: string): void {
		this.#recorder.endpointEvent(endpoint, kind, text);
	}

	counters(): CaptureCounters {
		const { received, dropped, bytesIn, bytesOut } = this.#recorder;
		const lost = this.#count(COUNTER.lost);
		const stored = this.#count(COUNTER.stored);
		return { received, stored, dropped: dropped + lost, size: this.#count(COUNTER.size), bytesIn, bytesOut };
	}

	error(): ErrorInfo | undefined {
		return this.#writer.error;
	}

	protected storedNow(): number {
		return this.#count(COUNTER.stored);
	}

	onProgress(listener: () => void): () => void {
		return this.#progress.onProgress(listener);
	}

	flush(): Promise<void> {
		return this.#closed ?? this.#writer.sync((id) => this.#recorder.sync(id));
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
			await unlockFolder(this.folder);
		}
	}

	#count(counter: number): number {
		return Number(Atomics.load(this.#shared.counters, counter));
	}

	#settled(): boolean {
		const { received, stored, dropped } = this.counters();
		return received === stored + dropped;
	}

	#state(): string {
		return `${Object.values(this.counters()).join()} ${this.#writer.error?.message}`;
	}
}
