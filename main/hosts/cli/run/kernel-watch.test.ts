import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { KernelSocket } from '../../../../common/contract/calls/system/kernel.ts';
import { KernelWatch } from './kernel-watch.ts';

const LISTENER: KernelSocket = {
	kind: 'listener',
	local: { address: '127.0.0.1', port: 9000 },
	sources: ['tcp-info'],
	state: 'LISTEN',
	facts: {},
	notes: [],
};

test('a run does not end before a reading that is under way', async () => {
	const readings: PromiseWithResolvers<KernelSocket[]>[] = [];
	const underWay = Promise.withResolvers<void>();
	const printed: unknown[] = [];
	const watch = new KernelWatch(10);
	watch.attach({
		engine: {
			kernelSockets: () => {
				const reading = Promise.withResolvers<KernelSocket[]>();
				readings.push(reading);
				// The first is that of the start, the second that after a period.
				if (readings.length === 2) underWay.resolve();
				else reading.resolve([LISTENER]);
				return reading.promise;
			},
			kernelSocketNow: () => undefined,
			connectionProgram: () => Promise.reject(new Error('There is no connection.')),
			connection: () => undefined,
			connections: () => [],
			endpoint: () => undefined,
		},
		endpoints: ['server'],
		print: (event) => printed.push(event),
	});
	await watch.begin();
	await underWay.promise;
	const finished = watch.finish();
	await setImmediate();
	expect([readings.length, printed.length]).toEqual([2, 1]);
	readings[1]?.resolve([LISTENER]);
	await finished;
	expect([readings.length, printed.length]).toEqual([3, 3]);
});
