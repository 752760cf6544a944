import { parentPort, workerData } from 'node:worker_threads';
import type { ScriptThreadData } from './script/messages.ts';
import { runThread } from './script/thread-main.ts';

if (parentPort === null) throw new Error('This file is a thread of the engine.');
// The data from the starting thread.
const data: ScriptThreadData = workerData;
await runThread(parentPort, data);
