import { parentPort, workerData } from 'node:worker_threads';
import { ExportControl } from './export/control.ts';
import type { ExportMessage, ExportThreadData } from './export/formats/order.ts';
import { ExportJob, unexpected } from './export/job.ts';

/** Entry of the thread that writes one export. Files are read anew, so that neither the capture nor its queries wait. */
const { order, memory }: ExportThreadData = workerData;
const post = (message: ExportMessage) =>
	parentPort?.postMessage(message, message.type === 'chunk' ? [message.bytes.buffer] : []);
const job = new ExportJob(order, new ExportControl(memory), post);
try {
	post({ type: 'end', end: job.run() });
} catch (error) {
	post({ type: 'end', end: unexpected(error) });
}
