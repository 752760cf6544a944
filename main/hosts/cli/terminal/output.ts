import { TerminalText, visibleLine } from '../../../../common/payload/index.ts';

/** Bytes that may wait for the reader before whoever can wait has to. */
const HIGH_WATER = 1 << 20;
/** Bytes that may wait for the reader before events are left out of what is printed. */
const MOST_WAITING = 64 << 20;
/** Bytes that are handed to the stream at once: how far it is shows after each. */
const PIECE = 256 << 10;
/** How long a reader may take nothing once the process is to end, in milliseconds. */
const STALL_MS = 2000;
const LF = 10;

/** Where a reader has gone, in place of a failure: a pipe, or a terminal that was closed. */
const GONE = new Set(['EPIPE', 'ECONNRESET', 'EIO']);

export interface OutputOptions {
	/** A person looks at it: bytes are shown as text that commands nothing. */
	readonly isTerminal?: boolean;
	/** As `HIGH_WATER` and `MOST_WAITING`, for tests. */
	readonly mostWaiting?: number;
	readonly stallMs?: number;
}

/**
 * Standard output or error: the only way by which anything is printed. Text goes out a line at a time, and whatever in a line
 * would not be seen, end the line or command a terminal is written as a sign (`visibleLine`): so line ends are ours alone, and no
 * peer, file or process name can forge one. Nothing here holds the process; an error of the stream ends the output and is kept.
 */
export class Output {
	readonly isTerminal: boolean;
	readonly #stream: NodeJS.WritableStream;
	readonly #mostWaiting: number;
	readonly #stallMs: number;
	readonly #listeners = new Set<() => void>();
	readonly #ended = Promise.withResolvers<void>();
	readonly #terminalText = new TerminalText();
	/** Lines that are not in the queue yet. */
	#text = '';
	#scheduled = false;
	readonly #queue: Uint8Array[] = [];
	/** Bytes of the queue and those that the stream has. */
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
	/** What was printed last were bytes that did not end with a line end. */
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

	/** Queues a line, without its end; cheap enough for once an event. */
	line(text: string): void {
		if (this.#over) return;
		this.#append(`${this.#lineStart()}${visibleLine(text)}\n`);
	}

	lines(texts: Iterable<string>): void {
		for (const text of texts) this.line(text);
	}

	/** Queues bytes as they are; on a terminal as text that commands nothing. */
	bytes(bytes: Uint8Array): void {
		if (this.#over || bytes.length === 0) return;
		this.#midLine = bytes.at(-1) !== LF;
		if (this.isTerminal) this.#append(this.#terminalText.show(bytes));
		else {
			this.#flush();
			this.#push(bytes);
		}
	}

	/** The same, for who waits: resolves when all bytes so far are taken, or never can be. */
	give(bytes: Uint8Array): Promise<void> {
		this.bytes(bytes);
		return this.drained();
	}

	/** Writes an event, unless too much waits for the reader: then it is counted as left out. */
	offer(write: () => void): void {
		if (this.#full) this.#leftOut++;
		else write();
	}

	/** How many events were left out since this was last asked. */
	takeLeftOut(): number {
		const count = this.#leftOut;
		this.#leftOut = 0;
		return count;
	}

	/** On a terminal: a line that the next one replaces. An empty one takes it away. */
	status(text: string): void {
		if (!this.isTerminal || this.#over) return;
		// To the beginning of the line, and what it had away.
		if (text !== '' || this.#status) this.#append(`\r\x1b[K${visibleLine(text)}`);
		this.#status = text !== '';
	}

	/** A question, behind which the answer is typed. */
	prompt(text: string): void {
		if (!this.#over) this.#append(`${this.#lineStart()}${visibleLine(text)} `);
	}

	/** True while more waits for the reader than should. */
	get saturated(): boolean {
		return this.#saturated;
	}

	/** Calls back each time the reader has caught up. Returns the way to stop listening. */
	onRelief(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Resolves when nothing can be written any more: the reader has gone (`| head`), was given up, or writing failed. */
	get ended(): Promise<void> {
		return this.#ended.promise;
	}

	/** The system's code of what failed, as in `ENOSPC`; not for a reader that has gone. */
	get failure(): string | undefined {
		return this.#failure;
	}

	/** Bytes that nobody had read when the reader was given up. */
	get unread(): number {
		return this.#unread;
	}

	/** No bytes come any more: what a terminal was not shown of a character that was cut is. */
	endBytes(): void {
		if (this.#midLine && !this.#over) this.#append(this.#heldText());
	}

	/** Resolves when all that was queued is with the system, or never can be. */
	drained(): Promise<void> {
		this.#flush();
		if (this.#over || this.#waiting === 0) return Promise.resolve();
		this.#idle ??= Promise.withResolvers<void>();
		return this.#idle.promise;
	}

	/** The process is to end: from now on a reader that takes nothing for two seconds is given up. */
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

	/** Of bytes that go on no more. */
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
			// The listener of errors hears of it too, before or after this.
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
