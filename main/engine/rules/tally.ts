import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { EndpointConfig } from '../../../common/endpoints/index.ts';

/** How often each rule has answered in a run. One addition per message: it runs for every one. */
export class Tally {
	#hits: number[] = [];
	#unanswered = 0;

	/** Resets the counters for the rules of a config. */
	reset(config: EndpointConfig): void {
		const rules = 'responder' in config ? config.responder.rules.length : 0;
		this.#hits = new Array<number>(rules).fill(0);
		this.#unanswered = 0;
	}

	hit(rule: number): void {
		this.#hits[rule] = (this.#hits[rule] ?? 0) + 1;
	}

	/** No rule has matched a message. */
	miss(): void {
		this.#unanswered++;
	}

	/** Undefined where there are no rules. */
	state(): EndpointState['answers'] {
		return this.#hits.length === 0 ? undefined : { hits: [...this.#hits], unanswered: this.#unanswered };
	}
}
