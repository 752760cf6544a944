import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sending } from '../../../common/contract/calls/sending.ts';
import { engineError } from '../sentences/engine-error.ts';

/** A transfer that takes time, and can be stopped. */
export interface Job {
	readonly id: string;
	readonly running: boolean;
	/** Resolves when it has ended, for any reason. Never rejects. */
	readonly ended: Promise<void>;
	state(): Sending;
	/** Ends it at once; does nothing to one that has ended. */
	stop(): void;
	/** A connection has closed. */
	connectionClosed(id: number): void;
}

/** Maximum number of reported ended transfers. */
const MOST_ENDED = 20;
/** Maximum number of reported running transfers; all of them continue. */
const MOST_TOLD = 100;

/** All running transfers, and the last that have ended. */
export class Sendings {
	readonly #jobs = new Map<string, Job>();
	/** The results of ended transfers: their payload and connections are not kept. */
	readonly #ended = new Map<string, Sending>();
	readonly #listeners = new Set<() => void>();
	#last = 0;

	nextId(): string {
		this.#last++;
		return `sending-${this.#last}`;
	}

	/** Follows a job to its end. One without `keep` is then forgotten. */
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

	/** Whether there are running ones, whose counts change. */
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
		if (this.#jobs.has(id)) throw engineError('wrong-state', 'stillSending');
		if (!this.#ended.delete(id)) throw unknown();
		this.#tell();
	}

	/** Resolves with its result once it has ended. */
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

	/** Called when one has started, ended or was dismissed. */
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
	return engineError('not-found', 'nothingSending');
}
