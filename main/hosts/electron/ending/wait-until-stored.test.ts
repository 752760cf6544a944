import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { storeRest, waitUntilStored } from './wait-until-stored.ts';

it('blocks until a writer on another thread has stored everything', async () => {
	const stored = new Int32Array(new SharedArrayBuffer(4));
	const writer = new Worker(
		`const { workerData, parentPort } = require('node:worker_threads');
		parentPort.once('message', () => {
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
			Atomics.store(workerData, 0, 7);
		});
		parentPort.postMessage('up');`,
		{ eval: true, workerData: stored },
	);
	await new Promise((resolve) => writer.once('message', resolve));
	writer.postMessage('go');
	const counters = () => ({ received: 9, dropped: 2, stored: Atomics.load(stored, 0) });
	expect(waitUntilStored({ counters }, 60_000)).toBe(true);
	expect(counters().stored).toBe(7);
	await writer.terminate();
});

it('gives up after its limit', () => {
	expect(waitUntilStored({ counters: () => ({ received: 1, stored: 0, dropped: 0 }) }, 5)).toBe(false);
});

it('waits in an end unless the capture is closed', () => {
	let looks = 0;
	const counters = () => ({ received: 2, stored: looks++, dropped: 0 });
	storeRest({ done: () => true }, { counters });
	expect(looks).toBe(0);
	storeRest({ done: () => false }, { counters });
	expect(looks).toBe(3);
});
