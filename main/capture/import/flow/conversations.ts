import { noteTexts } from '../../../../common/words/en/sentences/notes.ts';
import { formatAddress } from '../../packet/address.ts';
import { TCP } from '../../write/packets.ts';
import type { CapturedPacket } from '../input/packet.ts';
import type { Skips } from '../link/skips.ts';
import { EXPORTED, IP, type Transport } from '../link/transport.ts';
import { endOf, guessServer } from './addresses.ts';
import { type FlowCounts, noCounts } from './counts.ts';
import { Flow } from './flow.ts';
import type { Output, Way } from './output.ts';
import type { Servers } from './servers.ts';
import { FlowTable } from './table.ts';
import { TcpFollower } from './tcp.ts';

/** Maximum number of ended connections whose late packets are still distinguished from a new connection's. */
const MOST_CLOSED = 8192;

/** Converts TCP segments and UDP datagrams to the events of connections. */
export class Conversations {
	readonly counts: FlowCounts = noCounts();
	readonly #output: Output;
	readonly #servers: Servers;
	readonly #skips: Skips;
	readonly #tcp: TcpFollower;
	readonly #table: FlowTable;
	readonly #flows: (Flow | undefined)[] = [];
	/** The ended ones, the oldest from `#firstClosed` on: they are evicted first. */
	#closed: Flow[] = [];
	#firstClosed = 0;
	#connections = 0;

	/** @param most conversations that are followed at once @param seed for the table of them */
	constructor(output: Output, servers: Servers, skips: Skips, { most, seed }: { most: number; seed: number }) {
		this.#output = output;
		this.#servers = servers;
		this.#skips = skips;
		this.#tcp = new TcpFollower(output, this.counts, (flow) => this.#isOver(flow));
		this.#table = new FlowTable(most, seed);
	}

	/** Processes the contents of a packet. */
	take(packet: Transport, when: CapturedPacket): void {
		const place = this.#table.find(packet);
		const { forward } = place;
		let flow = place.slot < 0 ? undefined : this.#flows[place.slot];
		let fromClient = flow !== undefined && forward === flow.clientForward;
		const isTcp = packet.protocol === IP.tcp;
		if (flow && isTcp && this.#tcp.isAnother(flow, fromClient, packet)) {
			this.#drop(flow, when);
			flow = undefined;
		}
		if (!flow) {
			if (isTcp && (packet.flags & TCP.rst) !== 0 && packet.length === 0) {
				this.#skips.add('TCP reset of an unknown connection');
				return;
			}
			flow = this.#make(packet, when);
			fromClient = flow.clientForward;
		}
		flow.packets++;
		if (isTcp) this.#segment(flow, fromClient, packet, when);
		else this.#datagram(flow, fromClient ? 1 : 2, packet, when);
		if (when.comments) this.#comment(flow, when);
	}

	/** A comment on a packet that is not shown. */
	remark(when: CapturedPacket): void {
		for (const text of when.comments ?? []) this.#fileNote(text, when);
	}

	/** The file has ended. */
	finish(when: CapturedPacket): void {
		for (const flow of this.#flows) if (flow) this.#tcp.finish(flow, when.timeHigh, when.timeLow);
		for (const flow of this.#flows) if (flow) this.#tellSilent(flow);
	}

	#segment(flow: Flow, fromClient: boolean, packet: Transport, when: CapturedPacket): void {
		this.#tcp.take(flow, fromClient, packet, when);
		if (flow.state !== 'waiting' || (packet.flags & TCP.rst) === 0) return;
		if (flow.handshake) this.#tell(flow, when, noteTexts.importedRefused);
		else this.#skips.add('TCP reset of an unknown connection');
		this.#remove(flow);
	}

	#datagram(flow: Flow, way: Way, { memory, start, captured, length }: Transport, when: CapturedPacket): void {
		const output = this.#output;
		const { id } = flow.connection;
		output.at(when.timeHigh, when.timeLow);
		if (flow.state === 'waiting') {
			flow.state = 'open';
			this.counts.connections++;
			output.open(flow.connection);
		}
		output.data(id, way, memory, start, captured);
		if (captured === length) return;
		this.counts.gaps++;
		this.counts.missingBytes += length - captured;
		output.event(id, 'note', way, noteTexts.importedCut({ length, captured }));
	}

	#comment(flow: Flow, when: CapturedPacket): void {
		for (const text of when.comments ?? []) {
			this.#output.at(when.timeHigh, when.timeLow);
			if (flow.state === 'open') this.#output.event(flow.connection.id, 'note', 0, text);
			else this.#fileNote(text, when);
		}
	}

	#fileNote(text: string, when: CapturedPacket): void {
		this.#output.at(when.timeHigh, when.timeLow);
		this.#output.note(this.#servers.file, text);
	}

	#make(packet: Transport, when: CapturedPacket): Flow {
		if (this.#table.size >= this.#table.capacity) this.#evict(when);
		const slot = this.#table.add(packet);
		const protocol = (packet.protocol & ~EXPORTED) === IP.tcp ? 'tcp' : 'udp';
		const source = endOf(packet, 0);
		const destination = endOf(packet, 4);
		const clientForward = this.#clientIsSource(packet, protocol);
		const [local, remote] = clientForward ? [destination, source] : [source, destination];
		const endpoint = this.#servers.handle(protocol, local, when.source);
		const id = ++this.#connections;
		const connection = { id, endpoint, protocol, role: 'accepted', local, remote, mirrored: false } as const;
		const flow = new Flow(slot, connection, clientForward, when.timeHigh, when.timeLow);
		this.#flows[slot] = flow;
		return flow;
	}

	/** Who opened: from the handshake, else guessed from known servers and ports. */
	#clientIsSource(packet: Transport, protocol: 'tcp' | 'udp'): boolean {
		if (packet.protocol === IP.tcp && (packet.flags & TCP.syn) !== 0) return (packet.flags & TCP.ack) === 0;
		const toKnown = this.#servers.has(protocol, endOf(packet, 4));
		if (toKnown !== this.#servers.has(protocol, endOf(packet, 0))) return toKnown;
		const { sourcePort, destinationPort } = packet;
		const guess = guessServer(sourcePort, destinationPort);
		if (guess) return guess === 'destination';
		// Over UDP the first sender is the client; of a TCP connection the first packet does not show it.
		return protocol === 'udp' || sourcePort >= destinationPort;
	}

	/** Evicts an ended conversation, else stops following the one that was silent for longest. */
	#evict(when: CapturedPacket): void {
		const flow = this.#oldestClosed() ?? this.#flows[this.#table.oldest];
		if (!flow) throw new RangeError('The table of conversations has lost one.');
		this.#tcp.finish(flow, when.timeHigh, when.timeLow);
		if (flow.state === 'open') {
			this.counts.evicted++;
			this.#output.at(when.timeHigh, when.timeLow);
			const text = noteTexts.importedEvicted({ most: this.#table.capacity });
			if (flow.connection.protocol === 'tcp') this.#output.event(flow.connection.id, 'note', 0, text);
		}
		this.#tellSilent(flow);
		this.#remove(flow);
	}

	#isOver(flow: Flow): void {
		this.#closed.push(flow);
		if (this.#closed.length - this.#firstClosed <= MOST_CLOSED) return;
		const oldest = this.#nextClosed();
		if (oldest) this.#remove(oldest);
	}

	#oldestClosed(): Flow | undefined {
		while (this.#firstClosed < this.#closed.length) {
			const flow = this.#nextClosed();
			if (flow) return flow;
		}
		return undefined;
	}

	/** Removes the first ended one; undefined where its ports have been reused since. */
	#nextClosed(): Flow | undefined {
		const flow = this.#closed[this.#firstClosed++];
		if (this.#firstClosed >= MOST_CLOSED) {
			this.#closed = this.#closed.slice(this.#firstClosed);
			this.#firstClosed = 0;
		}
		return flow && this.#flows[flow.slot] === flow ? flow : undefined;
	}

	/** Stops following a conversation. */
	#drop(flow: Flow, when: CapturedPacket): void {
		this.#tcp.finish(flow, when.timeHigh, when.timeLow);
		this.#tellSilent(flow);
		this.#remove(flow);
	}

	#remove(flow: Flow): void {
		this.#table.remove(flow.slot);
		this.#flows[flow.slot] = undefined;
		this.#output.forget(flow.connection.id);
	}

	/** A connection that was never established. */
	#tellSilent(flow: Flow): void {
		if (flow.state !== 'waiting') return;
		if (flow.handshake) this.#tell(flow, flow, noteTexts.importedSilent);
		else this.#skips.add('TCP acknowledgements without anything else', flow.packets);
	}

	#tell(
		{ connection }: Flow,
		{ timeHigh, timeLow }: { timeHigh: number; timeLow: number },
		text: typeof noteTexts.importedSilent,
	): void {
		this.#output.at(timeHigh, timeLow);
		this.#output.note(connection.endpoint, text({ place: formatAddress(connection.remote) }));
	}
}
