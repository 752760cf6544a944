import type { Faults, ProxyDirection, ProxyFaults } from '../../../common/contract/config/proxy.ts';

interface Faulty {
	configure(faults: Faults): void;
}

/** The faults of one proxied connection: the endpoint's, unless it has its own. */
export class OwnFaults {
	readonly #lanes: Readonly<Record<ProxyDirection, Faulty>>;
	#own: ProxyFaults | undefined;

	constructor(lanes: Readonly<Record<ProxyDirection, Faulty>>) {
		this.#lanes = lanes;
	}

	/** For the connection's state. */
	get state(): { faults?: ProxyFaults } {
		return this.#own === undefined ? {} : { faults: this.#own };
	}

	/** The endpoint's current faults: used where the connection has none of its own. */
	configure(all: ProxyFaults): void {
		const faults = this.#own ?? all;
		this.#lanes.toTarget.configure(faults.toTarget);
		this.#lanes.toClient.configure(faults.toClient);
	}

	/** `own` undefined: the endpoint's, `all`. */
	set(own: ProxyFaults | undefined, all: ProxyFaults): void {
		this.#own = own;
		this.configure(all);
	}
}
