import type { Faults } from '../../../common/contract/config/proxy.ts';

/** The faults that a timer triggers. */
export type TimedFault = 'timeout' | 'reset' | 'closeAfter';

const TIMED: readonly TimedFault[] = ['timeout', 'reset', 'closeAfter'];

/**
 * Milliseconds until a fault triggers, from when it was switched on or its bytes have passed; undefined where time
 * alone does not trigger it.
 */
function afterMs(fault: TimedFault, { timeout, reset, closeAfter }: Faults, resetReached: boolean): number | undefined {
	if (fault === 'timeout') return timeout === undefined || timeout.ms === 0 ? undefined : timeout.ms;
	if (fault === 'closeAfter') return closeAfter?.ms;
	if (reset === undefined || reset.afterBytes === 0) return reset?.afterMs;
	return resetReached && reset.afterMs > 0 ? reset.afterMs : undefined;
}

/** The timers of faults that end a connection. An unchanged fault keeps its timer when others change. */
export class Deadlines {
	readonly #due: (fault: TimedFault) => void;
	readonly #waiting = new Map<TimedFault, { readonly ms: number; readonly timer: NodeJS.Timeout }>();

	constructor(due: (fault: TimedFault) => void) {
		this.#due = due;
	}

	/** `resetReached`: the reset's byte count has been reached. */
	configure(faults: Faults, resetReached = false): void {
		for (const fault of TIMED) {
			const ms = afterMs(fault, faults, resetReached);
			const known = this.#waiting.get(fault);
			if (known?.ms === ms) continue;
			clearTimeout(known?.timer);
			this.#waiting.delete(fault);
			if (ms !== undefined) this.#waiting.set(fault, { ms, timer: setTimeout(() => this.#due(fault), ms) });
		}
	}

	stop(): void {
		for (const { timer } of this.#waiting.values()) clearTimeout(timer);
		this.#waiting.clear();
	}
}
