import { parentPort, workerData } from 'node:worker_threads';
import { type Answer, Queries, type Query } from './reader/queries.ts';
import type { ReaderThreadData } from './threads.ts';

/** Entry of the thread that answers queries. Each message is a query with a number; the answer bears the same. */
const { folder }: ReaderThreadData = workerData;
const queries = new Queries(folder);

function buffers(answer: Answer): ArrayBuffer[] {
	const views = 'rows' in answer ? answer.rows.slice(0, 1).map((row) => row.preview) : [];
	if ('bytes' in answer) views.push(answer.bytes);
	return views.map((view) => view.buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}

parentPort?.on('message', ({ id, query }: { id: number; query: Query }) => {
	const answer = queries.answer(query);
	parentPort?.postMessage({ id, answer }, buffers(answer));
});
