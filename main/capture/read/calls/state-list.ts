import { TcpStates } from '../../../../common/calls/tcp-states.ts';
import { DIRECTIONS, EVENT_KINDS } from '../../../../common/capture/event.ts';
import type { StatesState } from '../../../../common/contract/calls/socket-calls.ts';
import { packetEnds } from '../../packet/ends.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import { readRows } from '../../segments/rows.ts';
import { EventCursor } from '../conversation/cursor.ts';
import { ConnectionEvents } from '../conversation/events.ts';

const DATA = EVENT_KINDS.indexOf('data');
const OPEN = EVENT_KINDS.indexOf('open');
const OUT = DIRECTIONS.indexOf('out');
/** Events between two reads of the clock. */
const CLOCK_EVENTS = 64;

/** The states of a TCP connection, found by a scan of its events: only those besides data are read. */
export class StateList {
	readonly #folder: CaptureFolder;
	readonly #events: ConnectionEvents;
	readonly #cursor: EventCursor;
	#states: TcpStates | undefined;
	#tcp = true;
	/** Events of the connection that are done. */
	#done = 0;

	constructor(folder: CaptureFolder, connection: number) {
		this.#folder = folder;
		this.#events = new ConnectionEvents(folder, connection);
		this.#cursor = new EventCursor(folder, this.#events);
	}

	get scanned(): number {
		return this.#done < this.#events.count ? this.#events.at(this.#done) : this.#events.scanned;
	}

	get full(): boolean {
		return this.#events.full;
	}

	get state(): Pick<StatesState, 'tcp' | 'moments' | 'goodbye'> {
		const { moments = [], goodbye } = this.#states ?? {};
		const sent = moments.map((one) => ({
			...one,
			own: [...one.own],
			peer: [...one.peer],
			segments: [...one.segments],
		}));
		return { tcp: this.#tcp, moments: sent, ...(goodbye && { goodbye }) };
	}

	step(stored: number, until: number): void {
		this.#done = Math.max(this.#done, this.#cursor.firstKept);
		for (let i = 1; this.#done < this.#events.count; i++) {
			this.#take();
			this.#done++;
			if (i % CLOCK_EVENTS === 0 && performance.now() >= until) return;
		}
		this.#events.step(stored, until);
	}

	#take(): void {
		const facts = this.#cursor.to(this.#done);
		const isOpen = facts.kind === OPEN;
		if (this.#states === undefined) {
			this.#tcp = packetEnds(facts.linkType, facts.packet).protocol === 'tcp';
			this.#states = new TcpStates(isOpen ? facts.direction !== OUT : true);
		}
		if (!this.#tcp) return;
		if (facts.kind === DATA) {
			this.#states.data();
			return;
		}
		const { n } = this.#cursor;
		const [row] = readRows(this.#folder, n, n + 1);
		if (row !== undefined) this.#states.take(row);
	}
}
