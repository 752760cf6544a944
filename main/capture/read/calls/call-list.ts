import {
	type CallEvent,
	ConnectionBook,
	callsOf,
	NO_FACTS,
	type SocketCall,
	type SocketFacts,
	WaitingCalls,
} from '../../../../common/calls/index.ts';
import { DIRECTIONS, EVENT_KINDS } from '../../../../common/capture/event.ts';
import { Marks } from '../../../../common/capture/marks.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { ListedCall, CallList as Wanted } from '../../../../common/contract/calls/socket-calls.ts';
import { INDEX_ROW_BYTES, parseIndexRow } from '../../format/index-file.ts';
import { PcapngError } from '../../pcapng/format.ts';
import { RowFacts } from '../../segments/facts.ts';
import type { CaptureFolder, IndexPage } from '../../segments/folder.ts';
import { Matches } from '../../segments/matches.ts';
import { isGone, readRows } from '../../segments/rows.ts';
import { damageSays } from '../../sentences/damage-says.ts';

/** Index rows of one read: 256 KiB. */
const PAGE_ROWS = 8192;
/** Rows between two reads of the clock. */
const CLOCK_ROWS = 64;
/** Waiting calls that are reported one by one. */
const MOST_WAITING = 8;

const DATA = EVENT_KINDS.indexOf('data');
const NOTHING = new Uint8Array(0);

/**
 * The calls of a connection or an endpoint, found by a scan of the index: 8 bytes for each event that has any. Data needs the index alone; the texts of
 * other events are read.
 */
export class CallList {
	readonly #folder: CaptureFolder;
	readonly #wanted: Wanted;
	readonly #book = new ConnectionBook();
	readonly #waiting = new WaitingCalls();
	/** Positions of events with calls, and the index of the first call of each. */
	readonly #events = new Matches();
	readonly #first = new Matches();
	#facts: RowFacts | undefined;
	/** Events scanned, and calls found. */
	scanned = 0;
	count = 0;

	constructor(folder: CaptureFolder, wanted: Wanted) {
		this.#folder = folder;
		this.#wanted = wanted;
	}

	/** The maximum was found: the scan has stopped. */
	get full(): boolean {
		return this.#events.full;
	}

	get waiting() {
		return { waiting: this.#waiting.first(MOST_WAITING), waits: this.#waiting.count };
	}

	/** Scans events below `stored` until the time `until`, but at least some. Throws the errors of reading. */
	step(stored: number, until: number): void {
		while (this.scanned < stored && !this.full) {
			const page = this.#folder.page(this.scanned, stored, PAGE_ROWS);
			if (!page) throw new PcapngError(0, damageSays('indexEndsEarly'));
			this.#facts ??= new RowFacts(page.rows.subarray(0, INDEX_ROW_BYTES), new Marks());
			if (!this.#page(page, this.#facts, until)) return;
		}
	}

	/** Calls from index `from`, at most `count`. */
	window(from: number, count: number): ListedCall[] {
		const end = Math.min(from + count, this.count);
		const calls: ListedCall[] = [];
		if (end <= from) return calls;
		const begin = this.#first.before(from + 1) - 1;
		for (let i = begin; i < this.#events.count; i++) {
			const first = this.#first.at(i);
			if (first >= end) break;
			const next = i + 1 < this.#events.count ? this.#first.at(i + 1) : this.count;
			const listed = this.#listed(this.#events.at(i), next - first);
			calls.push(...listed.slice(Math.max(0, from - first), end - first));
		}
		return calls;
	}

	/** The calls of event `n`: the index of the first, or of the next event's, and their number. */
	place(n: number): { readonly index: number; readonly count: number } {
		const i = this.#events.before(n);
		if (i >= this.#events.count) return { index: this.count, count: 0 };
		const index = this.#first.at(i);
		if (this.#events.at(i) !== n) return { index, count: 0 };
		const next = i + 1 < this.#events.count ? this.#first.at(i + 1) : this.count;
		return { index, count: next - index };
	}

	#isWanted(facts: RowFacts): boolean {
		const { of } = this.#wanted;
		if ('connection' in of) return facts.connection === of.connection;
		return 'all' in of || facts.endpoint === of.endpoint;
	}

	/** False when the time is over. */
	#page(page: IndexPage, facts: RowFacts, until: number): boolean {
		const count = page.rows.length / INDEX_ROW_BYTES;
		facts.page(page.segment, page.from, page.rows);
		for (let i = 0; i < count && !this.full; i++) {
			facts.row(i);
			if (this.#isWanted(facts)) this.#take(facts, page);
			this.scanned = page.from + i + 1;
			if (i % CLOCK_ROWS === CLOCK_ROWS - 1 && performance.now() >= until) return false;
		}
		return performance.now() < until;
	}

	#take(facts: RowFacts, { segment, from, rows }: IndexPage): void {
		const sockets = socketsOf(facts, segment.interfaceAt(facts.interfaceOffset).sockets);
		const { n } = facts;
		const { time } = parseIndexRow(rows, (n - from) * INDEX_ROW_BYTES);
		const event = facts.kind === DATA ? dataEvent(facts, time) : this.#read(n);
		if (event === undefined) return;
		this.#book.learn(event);
		this.#waiting.take(event, sockets, this.#book);
		const calls = callsOf(event, sockets, this.#book, this.#wanted.mode).length;
		if (calls === 0) return;
		this.#events.push(n);
		this.#first.push(this.count);
		this.count += calls;
	}

	/** An event's calls, as many as were counted: one that is gone has none to show. */
	#listed(n: number, count: number): ListedCall[] {
		const page = n < this.#folder.first ? undefined : this.#folder.page(n, n + 1, 1);
		const row = page?.from === n ? this.#read(n) : undefined;
		const gone = Array.from({ length: count }, () => ({ n, time: 0n, endpoint: '', connection: 0 }));
		if (page === undefined || row === undefined) return gone;
		const facts = new RowFacts(page.rows, new Marks());
		facts.page(page.segment, page.from, page.rows);
		facts.row(0);
		const sockets = socketsOf(facts, page.segment.interfaceAt(facts.interfaceOffset).sockets);
		const { time, connection, endpoint } = row;
		const calls: SocketCall[] = callsOf(row, sockets, this.#book, this.#wanted.mode);
		return gone.map((none, i) => {
			const call = calls[i];
			if (call === undefined) return { ...none, time, connection, endpoint };
			const { found, ...rest } = call;
			return { n, time, endpoint, connection, call: found === undefined ? rest : { ...rest, found: [...found] } };
		});
	}

	#read(n: number): CaptureRow | undefined {
		const [row] = readRows(this.#folder, n, n + 1);
		return row === undefined || isGone(row) ? undefined : row;
	}
}

/** Data as the index has it, which is enough to count its calls. */
function dataEvent({ n, connection, direction, length }: RowFacts, time: bigint): CallEvent {
	return {
		n,
		time,
		connection,
		kind: 'data',
		direction: DIRECTIONS[direction] ?? 'none',
		length,
		preview: NOTHING,
		text: '',
	};
}

/** An imported capture has no config: the transport is that of the packets. */
function socketsOf(facts: RowFacts, known: SocketFacts | undefined): SocketFacts {
	if (known?.kind !== undefined) return known;
	return facts.connection !== 0 && facts.datagram ? UDP : NO_FACTS;
}

const UDP: SocketFacts = { ...NO_FACTS, kind: 'udp' };
