import { takeClockBase } from '../../../../common/capture/clock.ts';
import type { LedgerFigures } from '../../../../common/contract/calls/loss-report.ts';
import type { Numbering } from '../../../../common/contract/config/numbering.ts';
import { Ledger } from '../../../../common/load-test/loss-report/index.ts';

/** The ledger of an endpoint, where it keeps one. Each start, and each change, begins another. */
export class LedgerBook {
	#ledger: Ledger | undefined;
	/** Something has come since the figures were looked at. */
	#fresh = false;
	readonly #listeners = new Set<() => void>();

	/** Fails with `bad-input` for a text that is none; then all is as before. */
	begin(numbering: Numbering | undefined): void {
		this.#ledger = numbering && new Ledger(numbering, takeClockBase(performance));
		this.#tell();
	}

	/** A message has come: a datagram, or what the framing of a stream cut. Called for every one. */
	take(connection: number, bytes: Uint8Array): void {
		if (this.#ledger === undefined) return;
		this.#ledger.take(connection, bytes, performance.now());
		if (!this.#fresh) this.#tell();
	}

	figures(): LedgerFigures | undefined {
		this.#fresh = false;
		return this.#ledger?.figures();
	}

	/** Called at the first change after `figures`, once; look when convenient. */
	onChange(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#tell(): void {
		this.#fresh = true;
		for (const listener of this.#listeners) listener();
	}
}
