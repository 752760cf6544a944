import { parentPort, workerData } from 'node:worker_threads';
import type { RuleThreadData } from './rules/messages.ts';
import { runRuleThread } from './rules/thread-main.ts';

if (parentPort === null) throw new Error('This file is a thread of the engine.');
// The data from the starting thread.
const data: RuleThreadData = workerData;
runRuleThread(parentPort, data);
