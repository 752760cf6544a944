import { EVENT_KINDS } from '../../../../common/capture/event.ts';
import type { Decoder } from '../../../../common/decode/index.ts';
import { type FieldPath, type FieldValue, ValueReader } from '../../../../common/decode/values.ts';
import type { PlotMeasure } from '../../../../common/statistics/measures.ts';
import type { RowFacts } from '../../segments/facts.ts';
import { Exchanges } from '../statistics/exchange.ts';

const DATA = EVENT_KINDS.indexOf('data');
/** Connections whose answers are paired. */
const MAX_CONNECTIONS = 200_000;

/** Receives the value of an event; an event may have several, or none. */
type TakeValue = (value: number) => void;

/** What a series shows of the events of its filter, which come in their order. */
export interface PlotSource {
	/** Passes on the values of an event. `time`: ns since the first event of the capture. */
	event(facts: RowFacts, time: number, take: TakeValue): void;
}

/** A source of its own for each series: some remember earlier events. */
export function sourceOf(measure: Exclude<PlotMeasure, 'field'>): PlotSource {
	switch (measure) {
		case 'size':
			return {
				event: ({ kind, length }, _time, take) => {
					if (kind === DATA) take(length);
				},
			};
		case 'bytes':
			return { event: ({ length }, _time, take) => take(length) };
		case 'events':
			return { event: (_facts, _time, take) => take(1) };
		case 'gap':
			return new Gaps();
		case 'answer':
			return new AnswerTimes();
	}
}

/** The numbers that a decoded field says. Its events have their content: the filter of the series is for those that have the field. */
export class FieldValues implements PlotSource {
	readonly #reader: ValueReader;

	constructor(path: FieldPath, structures: readonly Decoder[]) {
		this.#reader = new ValueReader([path], structures);
	}

	event(facts: RowFacts, _time: number, take: TakeValue): void {
		if (facts.content === undefined) return;
		this.#reader.read(facts.content, facts);
		for (const { value } of this.#reader.values(0)) {
			const number = numberOf(value);
			if (Number.isFinite(number)) take(number);
		}
	}
}

/** NaN for what is no number. */
function numberOf(value: FieldValue | undefined): number {
	if (typeof value === 'string') return value.trim() === '' ? Number.NaN : Number(value);
	return value === undefined || value instanceof Uint8Array ? Number.NaN : Number(value);
}

class Gaps implements PlotSource {
	#last: number | undefined;

	event({ kind }: RowFacts, time: number, take: TakeValue): void {
		if (kind !== DATA) return;
		const last = this.#last;
		this.#last = time;
		// Where the clock was set back there is no gap.
		if (last !== undefined) take(Math.max(0, time - last));
	}
}

class AnswerTimes implements PlotSource {
	readonly #exchanges = new Exchanges();
	readonly #numbers = new Map<number, number>();

	event({ connection, kind, direction, length }: RowFacts, time: number, take: TakeValue): void {
		const number = connection === 0 ? undefined : this.#numberOf(connection);
		const took = number === undefined ? undefined : this.#exchanges.event(number, { time, kind, direction, length });
		if (took !== undefined) take(took);
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
