/** Milliseconds between two deltas of an item of which only figures have changed: five times a second. */
const FIGURES_MS = 200;

/** What of an endpoint or connection changes with each message, and is only a count. Rates are taken once a second. */
const FIGURES: ReadonlySet<string> = new Set(['bytesIn', 'bytesOut', 'pending', 'answers', 'counters', 'asks']);

/** The states that were sent last, so that figures which change all the time are sent less often than all else. */
export class SentStates<Id> {
	readonly #now: () => number;
	readonly #sent = new Map<Id, { readonly at: number; readonly state: object }>();

	/** @param now monotonic milliseconds */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** Whether a state is to be sent now, which is then remembered; false: only its figures differ from what was sent a moment ago. */
	isDue(id: Id, state: object): boolean {
		const at = this.#now();
		const last = this.#sent.get(id);
		if (last !== undefined && at - last.at < FIGURES_MS && hasSameFacts(last.state, state)) return false;
		this.#sent.set(id, { at, state });
		return true;
	}

	forget(id: Id): void {
		this.#sent.delete(id);
	}

	clear(): void {
		this.#sent.clear();
	}
}

/** Whether two states are equal but for their figures. Facts that are objects keep their identity in the engine while they stay the same. */
function hasSameFacts(before: object, after: object): boolean {
	const facts = Object.entries(after).filter(([key]) => !FIGURES.has(key));
	const count = Object.keys(before).filter((key) => !FIGURES.has(key)).length;
	return facts.length === count && facts.every(([key, value]) => Reflect.get(before, key) === value);
}
