import type { Worker } from 'node:worker_threads';
import type { Annotation } from '../../../common/capture/marks.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { FilterState } from '../../../common/contract/calls/capture.ts';
import type { FindState } from '../../../common/contract/calls/find.ts';
import type { TimelineState } from '../../../common/contract/calls/timeline.ts';
import type { Damage } from '../segments/damage.ts';
import { type ReaderThreadData, startReader } from '../threads.ts';
import type { ReaderOrder, TellFilter } from './filters.ts';
import type { FindOrder, TellFind } from './finds.ts';
import type { MarkOrder } from './mark-load.ts';
import type { Answer, EventPlace, MatchPlace, PayloadBytes, Query, Rows } from './queries.ts';
import type { StreamAnswer, StreamQuery } from './stream-queries.ts';
import type { StreamOrder, StreamProgress, TellStream } from './streams.ts';
import type { TellTimeline, TimelineOrder } from './timelines.ts';

/** A thread may be in the midst of one read of a slow disk when it is to end. */
const PATIENCE_MS = 5000;

interface Waiting {
	readonly resolve: (answer: Answer) => void;
	readonly reject: (error: Error) => void;
}

type ReaderMessage =
	| { readonly begun: true }
	| { readonly id: number; readonly answer: Answer }
	| { readonly filter: string; readonly state: FilterState }
	| { readonly find: number; readonly state: FindState }
	| { readonly timeline: number; readonly state: TimelineState }
	| { readonly annotations: readonly Annotation[] }
	| { readonly damage: readonly Damage[] }
	| { readonly stream: string; readonly state: StreamProgress };

export interface ReaderListener {
	/** How far the scans for filters are. */
	readonly tellFilter: TellFilter;
	/** How far the searches are. */
	readonly tellFind: TellFind;
	readonly tellTimeline: TellTimeline;
	/** The annotations that are in the files. */
	readonly tellAnnotations: (annotations: readonly Annotation[]) => void;
	/** All that was found damaged so far. */
	readonly tellDamage: (damage: readonly Damage[]) => void;
	/** How far the conversations are. */
	readonly tellStream: TellStream;
	/** Why nothing more comes. */
	readonly onEnd: (error: WirebenchError) => void;
}

/** The main thread's end of the reader thread. Failed queries reject with WirebenchErrors. */
export class ReaderClient {
	readonly #worker: Worker;
	readonly #waiting = new Map<number, Waiting>();
	/** It takes orders, or never will. */
	readonly #begun = Promise.withResolvers<void>();
	readonly #exited = Promise.withResolvers<void>();
	#next = 1;
	/** Until it is retired. */
	#listener: ReaderListener | undefined;
	#ended: Error | undefined;

	constructor(data: ReaderThreadData, listener: ReaderListener) {
		this.#listener = listener;
		this.#worker = startReader(data);
		this.#worker.on('message', (message: ReaderMessage) => {
			if ('begun' in message) {
				this.#begun.resolve();
				return;
			}
			if ('filter' in message) {
				this.#listener?.tellFilter(message.filter, message.state);
				return;
			}
			if ('annotations' in message) {
				this.#listener?.tellAnnotations(message.annotations);
				return;
			}
			if ('damage' in message) {
				this.#listener?.tellDamage(message.damage);
				return;
			}
			if ('find' in message) {
				this.#listener?.tellFind(message.find, message.state);
				return;
			}
			if ('timeline' in message) {
				this.#listener?.tellTimeline(message.timeline, message.state);
				return;
			}
			if ('stream' in message) {
				this.#listener?.tellStream(message.stream, message.state);
				return;
			}
			this.#waiting.get(message.id)?.resolve(message.answer);
			this.#waiting.delete(message.id);
		});
		this.#worker.on('error', (error) => {
			const reason = error instanceof Error ? error.message : String(error);
			this.#end(new WirebenchError('internal', `The capture's reader stopped: ${reason}`));
		});
		this.#worker.on('exit', () => {
			this.#end(new WirebenchError('closed', 'The capture is closed.'));
			this.#begun.resolve();
			this.#exited.resolve();
		});
	}

	async rows(from: number, count: number, stored: number): Promise<Rows> {
		const answer = await this.#ask({ type: 'rows', from, count, stored });
		if ('rows' in answer) return answer;
		throw failed(answer);
	}

	async matches(filter: string, from: number, count: number): Promise<Rows> {
		const answer = await this.#ask({ type: 'matches', filter, from, count });
		if ('rows' in answer) return answer;
		throw failed(answer);
	}

	async matchAt(filter: string, n: number): Promise<MatchPlace> {
		const answer = await this.#ask({ type: 'match-at', filter, n });
		if ('index' in answer) return answer;
		throw failed(answer);
	}

	async atTime(time: bigint, stored: number): Promise<EventPlace> {
		const answer = await this.#ask({ type: 'at-time', time, stored });
		if ('n' in answer) return answer;
		throw failed(answer);
	}

	/** Ends once all that was asked before is answered; tells nothing more. Rejects if the thread breaks. */
	async retire(): Promise<void> {
		this.#listener = undefined;
		await this.rows(0, 0, 0);
		await this.close();
	}

	/** Orders are taken in turn with queries. */
	order(order: ReaderOrder | FindOrder | MarkOrder | TimelineOrder | StreamOrder): void {
		if (!this.#ended) this.#worker.postMessage(order);
	}

	async bytes(n: number, offset: number, length: number, stored: number): Promise<PayloadBytes> {
		const answer = await this.#ask({ type: 'bytes', n, offset, length, stored });
		if ('bytes' in answer) return answer;
		throw failed(answer);
	}

	async stream(query: StreamQuery): Promise<StreamAnswer> {
		const answer = await this.#ask(query);
		if ('stream' in answer) return answer.stream;
		throw failed(answer);
	}

	/**
	 * The thread is asked to end, because one that is ended from outside while it begins can take the process with it
	 * (nodejs/node#56312). That is left for one that has begun and does not answer, however long its beginning takes on a
	 * busy machine.
	 */
	async close(): Promise<void> {
		this.#worker.postMessage({ type: 'end' });
		await this.#begun.promise;
		const patience = setTimeout(() => void this.#worker.terminate(), PATIENCE_MS);
		await this.#exited.promise;
		clearTimeout(patience);
	}

	#ask(query: Query): Promise<Answer> {
		if (this.#ended) return Promise.reject(this.#ended);
		const id = this.#next++;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#worker.postMessage({ type: 'query', id, query });
		});
	}

	#end(error: WirebenchError): void {
		if (!this.#ended) this.#listener?.onEnd(error);
		this.#ended ??= error;
		for (const { reject } of this.#waiting.values()) reject(this.#ended);
		this.#waiting.clear();
	}
}

function failed(answer: Answer): WirebenchError {
	if ('error' in answer) return WirebenchError.fromInfo(answer.error);
	return new WirebenchError('internal', 'The capture answered another question than was asked.');
}
