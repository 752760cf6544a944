import { takeClockBase } from '../../../../common/capture/clock.ts';
import type { LedgerFigures } from '../../../../common/contract/calls/loss-report.ts';
import type { Numbering } from '../../../../common/contract/config/numbering.ts';
import { LossReport } from '../../../../common/load-test/loss-report/index.ts';

/** The loss report of an endpoint, where it has one. Each start, and each change, resets it. */
export class LossReportBook {
	#ledger: LossReport | undefined;
	/** Messages since the figures were read. */
	#fresh = false;
	readonly #listeners = new Set<() => void>();

	/** Fails with `bad-input` for an invalid text; then nothing changes. */
	begin(numbering: Numbering | undefined): void {
		this.#ledger = numbering && new LossReport(numbering, takeClockBase(performance));
		this.#tell();
	}

	/** Records a received message: a datagram, or a message of a stream's framing. Called for every one. */
	take(connection: number, bytes: Uint8Array): void {
		if (this.#ledger === undefined) return;
		this.#ledger.take(connection, bytes, performance.now());
		if (!this.#fresh) this.#tell();
	}

	figures(): LedgerFigures | undefined {
		this.#fresh = false;
		return this.#ledger?.figures();
	}

	/** Called once at the first change after `figures`; read it when convenient. */
	onChange(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#tell(): void {
		this.#fresh = true;
		for (const listener of this.#listeners) listener();
	}
}
