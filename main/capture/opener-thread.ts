import { parentPort, workerData } from 'node:worker_threads';
import { Cancelled, look } from './open/look.ts';
import { asInfo } from './segments/errors.ts';
import type { OpenerThreadData } from './threads.ts';

/** Entry of the thread that looks at what is to be opened: it tells how far it is, and at last what it found, or an error. */
const { path, workFolder, cancelled }: OpenerThreadData = workerData;
const flag = new Int32Array(cancelled);

/** Milliseconds between two words about the progress. */
const TELL_MS = 50;
let told = 0;

function progress(done: number, total: number): void {
	if (Atomics.load(flag, 0) !== 0) throw new Cancelled();
	const now = performance.now();
	if (now - told < TELL_MS) return;
	told = now;
	parentPort?.postMessage({ progress: { done, total } });
}

parentPort?.postMessage({ begun: true });
try {
	parentPort?.postMessage({ found: await look(path, workFolder, progress) });
} catch (error) {
	if (error instanceof Cancelled) parentPort?.postMessage({ cancelled: true });
	else parentPort?.postMessage({ error: asInfo(error) });
}
