import { charsetNamed, TerminalText, visibleLine } from '../../../../common/payload/index.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';

/** Bytes that may wait for the reader before sources that can wait must. */
const HIGH_WATER = 1 << 20;
/** Bytes that may wait for the reader before events are skipped. */
const MOST_WAITING = 64 << 20;
/** Bytes written to the stream at once: progress is visible after each. */
const PIECE = 256 << 10;
/** Milliseconds that a reader may block once the process is about to end. */
const STALL_MS = 2000;
const LF = 10;

/** Codes that mean a closed reader instead of a failure: a pipe, or a closed terminal. */
const GONE = new Set(['EPIPE', 'ECONNRESET', 'EIO']);

export interface OutputOptions {
	/** A person reads it: bytes are shown as text without terminal commands. */
	readonly isTerminal?: boolean;
	/** Like `HIGH_WATER` and `MOST_WAITING`, for tests. */
	readonly mostWaiting?: number;
	readonly stallMs?: number;
}

/**
 * Standard output or error: the only way in which anything is printed. Text is written a line at a time, and invisible
 * characters, line ends and terminal commands in a line are written as signs (`visibleLine`): so line ends are ours
 * alone, and no peer, file or process name can forge one. Nothing here blocks the process; an error of the stream ends
 * the output and is kept.
 */
export class Output {
	readonly isTerminal: boolean;
	readonly #stream: NodeJS.WritableStream;
	readonly #mostWaiting: number;
	readonly #stallMs: number;
	readonly #listeners = new Set<() => void>();
	readonly #ended = Promise.withResolvers<void>();
	#terminalText = new TerminalText();
	/** Lines that are not in the queue yet. */
	#text = '';
	#scheduled = false;
	readonly #queue: Uint8Array[] = [];
	/** Bytes of the queue and those in the stream. */
	#waiting = 0;
	#writing = false;
	#saturated = false;
	#full = false;
	#leftOut = 0;
	#idle: PromiseWithResolvers<void> | undefined;
	#over = false;
	#failure: string | undefined;
	#unread = 0;
	#hurried = false;
	#stall: NodeJS.Timeout | undefined;
	/** The last output was bytes without a final line end. */
	#midLine = false;
	#status = false;

	constructor(stream: NodeJS.WritableStream, options: OutputOptions = {}) {
		this.#stream = stream;
		this.isTerminal = options.isTerminal ?? false;
		this.#mostWaiting = options.mostWaiting ?? MOST_WAITING;
		this.#stallMs = options.stallMs ?? STALL_MS;
		stream.on('error', (error: NodeJS.ErrnoException) => {
			const { code = error.message } = error;
			if (!GONE.has(code) || (code === 'EIO' && !this.isTerminal)) this.#failure ??= code;
			this.#end();
		});
	}

	/** Queues a line, without its end; cheap enough for every event. */
	line(text: string): void {
		if (this.#over) return;
		this.#append(`${this.#lineStart()}${visibleLine(text)}\n`);
	}

	lines(texts: Iterable<string>): void {
		for (const text of texts) this.line(text);
	}

	/** Queues raw bytes; on a terminal as text without terminal commands. */
	bytes(bytes: Uint8Array): void {
		if (this.#over || bytes.length === 0) return;
		this.#midLine = bytes.at(-1) !== LF;
		if (this.isTerminal) this.#append(this.#terminalText.show(bytes));
		else {
			this.#flush();
			this.#push(bytes);
		}
	}

	/** The charset of raw bytes, which a terminal shows as text. Default: UTF-8. */
	decodeAs(charset: CharsetName): void {
		this.#terminalText = new TerminalText(charsetNamed(charset));
	}

	/** The same, for callers that wait: resolves when all bytes so far are taken, or never can be. */
	give(bytes: Uint8Array): Promise<void> {
		this.bytes(bytes);
		return this.drained();
	}

	/** Writes an event, unless too much waits for the reader: then it is counted as skipped. */
	offer(write: () => void): void {
		if (this.#full) this.#leftOut++;
		else write();
	}

	/** Number of skipped events since the last call. */
	takeLeftOut(): number {
		const count = this.#leftOut;
		this.#leftOut = 0;
		return count;
	}

	/** On a terminal: a line that the next one replaces. An empty one removes it. */
	status(text: string): void {
		if (!this.isTerminal || this.#over) return;
		// Moves to the start of the line and clears it.
		if (text !== '' || this.#status) this.#append(`\r\x1b[K${visibleLine(text)}`);
		this.#status = text !== '';
	}

	/** A question, followed by the typed answer. */
	prompt(text: string): void {
		if (!this.#over) this.#append(`${this.#lineStart()}${visibleLine(text)} `);
	}

	/** True while too much waits for the reader. */
	get saturated(): boolean {
		return this.#saturated;
	}

	/** Calls back each time the reader has caught up. Returns a function that removes the listener. */
	onRelief(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Resolves when nothing can be written any more: the reader has closed (`| head`), was abandoned, or writing failed. */
	get ended(): Promise<void> {
		return this.#ended.promise;
	}

	/** The system's code of a failure, as in `ENOSPC`; undefined for a closed reader. */
	get failure(): string | undefined {
		return this.#failure;
	}

	/** Unread bytes when the reader was abandoned. */
	get unread(): number {
		return this.#unread;
	}

	/** The bytes have ended: shows an incomplete character on a terminal. A later line does not end theirs. */
	endBytes(): void {
		if (this.#midLine && !this.#over) this.#append(this.#heldText());
		this.#midLine = false;
	}

	/** Resolves when the whole queue is with the system, or never can be. */
	drained(): Promise<void> {
		this.#flush();
		if (this.#over || this.#waiting === 0) return Promise.resolve();
		this.#idle ??= Promise.withResolvers<void>();
		return this.#idle.promise;
	}

	/** The process is about to end: from now on a reader that blocks for two seconds is abandoned. */
	hurry(): void {
		this.#hurried = true;
		this.#watch();
	}

	#lineStart(): string {
		const start = this.#status ? '\r\x1b[K' : this.#midLine ? `${this.#heldText()}\n` : '';
		this.#status = false;
		this.#midLine = false;
		return start;
	}

	/** The text of incomplete bytes. */
	#heldText(): string {
		return this.#terminalText.show(new Uint8Array(0), true);
	}

	#append(text: string): void {
		this.#text += text;
		if (this.#text.length >= PIECE) this.#flush();
		else this.#noteLevel();
		if (this.#scheduled || this.#writing) return;
		this.#scheduled = true;
		setImmediate(() => {
			this.#scheduled = false;
			this.#pump();
		});
	}

	#flush(): void {
		const text = this.#text;
		this.#text = '';
		if (text !== '' && !this.#over) this.#push(Buffer.from(text));
	}

	#push(bytes: Uint8Array): void {
		this.#waiting += bytes.length;
		for (let at = 0; at < bytes.length; at += PIECE) this.#queue.push(bytes.subarray(at, at + PIECE));
		this.#noteLevel();
		this.#pump();
	}

	#pump(): void {
		if (this.#writing || this.#over) return;
		if (this.#queue.length === 0 && this.#text !== '') {
			this.#flush();
			return;
		}
		const piece = this.#queue.shift();
		if (piece === undefined) {
			this.#idle?.resolve();
			this.#idle = undefined;
			return;
		}
		this.#writing = true;
		this.#watch();
		this.#stream.write(piece, (error) => {
			this.#writing = false;
			clearTimeout(this.#stall);
			// The error listener is called too, before or after this.
			if (this.#over || error) return;
			this.#waiting -= piece.length;
			this.#noteLevel();
			this.#pump();
		});
	}

	#noteLevel(): void {
		const level = this.#waiting + this.#text.length;
		const before = this.#saturated;
		const wasFull = this.#full;
		if (level > HIGH_WATER) this.#saturated = true;
		else if (level < HIGH_WATER / 2) this.#saturated = false;
		if (level > this.#mostWaiting) this.#full = true;
		else if (level < this.#mostWaiting / 2) this.#full = false;
		if ((before && !this.#saturated) || (wasFull && !this.#full)) this.#tellRelief();
	}

	#tellRelief(): void {
		for (const listener of [...this.#listeners]) listener();
	}

	#watch(): void {
		if (!this.#hurried || !this.#writing) return;
		clearTimeout(this.#stall);
		this.#stall = setTimeout(() => {
			this.#unread = this.#waiting + this.#text.length;
			this.#end();
		}, this.#stallMs);
	}

	#end(): void {
		if (this.#over) return;
		this.#over = true;
		clearTimeout(this.#stall);
		this.#queue.length = 0;
		this.#text = '';
		this.#waiting = 0;
		this.#saturated = false;
		this.#full = false;
		this.#idle?.resolve();
		this.#idle = undefined;
		this.#ended.resolve();
		this.#tellRelief();
	}
}
