/** Wall-clock nanoseconds of the main thread's performance.now() zero, as two 32-bit halves (workers cannot share a BigInt base cheaply). */
export interface ClockBase {
	readonly high: number;
	readonly low: number;
}

/** The part of the runtime's `performance` that is used: monotonic milliseconds, and the wall-clock time of their zero. */
export interface SteadyClock {
	readonly timeOrigin: number;
	now(): number;
}

const TWO_32 = 0x1_0000_0000;
/** A difference of at least this, in milliseconds, means that the clock was set or the machine slept. */
const DRIFT_MS = 5;

/**
 * Pairs the wall clock with performance.now(). timeOrigin has microsecond precision, Date.now() milliseconds only:
 * Date.now() is used only when the two have drifted apart since the process started.
 */
export function takeClockBase(steady: SteadyClock): ClockBase {
	const origin = steady.timeOrigin;
	const now = Date.now() - steady.now();
	const zero = Math.abs(now - origin) < DRIFT_MS ? origin : now;
	const nanoseconds = BigInt(Math.round(zero * 1000)) * 1000n;
	return { high: Number(nanoseconds >> 32n), low: Number(nanoseconds & 0xffff_ffffn) };
}

/** The time of the event that is being written: wall-clock nanoseconds since 1970, in two unsigned halves. */
export interface EventClock {
	readonly high: number;
	readonly low: number;
	/** Takes a ring record's time. */
	set(now: number): void;
	/** Sets a wall-clock time in nanoseconds, which holds until the next `set`. */
	setWall(nanoseconds: bigint): void;
}

/** Converts performance.now() to 64-bit wall-clock nanoseconds without a BigInt; the halves are left in the fields. */
export class Clock implements EventClock {
	readonly #base: ClockBase;
	high = 0;
	low = 0;

	constructor(base: ClockBase) {
		this.#base = base;
	}

	setWall(nanoseconds: bigint): void {
		this.high = Number(nanoseconds >> 32n);
		this.low = Number(nanoseconds & 0xffff_ffffn);
	}

	/** `now`: milliseconds; exact to a nanosecond for the first 104 days of a process. */
	set(now: number): void {
		const offset = Math.round(now * 1e6);
		const carried = Math.floor(offset / TWO_32);
		const low = this.#base.low + (offset - carried * TWO_32);
		const over = low >= TWO_32;
		this.low = over ? low - TWO_32 : low;
		this.high = this.#base.high + carried + (over ? 1 : 0);
	}
}
