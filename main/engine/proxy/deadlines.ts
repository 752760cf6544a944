import type { Faults } from '../../../common/contract/config/proxy.ts';

/** The faults that come at a time by themselves. */
export type TimedFault = 'timeout' | 'reset' | 'closeAfter';

const TIMED: readonly TimedFault[] = ['timeout', 'reset', 'closeAfter'];

/** How long after it was switched on, or after its bytes have passed, a fault comes; undefined where the time alone does not bring it. */
function afterMs(fault: TimedFault, { timeout, reset, closeAfter }: Faults, resetReached: boolean): number | undefined {
	if (fault === 'timeout') return timeout === undefined || timeout.ms === 0 ? undefined : timeout.ms;
	if (fault === 'closeAfter') return closeAfter?.ms;
	if (reset === undefined || reset.afterBytes === 0) return reset?.afterMs;
	return resetReached && reset.afterMs > 0 ? reset.afterMs : undefined;
}

/** Waits for what ends a connection after a time. One that stays as it is when others are changed keeps its time. */
export class Deadlines {
	readonly #due: (fault: TimedFault) => void;
	readonly #waiting = new Map<TimedFault, { readonly ms: number; readonly timer: NodeJS.Timeout }>();

	constructor(due: (fault: TimedFault) => void) {
		this.#due = due;
	}

	/** `resetReached`: so many bytes have passed as the reset waits for. */
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
