import type { ClockBase } from '../../capture/clock.ts';
import type { LedgerFigures } from '../../contract/calls/loss-report.ts';
import type { Numbering } from '../../contract/config/numbering.ts';
import { compileNumberedText, type NumberedText, type NumberHeader, readHeader } from '../numbering/index.ts';
import { StreamLossReport } from './stream-report.ts';

/** Senders that are kept apart; the messages of others are only counted. */
const SENDERS = 256;

/** Matches numbered messages and counts lost, duplicate, late and reordered ones, for each sender. */
export class LossReport {
	readonly #base: ClockBase;
	readonly #text: NumberedText | undefined;
	/** By connection and stream id. */
	readonly #streams = new Map<string, StreamLossReport>();
	readonly #header: NumberHeader = { stream: 0, number: 0, high: 0, low: 0, total: 0 };
	/** Cache: messages of a sender arrive in runs. */
	#last: StreamLossReport | undefined;
	#lastConnection = 0;
	#lastStream = 0;
	#numbered = 0;
	#unnumbered = 0;
	#untracked = 0;

	/** `base`: the wall clock at the zero of the clock that `take` uses. Fails with `bad-input` for an invalid text. */
	constructor(numbering: Numbering, base: ClockBase) {
		this.#base = base;
		this.#text = numbering.type === 'text' ? compileNumberedText(numbering.text) : undefined;
	}

	/** Records a received message. `now` in milliseconds. */
	take(connection: number, bytes: Uint8Array, now: number): void {
		const header = this.#header;
		if (this.#text !== undefined) {
			const number = this.#text.read(bytes);
			if (number === undefined) this.#unnumbered++;
			else this.#of(connection, 0)?.number(number, bytes.length, now);
		} else if (readHeader(bytes, header)) {
			this.#of(connection, header.stream)?.header(header, bytes.length, now);
		} else {
			this.#unnumbered++;
		}
	}

	figures(): LedgerFigures {
		return {
			numbered: this.#numbered,
			unnumbered: this.#unnumbered,
			untracked: this.#untracked,
			streams: [...this.#streams.values()].map((stream) => stream.figures()),
		};
	}

	#of(connection: number, stream: number): StreamLossReport | undefined {
		this.#numbered++;
		if (connection === this.#lastConnection && stream === this.#lastStream) return this.#last;
		const key = `${connection} ${stream}`;
		let found = this.#streams.get(key);
		if (found === undefined && this.#streams.size < SENDERS) {
			found = new StreamLossReport(connection, this.#base);
			this.#streams.set(key, found);
		}
		if (found === undefined) {
			this.#untracked++;
			return undefined;
		}
		this.#last = found;
		this.#lastConnection = connection;
		this.#lastStream = stream;
		return found;
	}
}
