import type { Faults, ProxyDirection } from '../../../common/contract/config/proxy.ts';
import { type ByteLimit, type Chance, Slices, UnitFaults } from '../../../common/faults/index.ts';
import type { Framer } from '../../../common/framing/index.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { ReplyQueue } from '../answers/reply-queue.ts';
import type { Rewriting } from '../rules/rewriting.ts';
import type { StreamConnection } from '../stream/stream-connection.ts';
import { Deadlines } from './deadlines.ts';
import { Outlet } from './outlet.ts';
import { Tally } from './tally.ts';
import { Units } from './units.ts';

export interface LaneOptions {
	readonly direction: ProxyDirection;
	readonly chance: Chance;
	readonly framer: Framer;
	readonly rewriting: Rewriting;
	/** Address and port of the sender. */
	readonly peer: string;
	/** A fault closes both sides. */
	readonly onClose: () => void;
}

/** Bytes that only wait for their delay count for less: otherwise a delay would limit the throughput. */
const WAITING_SHARE = 1 / 16;

/**
 * One direction of a proxied connection: the source's bytes are split into units, rewritten, subjected to faults,
 * delayed, and written to the destination.
 */
export class Lane {
	/** The source connection. */
	source: StreamConnection | undefined;
	readonly tally: Tally;
	/** The destination connection; nothing is read before it exists. */
	#destination: StreamConnection | undefined;
	readonly #chance: Chance;
	readonly #units: Units;
	readonly #unitFaults: UnitFaults;
	readonly #waiting: ReplyQueue;
	readonly #outlet: Outlet;
	readonly #deadlines: Deadlines;
	readonly #onClose: () => void;
	#faults: Faults = {};
	/** When the source ended, by `performance.now`. */
	#endedAt: number | undefined;
	/** Delays the end for a slow close. */
	#endTimer: NodeJS.Timeout | undefined;
	/** The end of the source, hidden from the destination while a fault hides it. */
	#withheld: 'closed' | 'reset' | undefined;

	constructor({ direction, chance, framer, rewriting, peer, onClose }: LaneOptions) {
		this.#chance = chance;
		this.#onClose = onClose;
		this.tally = new Tally(direction, (text) => this.source?.tell('note', text));
		const applied = this.tally.add.bind(this.tally);
		this.#unitFaults = new UnitFaults(chance, applied);
		this.#waiting = new ReplyQueue(() => this.source?.govern());
		this.#deadlines = new Deadlines((fault) => this.#due(fault));
		this.#outlet = new Outlet(new Slices(chance.sequence('slicer')), {
			write: (bytes) => this.#destination?.reply(bytes),
			end: () => this.#destination?.finish(),
			limit: (fault) => this.#limited(fault),
			torn: (lost) => this.#torn(lost),
			applied,
			drained: () => this.source?.govern(),
		});
		this.#units = new Units(framer, rewriting, {
			peer,
			passed: (bytes) => this.#later(0, bytes),
			unit: (bytes) => this.#unit(bytes),
			failed: (text) => this.source?.tell('error', text),
			drained: () => this.source?.govern(),
		});
	}

	/** Waiting bytes; infinite while there is no destination. */
	get heldBytes(): number {
		if (this.#destination === undefined) return Number.POSITIVE_INFINITY;
		const { pendingReplies } = this.#destination;
		return this.#units.waitingBytes + this.#waiting.heldBytes * WAITING_SHARE + this.#outlet.bytes + pendingReplies;
	}

	get heldPieces(): number {
		return this.#units.waiting + this.#waiting.length * WAITING_SHARE;
	}

	/** Whether the end of the source is hidden from the destination. */
	get silent(): boolean {
		return this.#outlet.silent;
	}

	/** Starts to pass on. */
	begin(destination: StreamConnection): void {
		this.#destination = destination;
		this.#outlet.open(this.#faults);
		this.source?.govern();
	}

	/** Replaces the faults. Waiting datagrams wait at most as long as with the new ones. */
	configure(all: Faults): void {
		const faults = this.#chance.pick(all);
		const { delayMs = 0, jitterMs = 0 } = faults.latency ?? {};
		this.#faults = faults;
		this.#unitFaults.configure(faults);
		this.#units.want(this.#unitFaults.any);
		this.#waiting.hurry(delayMs + jitterMs);
		this.#outlet.configure(faults);
		this.#deadlines.configure(faults, this.#outlet.over === 'reset');
		if (this.#endTimer !== undefined) this.#end();
		if (!this.silent) this.#passOnBreak();
	}

	cutWith(framer: Framer, rewriting: Rewriting): void {
		this.#units.change(framer, rewriting);
	}

	received(bytes: Uint8Array): void {
		this.#units.push(bytes);
	}

	/** The source sent FIN. */
	ended(): void {
		this.#endedAt = performance.now();
		this.#units.end(() => this.#then(0, 0, () => this.#end()));
	}

	/** The source has gone before both sides had ended; the destination is closed the same way unless a fault hides it. */
	broken(how: 'closed' | 'reset'): void {
		this.#withheld = how;
		if (!this.silent) this.#passOnBreak();
	}

	/** The destination has room. */
	drained(): void {
		this.source?.govern();
	}

	/** Drops waiting bytes. */
	stop(): void {
		this.#units.stop();
		this.#waiting.clear();
		this.#outlet.stop();
		this.#deadlines.stop();
		clearTimeout(this.#endTimer);
	}

	#unit(unit: Uint8Array): void {
		const { bytes, copies, delayMs } = this.#unitFaults.decide(unit);
		for (let copy = 0; copy < copies; copy++) this.#later(delayMs, bytes);
	}

	#later(delayMs: number, bytes: Uint8Array): void {
		this.#then(delayMs, bytes.length, () => this.#outlet.push(bytes));
	}

	#then(delayMs: number, bytes: number, run: () => void): void {
		if (delayMs === 0 && this.#waiting.length === 0) run();
		else this.#waiting.push(delayMs, bytes, run);
	}

	/** Passes the end on when the current slow close permits it. */
	#end(): void {
		const { slowClose } = this.#faults;
		const now = performance.now();
		const waitMs = (this.#endedAt ?? now) + (slowClose?.delayMs ?? 0) - now;
		if (slowClose !== undefined && this.#endTimer === undefined) this.tally.add('slowClose');
		clearTimeout(this.#endTimer);
		this.#endTimer = undefined;
		if (waitMs > 0) this.#endTimer = setTimeout(() => this.#end(), Math.ceil(waitMs));
		else this.#outlet.end();
	}

	#passOnBreak(): void {
		const how = this.#withheld;
		this.#withheld = undefined;
		if (how === 'reset') this.#destination?.reset();
		else if (how === 'closed') this.#destination?.close();
	}

	#limited(fault: ByteLimit['fault']): void {
		if (fault === 'limitData') {
			this.tally.add(fault);
			this.#destination?.closeAfterReplies();
		} else if (fault === 'reset') {
			const { afterMs = 0 } = this.#faults.reset ?? {};
			if (afterMs > 0) {
				this.#deadlines.configure(this.#faults, true);
				return;
			}
			this.tally.add(fault);
			this.#destination?.resetAfterReplies();
		}
	}

	/** Like Toxiproxy when its timeout is removed: a stream does not continue after missing bytes. */
	#torn(lost: number): void {
		this.#destination?.tell('note', lost === 1 ? noteTexts.tornByOne : noteTexts.tornByMany({ lost }));
		this.#destination?.closeAfterReplies();
	}

	#due(fault: 'timeout' | 'reset' | 'closeAfter'): void {
		this.tally.add(fault);
		if (fault === 'reset' && this.source !== undefined) this.source.reset();
		else this.#onClose();
	}
}
