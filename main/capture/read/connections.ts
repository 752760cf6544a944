import { DIRECTIONS, EVENT_KINDS } from '../../../common/capture/event.ts';
import { Marks } from '../../../common/capture/marks.ts';
import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';
import { INDEX_ROW_BYTES } from '../format/index-file.ts';
import { packetEnds } from '../packet/ends.ts';
import { PcapngError } from '../pcapng/format.ts';
import { RowFacts } from '../segments/facts.ts';
import type { CaptureFolder, IndexPage } from '../segments/folder.ts';
import { damageSays } from '../sentences/damage-says.ts';

/** Index rows of one read: 256 KiB. */
const PAGE_ROWS = 8192;
/** Rows between two reads of the clock. */
const CLOCK_ROWS = 256;
/** Maximum number of listed connections: some 60 MiB of them. */
const MAX_CONNECTIONS = 200_000;

const DATA = EVENT_KINDS.indexOf('data');
const CLOSE = EVENT_KINDS.indexOf('close');
const IN = DIRECTIONS.indexOf('in');

type Listed = { -readonly [K in keyof CapturedConnection]: CapturedConnection[K] };

/** The connections of a capture, in the order in which they opened, found by a scan of its index. */
export class Connections {
	readonly #folder: CaptureFolder;
	readonly #most: number;
	readonly #byId = new Map<number, Listed>();
	readonly #endpoints = new Set<string>();
	#facts: RowFacts | undefined;
	/** Events scanned. */
	scanned = 0;
	/** There are more than are listed. */
	limited = false;

	constructor(folder: CaptureFolder, most = MAX_CONNECTIONS) {
		this.#folder = folder;
		this.#most = most;
	}

	get count(): number {
		return this.#byId.size;
	}

	/** Scans events below `stored` until the time `until`, but at least some. Throws the errors of reading. */
	step(stored: number, until: number): void {
		while (this.scanned < stored) {
			const page = this.#folder.page(this.scanned, stored, PAGE_ROWS);
			if (!page) throw new PcapngError(0, damageSays('indexEndsEarly'));
			this.#facts ??= new RowFacts(page.rows.subarray(0, INDEX_ROW_BYTES), new Marks());
			if (!this.#page(page, this.#facts, until)) return;
		}
	}

	/** A listed connection. */
	get(id: number): CapturedConnection | undefined {
		return this.#byId.get(id);
	}

	/** Names of endpoints, also of those without a connection, in the order of their first events. */
	endpoints(most: number): string[] {
		return [...this.#endpoints].slice(0, most);
	}

	/** Those whose description contains `text`, from index `from` on; and their total number. */
	list(text: string, from: number, count: number): { connections: CapturedConnection[]; total: number } {
		const wanted = text.trim().toLowerCase();
		const all = [...this.#byId.values()];
		const fitting = wanted === '' ? all : all.filter((connection) => descriptionOf(connection).includes(wanted));
		return { connections: fitting.slice(from, from + count), total: fitting.length };
	}

	/** False when the time is over. */
	#page({ segment, from, rows }: IndexPage, facts: RowFacts, until: number): boolean {
		const count = rows.length / INDEX_ROW_BYTES;
		facts.page(segment, from, rows);
		this.scanned = from;
		for (let i = 0; i < count; i++) {
			facts.row(i);
			if (facts.connection !== 0) this.#take(facts, from + i);
			else if (facts.endpoint !== '') this.#endpoints.add(facts.endpoint);
			this.scanned = from + i + 1;
			if (i % CLOCK_ROWS === CLOCK_ROWS - 1 && performance.now() >= until) return false;
		}
		return performance.now() < until;
	}

	#take(facts: RowFacts, n: number): void {
		const known = this.#byId.get(facts.connection) ?? this.#add(facts, n);
		if (!known) return;
		known.events++;
		if (facts.kind === DATA) {
			if (facts.direction === IN) known.bytesIn += facts.length;
			else known.bytesOut += facts.length;
		} else if (facts.kind === CLOSE) known.closed = true;
	}

	#add(facts: RowFacts, n: number): Listed | undefined {
		if (this.#byId.size >= this.#most) {
			this.limited = true;
			return undefined;
		}
		const { protocol, source, destination } = packetEnds(facts.linkType, facts.packet);
		// The peer's events were sent by the peer; all others are written as ours.
		const [local, remote] = facts.direction === IN ? [destination, source] : [source, destination];
		const { endpoint, connection: id } = facts;
		this.#endpoints.add(endpoint);
		const added: Listed = {
			id,
			endpoint,
			protocol,
			local,
			remote,
			first: n,
			events: 0,
			bytesIn: 0,
			bytesOut: 0,
			closed: false,
		};
		this.#byId.set(id, added);
		if (facts.paired && facts.direction !== IN) this.#pair(id - 1, added);
		return added;
	}

	/** A proxy opens the second of two connections for the first. */
	#pair(first: number, second: Listed): void {
		const accepted = this.#byId.get(first);
		if (accepted === undefined || accepted.endpoint !== second.endpoint) return;
		accepted.pair = second.id;
		second.pair = first;
	}
}

function descriptionOf({ id, endpoint, protocol, local, remote }: CapturedConnection): string {
	return `#${id} ${endpoint} ${protocol} ${local} ${remote}`.toLowerCase();
}
