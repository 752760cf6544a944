import { EVENT_KINDS } from '../../../../common/capture/event.ts';
import { Growing } from './growing.ts';
import type { Counted } from './table.ts';

const OPEN = EVENT_KINDS.indexOf('open');
const DATA = EVENT_KINDS.indexOf('data');
/** Neither side has sent, in place of an index into DIRECTIONS. */
const NOBODY = 0;
const NO_REQUEST = -1;

/**
 * Pairs requests and answers of numbered connections: an answer is the first data of the one side after data of the side
 * that asks, and its time counts from the last chunk before it. The side that opened the connection asks, else the one
 * whose data is first.
 */
export class Exchanges {
	readonly #asks = new Growing(Uint16Array);
	/** Time of the last chunk of an unanswered request. */
	readonly #asked = new Growing(Float64Array);

	add(): void {
		this.#asks.push(NOBODY);
		this.#asked.push(NO_REQUEST);
	}

	/** Which direction the requests of a connection have, as an index into DIRECTIONS; 0 where that is not known. */
	asks(connection: number): number {
		return this.#asks.at(connection);
	}

	/** The next event of a connection; the time in ns that it took where it is an answer. */
	event(connection: number, { kind, direction, time }: Counted): number | undefined {
		if (direction === NOBODY) return undefined;
		const isData = kind === DATA;
		if (this.#asks.at(connection) === NOBODY && (isData || kind === OPEN)) this.#asks.set(connection, direction);
		if (!isData) return undefined;
		if (direction === this.#asks.at(connection)) {
			this.#asked.set(connection, time);
			return undefined;
		}
		const asked = this.#asked.at(connection);
		if (asked === NO_REQUEST) return undefined;
		this.#asked.set(connection, NO_REQUEST);
		return Math.max(0, time - asked);
	}
}
