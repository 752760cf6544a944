import { parentPort, workerData } from 'node:worker_threads';
import { viewShared } from './ring/layout.ts';
import type { WriterThreadData } from './threads.ts';
import { WriterLoop } from './write/loop.ts';

/** Entry of the thread that writes the capture's files. */
const { memory, options }: WriterThreadData = workerData;
new WriterLoop(viewShared(memory), options, (message) => parentPort?.postMessage(message)).run();
