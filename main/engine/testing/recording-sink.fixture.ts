import type { CaptureConnection, CaptureEndpoint, CaptureSink, EventKind } from '../../../common/capture/event.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';

/** One recorded event of the engine, with the bytes as Latin-1 text. */
export interface RecordedEvent {
	readonly kind: EventKind;
	readonly endpoint: number;
	readonly connection: number;
	readonly direction: 'none' | 'in' | 'out';
	readonly text: string;
	readonly mirrored: boolean;
	/** Absent without a sentence. */
	readonly says?: Sentence;
}

/** A sink that keeps everything, checks the order that the capture relies on, and lets tests wait for an event. */
export class RecordingSink implements CaptureSink {
	readonly events: RecordedEvent[] = [];
	readonly endpoints: CaptureEndpoint[] = [];
	readonly connections = new Map<number, CaptureConnection>();
	readonly #closed = new Set<number>();
	readonly #relief = new Set<() => void>();
	readonly #waiting = new Set<() => void>();
	saturated = false;
	missedEvents = 0;

	addEndpoint(endpoint: CaptureEndpoint): number {
		this.endpoints.push(endpoint);
		return this.endpoints.length;
	}

	open(connection: CaptureConnection): void {
		if (this.connections.has(connection.id)) throw new Error(`Connection ${connection.id} was opened twice.`);
		this.connections.set(connection.id, connection);
		this.#add('open', connection.id, 'none', '', connection.mirrored);
	}

	data(connection: number, direction: 'in' | 'out', bytes: Uint8Array, mirrored: boolean): void {
		this.#add('data', connection, direction, Buffer.from(bytes).toString('latin1'), mirrored);
	}

	connectionEvent(
		connection: number,
		kind: 'end' | 'close' | 'reset' | 'error' | 'note',
		direction: 'none' | 'in' | 'out',
		text: string,
		says?: Sentence,
	): void {
		this.#add(kind, connection, direction, text, false, says);
		if (kind === 'close') this.#closed.add(connection);
	}

	endpointEvent(endpoint: number, kind: 'listening' | 'error' | 'note', text: string, says?: Sentence): void {
		this.#push({ kind, endpoint, connection: 0, direction: 'none', text, mirrored: false, ...(says && { says }) });
	}

	missed(endpoint: number, events: number, text: string): void {
		this.missedEvents += events;
		this.endpointEvent(endpoint, 'note', text);
	}

	onRelief(listener: () => void): () => void {
		this.#relief.add(listener);
		return () => this.#relief.delete(listener);
	}

	/** The capture has caught up. */
	relieve(): void {
		this.saturated = false;
		for (const listener of this.#relief) listener();
	}

	/** The events of one connection as short words: `open`, `in abc`, `out ABC`, `end in`, `close`. */
	story(connection: number): string[] {
		return this.events
			.filter((event) => event.connection === connection)
			.map(({ kind, direction, text }) => {
				if (kind === 'data') return `${direction} ${text}`;
				return direction === 'none' ? kind : `${kind} ${direction}`;
			});
	}

	/** All bytes of a connection in one direction. */
	bytes(connection: number, direction: 'in' | 'out'): Buffer {
		const parts = this.events.filter((one) => one.connection === connection && one.kind === 'data');
		return Buffer.from(
			parts
				.filter((one) => one.direction === direction)
				.map((one) => one.text)
				.join(''),
			'latin1',
		);
	}

	/** Resolves with the first matching event, past or future. */
	waitFor(matches: (event: RecordedEvent) => boolean): Promise<RecordedEvent> {
		return new Promise((resolve) => {
			const look = (): void => {
				const found = this.events.find(matches);
				if (!found) return;
				this.#waiting.delete(look);
				resolve(found);
			};
			this.#waiting.add(look);
			look();
		});
	}

	/** Resolves at the first event after which the condition holds. */
	async until(condition: () => boolean): Promise<void> {
		await this.waitFor(() => condition());
	}

	/** Resolves with the matching events once there are this many. Each event is looked at once. */
	async several(count: number, matches: (event: RecordedEvent) => boolean): Promise<RecordedEvent[]> {
		const found: RecordedEvent[] = [];
		let looked = 0;
		await this.until(() => {
			for (; looked < this.events.length && found.length < count; looked++) {
				const event = this.events[looked];
				if (event !== undefined && matches(event)) found.push(event);
			}
			return found.length >= count;
		});
		return found;
	}

	#add(
		kind: EventKind,
		connection: number,
		direction: 'none' | 'in' | 'out',
		text: string,
		mirrored: boolean,
		says?: Sentence,
	): void {
		const opened = this.connections.get(connection);
		if (!opened) throw new Error(`A ${kind} event of connection ${connection} came before it was opened.`);
		if (this.#closed.has(connection))
			throw new Error(`A ${kind} event of connection ${connection} came after its close.`);
		this.#push({ kind, endpoint: opened.endpoint, connection, direction, text, mirrored, ...(says && { says }) });
	}

	#push(event: RecordedEvent): void {
		this.events.push(event);
		for (const look of this.#waiting) look();
	}
}
