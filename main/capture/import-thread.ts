import { parentPort, workerData } from 'node:worker_threads';
import { runImport } from './import/run.ts';
import type { ImportThreadData } from './threads.ts';

/** Entry of the thread that imports a file. */
const data: ImportThreadData = workerData;
await runImport(data, (message) => parentPort?.postMessage(message));
