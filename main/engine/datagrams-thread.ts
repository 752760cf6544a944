import { parentPort, workerData } from 'node:worker_threads';
import type { ReceivingData } from './datagram/thread/messages.ts';
import { Receiving } from './datagram/thread/receiving.ts';

if (parentPort === null) throw new Error('This file is a thread of the engine.');
// The data from the starting thread.
const data: ReceivingData = workerData;
new Receiving(parentPort, data).run();
