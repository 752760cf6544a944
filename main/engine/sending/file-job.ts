import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sending } from '../../../common/contract/calls/sending.ts';
import { OPEN_AT_ONCE } from '../../files/index.ts';
import type { EngineContext } from '../core/context.ts';
import { engineError } from '../sentences/engine-error.ts';
import { LaneJob } from './job.ts';
import type { Lane } from './lane.ts';

/** Bytes per read; twice that is in memory. */
const PIECE_BYTES = 256 * 1024;
/** Maximum datagrams of one socket that the kernel has not taken. */
const DATAGRAMS_AHEAD = 32;

/** An open file to send. */
export interface OpenFile {
	readonly handle: FileHandle;
	readonly name: string;
	/** Its size when it was opened: that much is sent. */
	readonly size: number;
}

/** Throws a WirebenchError with the reason why a file cannot be read; `words`: its path for people. */
export async function openFile(path: string, words: string): Promise<OpenFile> {
	try {
		const handle = await open(path, OPEN_AT_ONCE);
		const about = await handle.stat();
		if (about.isFile()) return { handle, name: basename(path), size: about.size };
		await handle.close();
	} catch (error) {
		throw unreadable(words, error);
	}
	throw engineError('wrong-state', 'noFile', { path: words });
}

function unreadable(path: string, error: unknown): WirebenchError {
	if (!(error instanceof Error) || !('code' in error)) return new WirebenchError('internal', String(error));
	const errno = String(error.code);
	if (errno === 'ENOENT') return engineError('not-found', 'noSuchFile', { path }, { errno });
	if (errno === 'EACCES') return engineError('not-permitted', 'mayNotBeRead', { path }, { errno });
	return engineError('disk', 'cannotBeRead', { path, errno }, { errno });
}

/**
 * Sends a file to one or more connections, piece by piece: the next piece follows when every connection has taken the
 * last, so that the slowest one sets the pace and memory is independent of the size. Closes the file.
 */
export class FileJob extends LaneJob {
	readonly #context: EngineContext;
	readonly #file: OpenFile;
	/** Bytes per datagram; 0 for streams. */
	readonly #datagram: number;
	#wake: (() => void) | undefined;

	constructor(
		id: string,
		endpoint: string,
		lanes: readonly Lane[],
		context: EngineContext,
		file: OpenFile,
		datagramBytes: number,
	) {
		super(id, endpoint, 'file', lanes);
		this.#context = context;
		this.#file = file;
		this.#datagram = datagramBytes;
		void this.#run();
	}

	override state(): Sending {
		const { name, size } = this.#file;
		const state = super.state();
		return { ...state, name, total: size * this.lanes.length, ...(this.#datagram === 0 ? { messages: 0 } : {}) };
	}

	protected override end(outcome: Exclude<Sending['state'], 'running'>, error?: WirebenchError): void {
		super.end(outcome, error);
		this.#wake?.();
	}

	protected isOver(): boolean {
		return false;
	}

	protected laneEnded(): void {
		this.#wake?.();
	}

	async #run(): Promise<void> {
		try {
			await this.#send();
			if (!this.allFailed()) this.end('done');
		} catch (error) {
			this.end('failed', error instanceof WirebenchError ? error : unreadable(this.#file.name, error));
		} finally {
			await this.#file.handle.close();
		}
	}

	async #send(): Promise<void> {
		const { handle, size } = this.#file;
		const whole =
			this.#datagram === 0 ? PIECE_BYTES : Math.max(1, Math.floor(PIECE_BYTES / this.#datagram)) * this.#datagram;
		let [one, other] = [Buffer.alloc(Math.min(whole, size)), Buffer.alloc(Math.min(whole, size))];
		let reading = this.#read(handle, one, 0);
		for (let at = 0; at < size; ) {
			const piece = await reading;
			if (!this.running) return;
			at += piece.length;
			// The next piece is read meanwhile.
			reading = at < size ? this.#read(handle, other, at) : reading;
			await this.#give(piece);
			if (!this.running || this.allFailed()) {
				await reading;
				return;
			}
			[one, other] = [other, one];
		}
	}

	async #read(handle: FileHandle, into: Buffer, at: number): Promise<Buffer> {
		const wanted = Math.min(into.length, this.#file.size - at);
		let length = 0;
		while (length < wanted) {
			const { bytesRead } = await handle.read(into, length, wanted - length, at + length);
			if (bytesRead === 0) throw engineError('disk', 'shortenedWhileSent', { path: this.#file.name });
			length += bytesRead;
		}
		return into.subarray(0, length);
	}

	/** Resolves when every connection has taken it, has failed, or the job has ended. */
	async #give(piece: Buffer): Promise<void> {
		const length = this.#datagram === 0 ? piece.length : this.#datagram;
		for (let at = 0; at < piece.length && this.running; at += length) {
			await this.#until(() => this.lanes.every((lane) => lane.error !== undefined || lane.waiting < DATAGRAMS_AHEAD));
			if (this.#context.sink.saturated) await this.#relief();
			const part = piece.subarray(at, at + length);
			for (const lane of this.lanes) if (this.running && lane.error === undefined) lane.give(part, this.#settled);
		}
		await this.#until(() => this.lanes.every((lane) => lane.error !== undefined || lane.waiting === 0));
	}

	readonly #settled = (): void => {
		this.#wake?.();
	};

	async #until(condition: () => boolean): Promise<void> {
		while (this.running && !condition()) await new Promise<void>((resolve) => (this.#wake = resolve));
	}

	async #relief(): Promise<void> {
		const waiting = { relieved: () => this.#wake?.() };
		this.#context.relief.wait(waiting);
		await this.#until(() => !this.#context.sink.saturated);
		this.#context.relief.forget(waiting);
	}
}
