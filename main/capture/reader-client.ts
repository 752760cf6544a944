import type { Worker } from 'node:worker_threads';
import type { CaptureRow } from '../../common/contract/capture.ts';
import { WirebenchError } from '../../common/contract/errors.ts';
import type { Answer, PayloadBytes, Query } from './reader/queries.ts';
import { startReader } from './threads.ts';

interface Waiting {
	readonly resolve: (answer: Answer) => void;
	readonly reject: (error: Error) => void;
}

/** The main thread's end of the reader thread. Failed queries reject with WirebenchErrors. */
export class ReaderClient {
	readonly #worker: Worker;
	readonly #waiting = new Map<number, Waiting>();
	#next = 1;
	#ended: Error | undefined;

	constructor(folder: string) {
		this.#worker = startReader({ folder });
		this.#worker.on('message', ({ id, answer }: { id: number; answer: Answer }) => {
			this.#waiting.get(id)?.resolve(answer);
			this.#waiting.delete(id);
		});
		this.#worker.on('error', (error) => {
			const reason = error instanceof Error ? error.message : String(error);
			this.#end(new WirebenchError('internal', `The capture's reader stopped: ${reason}`));
		});
		this.#worker.on('exit', () => this.#end(new WirebenchError('closed', 'The capture is closed.')));
	}

	async rows(from: number, count: number, stored: number): Promise<CaptureRow[]> {
		const answer = await this.#ask({ type: 'rows', from, count, stored });
		if ('rows' in answer) return answer.rows;
		throw failed(answer);
	}

	async bytes(n: number, offset: number, length: number, stored: number): Promise<PayloadBytes> {
		const answer = await this.#ask({ type: 'bytes', n, offset, length, stored });
		if ('bytes' in answer) return answer;
		throw failed(answer);
	}

	async close(): Promise<void> {
		await this.#worker.terminate();
	}

	#ask(query: Query): Promise<Answer> {
		if (this.#ended) return Promise.reject(this.#ended);
		const id = this.#next++;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#worker.postMessage({ id, query });
		});
	}

	#end(error: Error): void {
		this.#ended ??= error;
		for (const { reject } of this.#waiting.values()) reject(this.#ended);
		this.#waiting.clear();
	}
}

function failed(answer: Answer): WirebenchError {
	if ('error' in answer) return WirebenchError.fromInfo(answer.error);
	return new WirebenchError('internal', 'The capture answered another question than was asked.');
}
