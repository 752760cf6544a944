import type { Faults } from '../../../common/contract/proxy.ts';

/** The faults that come at a time by themselves. */
export type TimedFault = 'timeout' | 'reset' | 'closeAfter';

const TIMED: readonly TimedFault[] = ['timeout', 'reset', 'closeAfter'];

/** How long after it was switched on a fault comes; undefined where the time alone does not bring it. */
function afterMs(fault: TimedFault, { timeout, reset, closeAfter }: Faults): number | undefined {
	if (fault === 'timeout') return timeout === undefined || timeout.ms === 0 ? undefined : timeout.ms;
	if (fault === 'reset') return reset === undefined || reset.afterBytes > 0 ? undefined : reset.afterMs;
	return closeAfter?.ms;
}

/** Waits for what ends a connection after a time. One that stays as it is when others are changed keeps its time. */
export class Deadlines {
	readonly #due: (fault: TimedFault) => void;
	readonly #waiting = new Map<TimedFault, { readonly ms: number; readonly timer: NodeJS.Timeout }>();

	constructor(due: (fault: TimedFault) => void) {
		this.#due = due;
	}

	configure(faults: Faults): void {
		for (const fault of TIMED) {
			const ms = afterMs(fault, faults);
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
