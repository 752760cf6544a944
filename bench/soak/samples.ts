import { readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Inspector } from './inspector.ts';

/** What a process uses at a moment: seconds since the start of the measurement, then MiB. */
export interface Sample {
	readonly at: number;
	readonly resident: number;
	readonly main: number;
	readonly threads: number;
	/** Of the page. */
	readonly page: number | undefined;
	readonly each: Readonly<Record<string, number>>;
}

/** The share of the samples at the begin in which caches and pools fill. */
const WARM_UP = 0.25;

/**
 * How much a figure grew while the later three quarters of the samples were taken, in MiB: the median of the slopes between
 * all pairs (Theil and Sen), which one peak does not change, times the duration.
 */
export function growth(samples: readonly Sample[], of: (sample: Sample) => number | undefined): number {
	const points = samples.slice(Math.floor(samples.length * WARM_UP)).flatMap((sample) => {
		const value = of(sample);
		return value === undefined ? [] : [{ at: sample.at, value }];
	});
	const slopes = points.flatMap((a, i) => points.slice(i + 1).map((b) => (b.value - a.value) / (b.at - a.at)));
	const [first, last] = [points[0], points.at(-1)];
	const middle = slopes.sort((a, b) => a - b)[Math.floor(slopes.length / 2)];
	if (first === undefined || last === undefined || middle === undefined)
		throw new Error('Too few samples for a slope.');
	return middle * (last.at - first.at);
}

/** Between two looks at what is held. */
const REST_MS = 1000;

/** What a process holds: open files, threads, and what keeps its main thread's loop alive. */
export type Holdings = ReadonlyMap<string, number>;

export async function holdings(pid: number, inspector: Inspector): Promise<Holdings> {
	const counts = new Map(await inspector.resources());
	counts.set('files', readdirSync(`/proc/${pid}/fd`).length);
	counts.set('threads', readdirSync(`/proc/${pid}/task`).length);
	return counts;
}

/** What is held when two readings in a row agree, so that what is coming to its end is not in it; at the latest after the time. */
export async function steady(now: () => Promise<Holdings>, limitMs: number): Promise<Holdings> {
	const deadline = performance.now() + limitMs;
	let last = await now();
	for (;;) {
		await delay(REST_MS);
		const next = await now();
		const same = next.size === last.size && [...next].every(([name, count]) => last.get(name) === count);
		if (same || performance.now() > deadline) return next;
		last = next;
	}
}

/** What is held more than before, once that is nothing or the time is over: `files: 3 more`. */
export async function heldMore(before: Holdings, now: () => Promise<Holdings>, limitMs: number): Promise<string[]> {
	const deadline = performance.now() + limitMs;
	for (;;) {
		const more = [...(await now())].flatMap(([name, count]) => {
			const extra = count - (before.get(name) ?? 0);
			return extra > 0 ? `${name}: ${extra} more` : [];
		});
		if (more.length === 0 || performance.now() > deadline) return more;
		await delay(REST_MS);
	}
}
