import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sending } from '../../../common/contract/calls/sending.ts';

/** Something that is sent over a while, and can be stopped. */
export interface Job {
	readonly id: string;
	readonly running: boolean;
	/** Resolves when it has ended, however. Never rejects. */
	readonly ended: Promise<void>;
	state(): Sending;
	/** Ends it at once; nothing happens to one that has ended. */
	stop(): void;
	/** A connection has closed. */
	connectionClosed(id: number): void;
}

/** Ended ones that are still told of. */
const MOST_ENDED = 20;
/** Running ones that are told of; all of them go on. */
const MOST_TOLD = 100;

/** Everything that is being sent over a while, and the last that have ended. */
export class Sendings {
	readonly #jobs = new Map<string, Job>();
	/** What became of those that have ended: nothing of their payload or their connections is kept. */
	readonly #ended = new Map<string, Sending>();
	readonly #listeners = new Set<() => void>();
	#last = 0;

	nextId(): string {
		this.#last++;
		return `sending-${this.#last}`;
	}

	/** Follows a job to its end. One that is not to be kept is forgotten then. */
	add(job: Job, keep: boolean): void {
		const { id } = job;
		this.#jobs.set(id, job);
		this.#tell();
		void job.ended.then(() => {
			this.#jobs.delete(id);
			if (keep) this.#ended.set(id, job.state());
			const [oldest] = this.#ended.keys();
			if (oldest !== undefined && this.#ended.size > MOST_ENDED) this.#ended.delete(oldest);
			this.#tell();
		});
	}

	list(): Sending[] {
		const running = [...this.#jobs.values()].slice(0, MOST_TOLD).map((job) => job.state());
		return [...this.#ended.values(), ...running];
	}

	/** Whether there are some whose counts change by themselves. */
	get running(): boolean {
		return this.#jobs.size > 0;
	}

	stop(id: string): Sending {
		const job = this.#jobs.get(id);
		job?.stop();
		const state = job?.state() ?? this.#ended.get(id);
		if (state) return state;
		throw unknown();
	}

	dismiss(id: string): void {
		if (this.#jobs.has(id)) throw new WirebenchError('wrong-state', 'It is still being sent: stop it first.');
		if (!this.#ended.delete(id)) throw unknown();
		this.#tell();
	}

	/** Resolves with what became of it once it has ended. */
	async ended(id: string): Promise<Sending> {
		const job = this.#jobs.get(id);
		await job?.ended;
		const state = job?.state() ?? this.#ended.get(id);
		if (state) return state;
		throw unknown();
	}

	connectionClosed(connection: number): void {
		for (const job of this.#jobs.values()) job.connectionClosed(connection);
	}

	/** Called when one has begun, ended or gone. */
	onChange(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	}

	close(): void {
		this.#listeners.clear();
		for (const job of this.#jobs.values()) job.stop();
	}

	#tell(): void {
		for (const listener of [...this.#listeners]) listener();
	}
}

function unknown(): WirebenchError {
	return new WirebenchError('not-found', 'Nothing of this number is being sent.');
}
