import type { TopicRun } from '../../../../common/rpc/types.ts';
import { Paced } from './paced.ts';
import { type Scan, Scans } from './scans.ts';

/** A scan that begins again when what it reads has changed. */
interface RestartedScan<S> extends Scan<S> {
	restart(): void;
	/** Restarts where marks or notes are tested. */
	marksChanged(): void;
}

/** Followed scans of which each follower gets reports of its own, not too often. */
export abstract class PacedScans<S extends RestartedScan<unknown>> {
	readonly #scans = new Scans<unknown, S>();
	readonly #apart: number;

	/** @param apart ms between two reports */
	constructor(apart: number) {
		this.#apart = apart;
	}

	/** `make` is called for a key without followers; what it throws is thrown. */
	protected share<Report>(
		key: string,
		make: () => S,
		report: (scan: S) => Report,
		emit: (report: Report) => void,
	): TopicRun<Report> {
		const scan = this.#scans.get(key) ?? make();
		const pace = new Paced(this.#apart, () => emit(report(scan)));
		const run = this.#scans.follow(
			key,
			() => scan,
			() => pace.ask(),
		);
		return {
			snapshot: report(scan),
			dispose: () => {
				pace.stop();
				run.dispose();
			},
		};
	}

	/** More events are stored. */
	grown(): void {
		this.#scans.wake();
	}

	/** Marks or notes have changed. */
	marksChanged(): void {
		for (const scan of this.#scans.all()) scan.marksChanged();
		this.#scans.wake();
	}

	/** Text is read in other charsets. */
	charsetsChanged(): void {
		for (const scan of this.#scans.all()) scan.restart();
		this.#scans.wake();
	}
}
