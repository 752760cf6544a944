import { EVENT_KINDS } from '../../../../common/capture/event.ts';
import type { PlotMeasure } from '../../../../common/statistics/measures.ts';
import type { RowFacts } from '../../segments/facts.ts';
import { Exchanges } from '../statistics/exchange.ts';

const DATA = EVENT_KINDS.indexOf('data');
/** Connections whose answers are paired. */
const MAX_CONNECTIONS = 200_000;

/** What a series shows of the events of its filter, which come in their order. */
export interface PlotSource {
	/** The value of an event; undefined where it has none. `time`: ns since the first event of the capture. */
	value(facts: RowFacts, time: number): number | undefined;
}

/** A source of its own for each series: some remember earlier events. */
export function sourceOf(measure: PlotMeasure): PlotSource {
	switch (measure) {
		case 'size':
			return { value: ({ kind, length }) => (kind === DATA ? length : undefined) };
		case 'bytes':
			return { value: ({ length }) => length };
		case 'events':
			return { value: () => 1 };
		case 'gap':
			return new Gaps();
		case 'answer':
			return new AnswerTimes();
	}
}

class Gaps implements PlotSource {
	#last: number | undefined;

	value({ kind }: RowFacts, time: number): number | undefined {
		if (kind !== DATA) return undefined;
		const last = this.#last;
		this.#last = time;
		// Where the clock was set back there is no gap.
		return last === undefined ? undefined : Math.max(0, time - last);
	}
}

class AnswerTimes implements PlotSource {
	readonly #exchanges = new Exchanges();
	readonly #numbers = new Map<number, number>();

	value({ connection, kind, direction, length }: RowFacts, time: number): number | undefined {
		if (connection === 0) return undefined;
		const number = this.#numberOf(connection);
		return number === undefined ? undefined : this.#exchanges.event(number, { time, kind, direction, length });
	}

	#numberOf(connection: number): number | undefined {
		const known = this.#numbers.get(connection);
		if (known !== undefined || this.#numbers.size >= MAX_CONNECTIONS) return known;
		const number = this.#numbers.size;
		this.#exchanges.add();
		this.#numbers.set(connection, number);
		return number;
	}
}
