import { noteTexts } from '../../../../common/words/en/sentences/notes.ts';
import { TCP } from '../../write/packets.ts';
import type { Memory } from '../input/memory.ts';
import type { CapturedPacket } from '../input/packet.ts';
import type { Transport } from '../link/transport.ts';
import type { FlowCounts } from './counts.ts';
import type { Ending, Flow } from './flow.ts';
import type { Output, Way } from './output.ts';
import { distance, type Stream } from './stream.ts';

/** Maximum bytes and segments that wait for earlier ones, of one direction and of all. */
const STREAM_COST = 8 << 20;
const STREAM_SEGMENTS = 8192;
const ALL_COST = 64 << 20;
/** A SYN that arrives this much too late, in bytes of its stream, still belongs to the same connection. */
const LATE_SYN_BYTES = 1 << 20;

/** TCP packets to wait for an ended connection's missing data: files may be out of order. */
const PATIENCE = 2000;

/** Whether nothing of it is missing. */
function isWhole({ client, server }: Flow): boolean {
	return [client, server].every(({ waiting, fin, ended }) => waiting.length === 0 && (fin < 0 || ended));
}

/** Follows TCP connections: orders their bytes, and reports missing ones. */
export class TcpFollower {
	readonly #output: Output;
	readonly #counts: FlowCounts;
	readonly #onClosed: (flow: Flow) => void;
	/** Ended connections with missing data: the oldest first. */
	readonly #lingering: Flow[] = [];
	#cost = 0;
	#packets = 0;

	/** `onClosed` is called for each ended connection. */
	constructor(output: Output, counts: FlowCounts, onClosed: (flow: Flow) => void) {
		this.#output = output;
		this.#counts = counts;
		this.#onClosed = onClosed;
	}

	/** Processes a packet of a connection that is not `gone`. */
	take(flow: Flow, fromClient: boolean, packet: Transport, when: CapturedPacket): void {
		this.#packets++;
		if (this.#lingering.length > 0) this.#settle();
		const [stream, other] = fromClient ? [flow.client, flow.server] : [flow.server, flow.client];
		const { flags, length, acknowledgement } = packet;
		const syn = (flags & TCP.syn) !== 0;
		const way = fromClient ? 1 : 2;
		let { sequence } = packet;
		if (syn) {
			flow.handshake = true;
			if (stream.initial < 0) this.#synchronize(stream, sequence);
			else if (stream.initial !== sequence) stream.otherInitial = sequence;
			sequence = (sequence + 1) >>> 0;
		}
		if (flow.state === 'waiting' && this.#begins(flow, packet, stream)) this.#open(flow, when);
		if ((flags & TCP.ack) !== 0) this.#acknowledge(flow, other, fromClient ? 2 : 1, acknowledgement, when);
		if (!stream.known && (length > 0 || (flags & TCP.rst) === 0)) {
			stream.known = true;
			stream.next = sequence;
		}
		if (length > 0) {
			if (stream.otherInitial >= 0) stream.choose(sequence);
			this.#data(flow, stream, way, sequence, packet, when);
		}
		if ((flags & TCP.fin) !== 0 && stream.fin < 0) {
			stream.fin = (sequence + length) >>> 0;
			stream.finHigh = when.timeHigh;
			stream.finLow = when.timeLow;
		}
		if (stream.fin >= 0) this.#end(flow, stream, way);
		if (flow.state === 'open') this.#ending(flow, (flags & TCP.rst) !== 0, way, when);
	}

	/** Whether a SYN belongs to another connection: it has another number, or this one has ended. */
	isAnother(flow: Flow, fromClient: boolean, { flags, sequence, acknowledgement }: Transport): boolean {
		const [stream, other] = fromClient ? [flow.client, flow.server] : [flow.server, flow.client];
		if ((flags & TCP.syn) === 0 || stream.initial === sequence) return false;
		if (flow.state === 'closed') return true;
		if (!stream.known) return false;
		// A SYN may be answered twice, with two numbers: by a server that forgot, or by a middlebox.
		const answers = (flags & TCP.ack) !== 0 && other.initial >= 0;
		if (answers && acknowledgement === (other.initial + 1) >>> 0) return false;
		// It may have been captured after the first bytes of its connection.
		const behind = distance(stream.next, sequence + 1);
		return stream.initial >= 0 || behind < 0 || behind > LATE_SYN_BYTES;
	}

	/** The connection gets no more packets: waiting segments are written, after the gap. */
	finish(flow: Flow, timeHigh: number, timeLow: number): void {
		if (flow.state === 'waiting') return;
		const when = flow.ending ?? { timeHigh, timeLow };
		this.#flush(flow, flow.client, 1);
		this.#flush(flow, flow.server, 2);
		this.#tellMissing(flow, when.timeHigh, when.timeLow);
		if (flow.state !== 'open') return;
		if (flow.ending) this.#close(flow, flow.ending);
		else if (flow.client.ended && flow.server.ended) this.#close(flow, { ...when, resetBy: 0, until: 0 });
	}

	/** Ends those that were awaited long enough. */
	#settle(): void {
		for (let flow = this.#lingering[0]; flow; flow = this.#lingering[0]) {
			const { ending } = flow;
			if (flow.state === 'open' && ending && ending.until > this.#packets) return;
			this.#lingering.shift();
			if (flow.state === 'open' && ending) this.finish(flow, ending.timeHigh, ending.timeLow);
		}
	}

	#synchronize(stream: Stream, sequence: number): void {
		stream.initial = sequence;
		if (stream.known) return;
		stream.known = true;
		stream.next = (sequence + 1) >>> 0;
	}

	/** Whether the connection was established: both sides have sent, or bytes or a FIN were seen. */
	#begins(flow: Flow, { flags, length }: Transport, stream: Stream): boolean {
		if (length > 0 || (flags & TCP.fin) !== 0) return true;
		if ((flags & TCP.rst) !== 0) return false;
		if ((flags & TCP.syn) !== 0) return (flags & TCP.ack) !== 0;
		return flow.handshake && (flags & TCP.ack) !== 0 && stream.known;
	}

	#open(flow: Flow, when: CapturedPacket): void {
		flow.state = 'open';
		this.#counts.connections++;
		this.#output.at(flow.timeHigh, flow.timeLow);
		this.#output.open(flow.connection);
		if (flow.handshake) return;
		this.#output.at(when.timeHigh, when.timeLow);
		this.#output.event(flow.connection.id, 'note', 0, noteTexts.importedBefore);
	}

	/**
	 * The other side has these bytes. Where acknowledged segments wait, the bytes before them were never captured: this
	 * is Wireshark's rule, so that its streams and ours are the same.
	 */
	#acknowledge(flow: Flow, stream: Stream, way: Way, acknowledgement: number, when: CapturedPacket): void {
		for (let first = stream.waiting[0]; first; first = stream.waiting[0]) {
			if (distance(acknowledgement, first.sequence) <= 0) break;
			this.#jump(stream, first.sequence);
			this.#drain(flow, stream, way);
		}
		if (stream.fin < 0 || stream.endAcknowledged) return;
		if (distance(acknowledgement, stream.fin) <= 0) return;
		stream.endAcknowledged = true;
		this.#end(flow, stream, way);
		this.#output.at(when.timeHigh, when.timeLow);
	}

	/** Continues after missing bytes. */
	#jump(stream: Stream, to: number): void {
		const bytes = (to - stream.next) >>> 0;
		stream.next = to;
		this.#miss(stream, bytes);
	}

	#miss(stream: Stream, bytes: number): void {
		if (stream.missing === 0) this.#counts.gaps++;
		stream.missing += bytes;
		this.#counts.missingBytes += bytes;
	}

	#data(flow: Flow, stream: Stream, way: Way, sequence: number, packet: Transport, when: CapturedPacket): void {
		const { memory, start, captured, length } = packet;
		const ahead = distance(sequence, stream.next);
		if (ahead > 0) {
			this.#counts.outOfOrder++;
			stream.keep(sequence, memory, start, captured, length, when.timeHigh, when.timeLow);
			this.#cost += stream.waitingCost - stream.countedCost;
			stream.countedCost = stream.waitingCost;
			if (!this.#tooMuch(stream)) return;
			this.#flush(flow, stream, way);
			return;
		}
		if (ahead + length <= 0) {
			this.#counts.retransmitted++;
			return;
		}
		this.#write(flow, stream, way, memory, start, captured, length, -ahead, when.timeHigh, when.timeLow);
		if (stream.waiting.length > 0) this.#drain(flow, stream, way);
	}

	#tooMuch(stream: Stream): boolean {
		return stream.waitingCost > STREAM_COST || stream.waiting.length > STREAM_SEGMENTS || this.#cost > ALL_COST;
	}

	/** Writes the data at the next byte, without the first `old` bytes, which are written already. */
	#write(
		flow: Flow,
		stream: Stream,
		way: Way,
		memory: Memory,
		start: number,
		captured: number,
		length: number,
		old: number,
		timeHigh: number,
		timeLow: number,
	): void {
		const bytes = captured - old;
		if (bytes > 0) {
			if (flow.client.missing > 0 || flow.server.missing > 0) this.#tellMissing(flow, timeHigh, timeLow);
			if (flow.state === 'closed') this.#late(flow);
			this.#output.at(timeHigh, timeLow);
			this.#output.data(flow.connection.id, way, memory, start + old, bytes);
		}
		stream.next = (stream.next + length - old) >>> 0;
		const cut = length - Math.max(captured, old);
		if (cut > 0) this.#miss(stream, cut);
	}

	/** Writes the segments that are next. */
	#drain(flow: Flow, stream: Stream, way: Way): void {
		for (let segment = stream.takeReady(); segment; segment = stream.takeReady()) {
			const { memory, captured, length, timeHigh, timeLow } = segment;
			const old = -distance(segment.sequence, stream.next);
			if (old < length) this.#write(flow, stream, way, memory, 0, captured, length, old, timeHigh, timeLow);
		}
		this.#cost += stream.waitingCost - stream.countedCost;
		stream.countedCost = stream.waitingCost;
		if (stream.fin >= 0) this.#end(flow, stream, way);
	}

	/** Writes all waiting segments, with the gaps between. */
	#flush(flow: Flow, stream: Stream, way: Way): void {
		for (let first = stream.waiting[0]; first; first = stream.waiting[0]) {
			this.#jump(stream, first.sequence);
			this.#drain(flow, stream, way);
		}
		if (stream.fin < 0 || stream.ended) return;
		if (distance(stream.fin, stream.next) > 0) this.#jump(stream, stream.fin);
		this.#end(flow, stream, way);
	}

	/** Reports missing bytes, in both directions, before the next event. */
	#tellMissing(flow: Flow, timeHigh: number, timeLow: number): void {
		for (const [stream, way] of [
			[flow.client, 1],
			[flow.server, 2],
		] as const) {
			if (stream.missing === 0) continue;
			const bytes = stream.missing;
			stream.missing = 0;
			if (flow.state === 'closed') this.#late(flow);
			this.#output.at(timeHigh, timeLow);
			this.#output.event(flow.connection.id, 'note', way, missingText(way, bytes));
			this.#output.skip(flow.connection.id, way, bytes);
		}
	}

	/** The `end` event, once all bytes before the FIN are written. */
	#end(flow: Flow, stream: Stream, way: Way): void {
		if (stream.ended || stream.next !== stream.fin) return;
		stream.ended = true;
		if (flow.state !== 'open') return;
		this.#tellMissing(flow, stream.finHigh, stream.finLow);
		this.#output.at(stream.finHigh, stream.finLow);
		this.#output.event(flow.connection.id, 'end', way, '');
	}

	/** A reset, or both FINs acknowledged: it ends once nothing is missing, or after a wait. */
	#ending(flow: Flow, reset: boolean, way: Way, { timeHigh, timeLow }: CapturedPacket): void {
		const complete = flow.client.endAcknowledged && flow.server.endAcknowledged;
		if (!flow.ending && (reset || complete)) {
			flow.ending = { resetBy: reset ? way : 0, timeHigh, timeLow, until: this.#packets + PATIENCE };
			if (!isWhole(flow)) this.#lingering.push(flow);
		}
		if (flow.ending && isWhole(flow)) this.finish(flow, timeHigh, timeLow);
	}

	#close(flow: Flow, { resetBy, timeHigh, timeLow }: Ending): void {
		this.#output.at(timeHigh, timeLow);
		if (resetBy !== 0) this.#output.event(flow.connection.id, 'reset', resetBy, '');
		this.#output.event(flow.connection.id, 'close', 0, '');
		flow.state = 'closed';
		this.#onClosed(flow);
	}

	#late(flow: Flow): void {
		if (flow.reopened) return;
		flow.reopened = true;
		this.#output.reopen(flow.connection);
	}
}

/** Which bytes of a stream the file lacks. */
function missingText(way: Way, bytes: number): string {
	if (bytes === 1) return way === 1 ? noteTexts.importedMissingOneOfClient : noteTexts.importedMissingOneOfServer;
	return way === 1 ? noteTexts.importedMissingOfClient({ bytes }) : noteTexts.importedMissingOfServer({ bytes });
}
