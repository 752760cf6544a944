import { EventEmitter, once } from 'node:events';
import { expect, it } from 'vitest';
import { Runs } from './runs.ts';

interface Run {
	readonly id: number;
	readonly name: string;
	readonly over: boolean;
}

/** Runs that last until they are stopped. */
function setup() {
	const runs = new Map<string, PromiseWithResolvers<void>>();
	const faults: unknown[] = [];
	const all = new Runs<string, Run>({
		missing: 'noSuchRun',
		mostEnded: 2,
		onFault: (error) => faults.push(error),
		assertRoom(running) {
			if (running >= 2) throw new Error(`${running} run`);
		},
		begin(name, id) {
			if (name === '') throw new Error('no name');
			const ended = Promise.withResolvers<void>();
			runs.set(name, ended);
			let over = false;
			const done = ended.promise.finally(() => {
				over = true;
			});
			return { done, stop: () => ended.resolve(), state: () => ({ id, name, over }) };
		},
	});
	const listed = () => all.topic.subscribe(() => undefined).snapshot.runs;
	return { all, runs, faults, listed };
}

it('lists running runs and the last ended ones, and says when one has ended', async () => {
	const { all, listed } = setup();
	const deltas = new EventEmitter();
	all.topic.subscribe((delta) => deltas.emit('delta', delta));
	const { run } = all.start('a');
	expect(await once(deltas, 'delta')).toEqual([{ runs: [{ id: run, name: 'a', over: false }] }]);
	const ended = once(deltas, 'delta');
	await all.stop(run);
	expect(await ended).toEqual([{ runs: [{ id: run, name: 'a', over: true }] }]);
	for (const name of ['b', 'c']) await all.stop(all.start(name).run);
	all.start('d');
	expect(listed()).toEqual([
		{ id: 2, name: 'b', over: true },
		{ id: 3, name: 'c', over: true },
		{ id: 4, name: 'd', over: false },
	]);
	await expect(all.stop(run)).rejects.toMatchObject({ code: 'not-found', message: 'There is no such run.' });
	await all.close();
});

it('refuses a run where there is no room, or that cannot begin, and lists neither', async () => {
	const { all, listed } = setup();
	expect(() => all.start('')).toThrow('no name');
	expect(all.start('a')).toEqual({ run: 1 });
	expect(all.start('b')).toEqual({ run: 2 });
	expect(() => all.start('c')).toThrow('2 run');
	await all.stop(1);
	expect(all.start('c')).toEqual({ run: 3 });
	expect(listed().map(({ name }) => name)).toEqual(['a', 'b', 'c']);
	await all.close();
	expect(all.topic.subscribe(() => undefined).snapshot.runs.every(({ over }) => over)).toBe(true);
});

it('reports the fault of a run, which is over then', async () => {
	const { all, runs, faults, listed } = setup();
	const { run } = all.start('a');
	runs.get('a')?.reject(new Error('of the program'));
	await all.stop(run);
	expect(faults).toEqual([expect.objectContaining({ message: 'of the program' })]);
	expect(listed()).toEqual([{ id: run, name: 'a', over: true }]);
	await all.close();
});
