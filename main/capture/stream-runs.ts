import type { ErrorInfo } from '../../common/contract/base/errors.ts';
import type { ConnectionsState, StreamLayout, StreamState } from '../../common/contract/calls/stream.ts';
import type { FindAnswer } from './read/conversation/find.ts';
import type { JoinedBytes } from './read/conversation/joined.ts';
import type { ReaderClient } from './read/reader-client.ts';
import type { BytesQuestion, ConnectionsAnswer, FindQuestion, LinesAnswer } from './read/stream-queries.ts';
import type { StreamProgress, StreamSubject } from './read/streams.ts';
import type { CaptureStreams, ScanRun } from './types.ts';

type Listener = (state: StreamProgress) => void;

interface Shared {
	readonly subject: StreamSubject;
	/** Before anything was looked at. */
	readonly nothing: StreamProgress;
	state: StreamProgress;
	readonly listeners: Set<Listener>;
}

/** The connections of one capture, looked at by the reader thread: one scan for each subject, however many listen. */
export class StreamRuns implements CaptureStreams {
	readonly #reader: () => ReaderClient;
	readonly #stored: () => number;
	readonly #onProgress: (listener: () => void) => () => void;
	/** Listens to the capture only while something is looked at. */
	#stopListening: (() => void) | undefined;
	readonly #shared = new Map<string, Shared>();

	constructor(reader: () => ReaderClient, stored: () => number, onProgress: (listener: () => void) => () => void) {
		this.#reader = reader;
		this.#stored = stored;
		this.#onProgress = onProgress;
	}

	followConnections(listener: (state: ConnectionsState) => void): ScanRun<ConnectionsState> {
		const nothing = { connections: 0, scanned: 0, limited: false, stored: this.#stored() };
		const { state, stop } = this.#follow({ type: 'connections' }, nothing, (next) => {
			if ('connections' in next) listener(next);
		});
		return { state: 'connections' in state ? state : nothing, stop };
	}

	follow(layout: StreamLayout, listener: (state: StreamState) => void): ScanRun<StreamState> {
		const nothing = { lines: 0, events: 0, bytes: 0, scanned: 0, limited: false, stored: this.#stored() };
		const { state, stop } = this.#follow(layout, nothing, (next) => {
			if ('lines' in next) listener(next);
		});
		return { state: 'lines' in state ? state : nothing, stop };
	}

	async connections(text: string, from: number, count: number): Promise<ConnectionsAnswer> {
		const answer = await this.#reader().stream({ type: 'connections', text, from, count });
		return 'connections' in answer ? answer : other();
	}

	async lines(layout: StreamLayout, from: number, count: number): Promise<LinesAnswer> {
		const answer = await this.#reader().stream({ type: 'stream-lines', key: keyOf(layout), from, count });
		return 'lines' in answer ? answer : other();
	}

	async place(layout: StreamLayout, n: number, offset: number): Promise<number | undefined> {
		const answer = await this.#reader().stream({ type: 'stream-place', key: keyOf(layout), n, offset });
		return 'line' in answer ? answer.line : other();
	}

	async find(question: FindQuestion): Promise<FindAnswer> {
		const answer = await this.#reader().stream({ type: 'stream-find', ...question });
		return 'find' in answer ? answer.find : other();
	}

	async bytes(question: BytesQuestion): Promise<JoinedBytes> {
		const answer = await this.#reader().stream({ type: 'stream-bytes', ...question });
		return 'joined' in answer ? answer.joined : other();
	}

	/** Another capture is read from here on. */
	restart(): void {
		const stored = this.#stored();
		for (const [key, { subject, nothing }] of this.#shared) {
			this.#reader().order({ type: 'stream', key, subject, stored });
			this.take(key, { ...nothing, stored });
		}
	}

	/** The reader has stopped. */
	fail(error: ErrorInfo): void {
		for (const [key, { state }] of this.#shared) this.take(key, { ...state, error });
	}

	#follow(subject: StreamSubject, nothing: StreamProgress, listener: Listener): ScanRun<StreamProgress> {
		const key = keyOf(subject);
		const shared = this.#shared.get(key) ?? this.#begin(key, subject, nothing);
		shared.listeners.add(listener);
		return {
			state: shared.state,
			stop: () => {
				if (!shared.listeners.delete(listener) || shared.listeners.size > 0) return;
				this.#shared.delete(key);
				this.#reader().order({ type: 'stream-drop', key });
				if (this.#shared.size > 0) return;
				this.#stopListening?.();
				this.#stopListening = undefined;
			},
		};
	}

	#begin(key: string, subject: StreamSubject, state: StreamProgress): Shared {
		const shared = { subject, nothing: state, state, listeners: new Set<Listener>() };
		this.#shared.set(key, shared);
		this.#reader().order({ type: 'stream', key, subject, stored: this.#stored() });
		this.#stopListening ??= this.#onProgress(() =>
			this.#reader().order({ type: 'stream-grow', stored: this.#stored() }),
		);
		return shared;
	}

	/** The reader says how far it is. */
	take(key: string, state: StreamProgress): void {
		const shared = this.#shared.get(key);
		if (!shared) return;
		shared.state = state;
		for (const listener of [...shared.listeners]) listener(state);
	}
}

/** Names a subject among all of one capture. */
function keyOf(subject: StreamSubject): string {
	return JSON.stringify(subject);
}

function other(): never {
	throw new Error('The capture answered another question than was asked.');
}
