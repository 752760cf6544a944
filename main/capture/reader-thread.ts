import { parentPort, workerData } from 'node:worker_threads';
import { listedPlaces } from './format/places.ts';
import type { ReaderOrder } from './read/filters.ts';
import type { FindOrder } from './read/finds.ts';
import type { MarkOrder } from './read/mark-load.ts';
import { type Answer, Queries, type Query } from './read/queries.ts';
import type { StreamOrder } from './read/streams.ts';
import type { TimelineOrder } from './read/timelines.ts';
import { CaptureFolder } from './segments/folder.ts';
import type { ReaderThreadData } from './threads.ts';

/**
 * Entry of the thread that answers queries and scans for filters. A message is a query with a number, whose answer bears
 * the same, or an order about filters; how far those are is told between the answers.
 */
const { source, shift }: ReaderThreadData = workerData;
const folder = new CaptureFolder(typeof source === 'string' ? source : listedPlaces(source), shift);
let isDamageNew = false;

/** Damage is reported before the answer in which its events are missing. */
function tell(message: unknown, transfer: ArrayBuffer[] = []): void {
	if (isDamageNew) parentPort?.postMessage({ damage: folder.damage.list });
	isDamageNew = false;
	parentPort?.postMessage(message, transfer);
}

folder.damage.onChange = () => {
	isDamageNew = true;
};
const queries = new Queries(
	folder,
	(filter, state) => tell({ filter, state }),
	(find, state) => tell({ find, state }),
	(timeline, state) => tell({ timeline, state }),
	(stream, state) => tell({ stream, state }),
);

function buffers(answer: Answer): ArrayBuffer[] {
	const views = 'rows' in answer ? answer.rows.map((row) => row.preview) : [];
	if ('bytes' in answer) views.push(answer.bytes);
	// Neighbouring rows share one buffer.
	return [...new Set(views.map((view) => view.buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}

parentPort?.on(
	'message',
	(
		message:
			| ReaderOrder
			| FindOrder
			| TimelineOrder
			| MarkOrder
			| StreamOrder
			| { readonly type: 'end' }
			| { readonly type: 'query'; readonly id: number; readonly query: Query },
	) => {
		// Of a thread: it ends alone, between two slices, and what it has open is closed.
		if (message.type === 'end') process.exit();
		if (message.type === 'find' || message.type === 'find-stop') {
			queries.finds.take(message);
			return;
		}
		if (message.type === 'let-go') {
			queries.letGo(message.first);
			return;
		}
		if (message.type === 'timeline' || message.type === 'timeline-drop' || message.type === 'timeline-grow') {
			queries.timelines.take(message);
			return;
		}
		if (message.type === 'annotate') {
			queries.annotate(message.annotations);
			return;
		}
		if (message.type === 'load-marks') {
			queries.loadMarks(message, (annotations) => tell({ annotations }));
			return;
		}
		if (message.type === 'stream' || message.type === 'stream-drop' || message.type === 'stream-grow') {
			queries.streams.take(message);
			return;
		}
		if (message.type !== 'query') {
			queries.filters.take(message);
			return;
		}
		const { id, query } = message;
		const answer = queries.answer(query);
		tell({ id, answer }, buffers(answer));
	},
);
parentPort?.postMessage({ begun: true });
