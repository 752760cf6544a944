import { DIRECTIONS } from '../../../../common/capture/event.ts';
import { Marks } from '../../../../common/capture/marks.ts';
import { type PacketEnds, packetEnds } from '../../packet/ends.ts';
import { RowFacts } from '../../segments/facts.ts';
import type { CaptureFolder } from '../../segments/folder.ts';

const IN = DIRECTIONS.indexOf('in');
/** Connections whose ends are remembered: those of reports with the most rows, and as many that they had before. */
const MOST = 2000;

export interface ConnectionEnds {
	readonly protocol: PacketEnds['protocol'];
	readonly local: string;
	readonly remote: string;
}

const NOWHERE: ConnectionEnds = { protocol: 'other', local: '', remote: '' };

/** The addresses of connections, read from one of their events. */
export class EndsReader {
	readonly #folder: CaptureFolder;
	readonly #known = new Map<number, ConnectionEnds>();

	constructor(folder: CaptureFolder) {
		this.#folder = folder;
	}

	/** Those of the connection of event `n`; empty where its file is gone. */
	of(n: number): ConnectionEnds {
		const known = this.#known.get(n);
		if (known !== undefined) return known;
		if (this.#known.size >= MOST) this.#known.clear();
		const ends = this.#read(n);
		this.#known.set(n, ends);
		return ends;
	}

	#read(n: number): ConnectionEnds {
		const page = this.#folder.page(n, n + 1, 1);
		if (page === undefined) return NOWHERE;
		const facts = new RowFacts(page.rows, new Marks());
		facts.page(page.segment, n, page.rows);
		facts.row(0);
		const { protocol, source, destination } = packetEnds(facts.linkType, facts.packet);
		// The peer's events were sent by the peer; all others are written as ours.
		const [local, remote] = facts.direction === IN ? [destination, source] : [source, destination];
		return { protocol, local, remote };
	}
}
