import type { Faults, ProxyDirection } from '../../../common/contract/config/proxy.ts';
import { byteLimit, type Chance, UnitFaults } from '../../../common/faults/index.ts';
import { NO_BYTES } from '../../../common/framing/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { ReplyQueue } from '../answers/reply-queue.ts';
import type { Rewriting } from '../rules/rewriting.ts';
import { Deadlines } from './deadlines.ts';
import { HeldBack } from './held-back.ts';
import { Tally } from './tally.ts';
import { Throttle } from './throttle.ts';

export interface DatagramLaneOptions {
	readonly direction: ProxyDirection;
	readonly chance: Chance;
	readonly rewriting: Rewriting;
	/** Address and port of the sender. */
	readonly peer: string;
	/** Sends this datagram now. */
	send(bytes: Uint8Array): void;
	/** Records a note or an error on the receiving half. */
	tell(kind: 'note' | 'error', text: string): void;
	/** A fault closes both sides. */
	onClose(): void;
}

/** A delayed datagram. */
interface Waiting {
	readonly bytes: Uint8Array;
	/** On the clock of `performance.now`. */
	due: number;
	timer: NodeJS.Timeout;
}

/** Maximum number of waiting datagrams: a datagram sender cannot be slowed down, so further ones are lost, as in a router. */
const WAITING_DATAGRAMS = 16_384;
const WAITING_BYTES = 16 * 1024 * 1024;

/** One direction of a proxied UDP conversation: each datagram is rewritten, subjected to faults, delayed, and sent. */
export class DatagramLane {
	readonly tally: Tally;
	readonly #options: DatagramLaneOptions;
	readonly #unitFaults: UnitFaults;
	readonly #heldBack = new HeldBack((bytes) => this.#later(0, bytes));
	readonly #throttle: Throttle;
	readonly #deadlines: Deadlines;
	readonly #waiting = new Set<Waiting>();
	#waitingBytes = 0;
	/** Datagrams after one that the rule thread is rewriting. */
	readonly #behind = new ReplyQueue(() => undefined);
	#rewriting: Rewriting;
	#faults: Faults = {};
	#count = 0;
	#passed = 0;
	#overflowing = false;
	#stopped = false;

	constructor(options: DatagramLaneOptions) {
		this.#options = options;
		this.#rewriting = options.rewriting;
		this.tally = new Tally(options.direction, (text) => options.tell('note', text));
		const applied = this.tally.add.bind(this.tally);
		this.#unitFaults = new UnitFaults(options.chance, applied);
		this.#throttle = new Throttle({ out: (bytes) => this.#out(bytes), applied, lost: () => this.#lost() });
		this.#deadlines = new Deadlines((fault) => {
			this.tally.add(fault);
			options.onClose();
		});
	}

	/** Replaces the faults. Waiting datagrams wait at most as long as with the new ones. */
	configure(all: Faults): void {
		if (this.#stopped) return;
		const faults = this.#options.chance.pick(all);
		this.#faults = faults;
		this.#overflowing = false;
		this.#unitFaults.configure(faults);
		this.#throttle.configure(faults.bandwidth?.bytesPerSecond);
		this.#deadlines.configure(faults);
		if (faults.reorder === undefined) this.#heldBack.flush();
		const { delayMs = 0, jitterMs = 0 } = faults.latency ?? {};
		this.#hurry(delayMs + jitterMs);
	}

	/** For the datagrams that follow. */
	rewriteWith(rewriting: Rewriting): void {
		this.#rewriting = rewriting;
	}

	received(datagram: Uint8Array): void {
		if (this.#stopped) return;
		this.#count++;
		const { peer, tell } = this.#options;
		const rewriting = this.#rewriting;
		if (!rewriting.changes) {
			this.#pass(datagram);
			return;
		}
		const message = { data: datagram, eol: NO_BYTES };
		const context = { n: this.#count, peer };
		const failed = (text: string): void => tell('error', text);
		if (this.#behind.heldBytes >= WAITING_BYTES) {
			this.#lost();
			return;
		}
		const rewritten = rewriting.here(message, context, failed);
		if (rewritten === undefined) {
			this.#behind.push(0, datagram.length, async () => {
				const bytes = await rewriting.elsewhere(message, context, failed);
				if (!this.#stopped) this.#pass(bytes);
			});
		} else if (this.#behind.length === 0) this.#pass(rewritten);
		else this.#behind.push(0, datagram.length, () => this.#pass(rewritten));
	}

	#pass(datagram: Uint8Array): void {
		const { bytes, copies, delayMs, behind } = this.#unitFaults.decide(datagram);
		if (copies === 0) return;
		if (behind > 0) this.#heldBack.hold(bytes, copies, behind);
		else {
			for (let copy = 0; copy < copies; copy++) this.#later(delayMs, bytes);
			this.#heldBack.passed();
		}
	}

	/** Stops for good; drops waiting datagrams. */
	stop(): void {
		this.#stopped = true;
		this.#behind.clear();
		for (const { timer } of this.#waiting) clearTimeout(timer);
		this.#waiting.clear();
		this.#waitingBytes = 0;
		this.#heldBack.stop();
		this.#throttle.stop();
		this.#deadlines.stop();
	}

	#later(delayMs: number, bytes: Uint8Array): void {
		if (delayMs === 0) {
			this.#throttle.push(bytes);
			return;
		}
		if (this.#waiting.size >= WAITING_DATAGRAMS || this.#waitingBytes >= WAITING_BYTES) {
			this.#lost();
			return;
		}
		const one: Waiting = { due: performance.now() + delayMs, timer: setTimeout(() => this.#due(one), delayMs), bytes };
		this.#waiting.add(one);
		this.#waitingBytes += bytes.length;
	}

	#due(one: Waiting): void {
		this.#waiting.delete(one);
		this.#waitingBytes -= one.bytes.length;
		this.#throttle.push(one.bytes);
	}

	/** Reported once for all losses between two changes of the faults. */
	#lost(): void {
		if (!this.#overflowing) this.#options.tell('note', eventTexts.manyDelayed);
		this.#overflowing = true;
	}

	#hurry(mostMs: number): void {
		const latest = performance.now() + mostMs;
		for (const one of this.#waiting) {
			if (one.due <= latest) continue;
			one.due = latest;
			clearTimeout(one.timer);
			if (mostMs === 0) this.#due(one);
			else one.timer = setTimeout(() => this.#due(one), mostMs);
		}
	}

	#out(bytes: Uint8Array): void {
		const limit = byteLimit(this.#faults);
		if (limit !== undefined && (limit.bytes === 0 || this.#passed + bytes.length > limit.bytes)) {
			this.tally.add(limit.fault);
			return;
		}
		this.#passed += bytes.length;
		this.#options.send(bytes);
	}
}
