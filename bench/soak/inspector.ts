import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** Of a response, what is read here. */
interface Result {
	readonly usedSize?: number;
	readonly backingStorageSize?: number;
	readonly result?: { readonly value: string };
}

/** MiB after a collection: objects, and the memory of buffers outside the heap. */
export interface HeapReading {
	readonly main: number;
	/** All other threads together, without those that do not return to their loop, as the writer of a capture. */
	readonly threads: number;
	readonly each: Readonly<Record<string, number>>;
}

/** Looks into a running Node process that was started with `--inspect`. */
export interface Inspector {
	/** Collects garbage in each thread, and returns what is left. */
	heaps(): Promise<HeapReading>;
	/** What keeps the main thread's loop alive, by type: sockets, servers, timers and so on. */
	resources(): Promise<ReadonlyMap<string, number>>;
	close(): void;
}

interface Message {
	readonly id?: number;
	readonly method?: string;
	readonly params?: {
		readonly sessionId: string;
		readonly message: string;
		readonly workerInfo: { readonly title: string; readonly url: string };
	};
	readonly result?: Result;
	readonly error?: { readonly message: string };
}

/** A thread that has not answered within this many milliseconds is not asked again. */
const ANSWER_MS = 5000;
const MEBIBYTE = 1024 * 1024;

/** The inspector of one thread, by the Chrome DevTools Protocol. A thread that ends meanwhile answers `undefined`. */
function channel(name: string, put: (text: string) => void) {
	const waiting = new Map<number, PromiseWithResolvers<Result | undefined>>();
	let last = 0;
	return {
		name,
		send(method: string, params: object = {}): Promise<Result | undefined> {
			const id = ++last;
			const answer = Promise.withResolvers<Result | undefined>();
			waiting.set(id, answer);
			put(JSON.stringify({ id, method, params }));
			return answer.promise;
		},
		take({ id, result, error }: Message): void {
			const answer = id === undefined ? undefined : waiting.get(id);
			if (id === undefined || answer === undefined) return;
			waiting.delete(id);
			if (error === undefined) answer.resolve(result);
			else answer.reject(new Error(`${name}: ${error.message}`));
		},
		/** The thread has ended: nothing answers any more. */
		end(): void {
			for (const { resolve } of waiting.values()) resolve(undefined);
			waiting.clear();
		},
	};
}

/** MiB that a thread uses after a collection; undefined where it ended meanwhile. */
async function usage(target: ReturnType<typeof channel>): Promise<number | undefined> {
	await target.send('HeapProfiler.collectGarbage');
	const used = await target.send('Runtime.getHeapUsage');
	return used?.usedSize === undefined ? undefined : (used.usedSize + (used.backingStorageSize ?? 0)) / MEBIBYTE;
}

export async function inspect(url: string): Promise<Inspector> {
	const socket = new WebSocket(url);
	await once(socket, 'open');
	const main = channel('main', (text) => socket.send(text));
	const workers = new Map<string, ReturnType<typeof channel>>();
	const silent = new Set<ReturnType<typeof channel>>();
	socket.on('message', (data) => {
		const message: Message = JSON.parse(String(data));
		main.take(message);
		const { method, params } = message;
		if (params === undefined) return;
		const { sessionId } = params;
		if (method === 'NodeWorker.attachedToWorker') {
			const name = /([a-z-]+)\.js$/.exec(params.workerInfo.url)?.[1] ?? params.workerInfo.title;
			const put = (text: string) => void main.send('NodeWorker.sendMessageToWorker', { sessionId, message: text });
			workers.set(sessionId, channel(name, put));
		} else if (method === 'NodeWorker.receivedMessageFromWorker') {
			workers.get(sessionId)?.take(JSON.parse(params.message));
		} else if (method === 'NodeWorker.detachedFromWorker') {
			workers.get(sessionId)?.end();
			workers.delete(sessionId);
		}
	});
	await main.send('NodeWorker.enable', { waitForDebuggerOnStart: false });
	return {
		async heaps() {
			const own = (await usage(main)) ?? 0;
			const each: Record<string, number> = {};
			for (const worker of [...workers.values()]) {
				if (silent.has(worker)) continue;
				const used = await Promise.race([usage(worker), delay(ANSWER_MS, 'silent' as const)]);
				if (used === 'silent') silent.add(worker);
				else if (used !== undefined) each[worker.name] = (each[worker.name] ?? 0) + used;
			}
			const threads = Object.values(each).reduce((sum, used) => sum + used, 0);
			return { main: own, threads, each };
		},
		async resources() {
			const expression = 'JSON.stringify(process.getActiveResourcesInfo())';
			const evaluated = await main.send('Runtime.evaluate', { expression, returnByValue: true });
			const types: string[] = JSON.parse(evaluated?.result?.value ?? '[]');
			const counts = new Map<string, number>();
			for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
			return counts;
		},
		close: () => socket.close(),
	};
}
