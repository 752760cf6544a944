/** Milliseconds between two deltas of an item of which only figures have changed: five times a second. */
const FIGURES_MS = 200;

/** With more changes at once, to ask for the state of each would cost more than to send it. */
const MOST_ASKED = 250;

/** What of an endpoint or connection changes with each message, and is only a count. Rates are taken once a second. */
const FIGURES: ReadonlySet<string> = new Set(['bytesIn', 'bytesOut', 'pending', 'answers', 'counters', 'asks']);

/** Lets changes of figures alone wait, so that they are sent less often than all else; for all subscribers alike. */
export class PacedChanges<Id> {
	readonly #stateOf: (id: Id) => object | undefined;
	readonly #waiting = new Set<Id>();
	/** What was sent last. */
	readonly #sent = new Map<Id, { readonly at: number; readonly state: object }>();

	/** @param stateOf the present state of an item; undefined where it was removed */
	constructor(stateOf: (id: Id) => object | undefined) {
		this.#stateOf = stateOf;
	}

	get waits(): boolean {
		return this.#waiting.size > 0;
	}

	/** The items to be sent now, of those that have changed and those that wait. */
	due(changed: Iterable<Id>): Id[] {
		for (const id of changed) this.#waiting.add(id);
		const now = performance.now();
		const all = [...this.#waiting];
		const due = all.length > MOST_ASKED ? all : all.filter((id) => this.#isDue(id, now));
		for (const id of due) this.#waiting.delete(id);
		return due;
	}

	clear(): void {
		this.#waiting.clear();
		this.#sent.clear();
	}

	#isDue(id: Id, now: number): boolean {
		const state = this.#stateOf(id);
		const last = this.#sent.get(id);
		if (state === undefined) this.#sent.delete(id);
		else if (last !== undefined && now - last.at < FIGURES_MS && hasSameFacts(last.state, state)) return false;
		else this.#sent.set(id, { at: now, state });
		return true;
	}
}

/** Whether two states are equal but for their figures. Facts that are objects keep their identity in the engine while they stay the same. */
function hasSameFacts(before: object, after: object): boolean {
	const facts = Object.entries(after).filter(([key]) => !FIGURES.has(key));
	const count = Object.keys(before).filter((key) => !FIGURES.has(key)).length;
	return facts.length === count && facts.every(([key, value]) => Reflect.get(before, key) === value);
}
