import type { Timers } from './timers.ts';

/** Timers on a clock that only the test advances. */
export function manualTimers(): Timers & { advance(milliseconds: number): void; due(): number[] } {
	let now = 0;
	const armed = new Map<number, { at: number; callback: () => void }>();
	let last = 0;
	return {
		set: (callback, milliseconds) => {
			armed.set(++last, { at: now + milliseconds, callback });
			return last;
		},
		clear: (handle) => {
			if (typeof handle === 'number') armed.delete(handle);
		},
		/** Runs everything that falls due within this time, in order. */
		advance: (milliseconds) => {
			const until = now + milliseconds;
			for (;;) {
				const [handle, timer] = [...armed].sort((a, b) => a[1].at - b[1].at)[0] ?? [];
				if (handle === undefined || timer === undefined || timer.at > until) break;
				armed.delete(handle);
				now = timer.at;
				timer.callback();
			}
			now = until;
		},
		/** Milliseconds from now until each armed timer, soonest first. */
		due: () => [...armed.values()].map(({ at }) => at - now).sort((a, b) => a - b),
	};
}
