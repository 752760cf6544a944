import { DIRECTIONS, EVENT_KINDS } from '../../../common/capture/event.ts';
import type { Marks } from '../../../common/capture/marks.ts';
import { isDatagram, isProxy } from '../../../common/endpoints/shared/roles.ts';
import type { EventFacts } from '../../../common/filter/run.ts';
import type { CharsetName } from '../../../common/payload/charsets/names.ts';
import { parseIndexRow } from '../format/index-file.ts';
import { RowCursor } from '../format/row-cursor.ts';
import { packetEnds } from '../packet/ends.ts';
import { checkHead, isSoundHead } from '../packet/verify.ts';
import { PACKET_HEADER_BYTES, PcapngError } from '../pcapng/format.ts';
import { damageSays } from '../sentences/damage-says.ts';
import { readPayload } from './bytes.ts';
import { packetPorts } from './ports.ts';
import type { KnownInterface, SegmentReader } from './segment.ts';

/** Headers of any packet, and the tags of an exported PDU, fit in this. */
const HEADER_BYTES = PACKET_HEADER_BYTES + 160;
const DATA = EVENT_KINDS.indexOf('data');
const IN = DIRECTIONS.indexOf('in');
const OUT = DIRECTIONS.indexOf('out');
const NOTHING = new Uint8Array(0);
/** Maximum number of connections with cached ports; then all are looked up again. */
const MAX_KNOWN = 100_000;

/**
 * An event in the filter's form, one at a time: it reads index rows in place, and looks up names and ports only on
 * demand.
 */
export class RowFacts extends RowCursor implements EventFacts {
	content: Uint8Array | undefined;
	/** Whether the data of a connection of an unknown kind is datagrams. */
	readonly #datagrams = new Map<number, boolean>();
	readonly #ports = new Map<number, readonly number[]>();
	/** Cache: adjacent events are mostly of one connection. */
	#lastConnection = 0;
	#lastPorts: readonly number[] = [];
	#segment: SegmentReader | undefined;
	readonly #marks: Marks;
	/** Time of the first event, as the two halves of a row's time. */
	#beginHigh = 0;
	#beginLow = 0;

	/** `first` is the index row of the capture's first event. */
	constructor(first: Uint8Array, marks: Marks) {
		super();
		this.#marks = marks;
		const view = new DataView(first.buffer, first.byteOffset, first.byteLength);
		this.#beginLow = view.getUint32(0, true);
		this.#beginHigh = view.getUint32(4, true);
	}

	/** Moves to other rows, the first of which is event `from`. */
	page(segment: SegmentReader, from: number, rows: Uint8Array): void {
		this.#segment = segment;
		this.setRows(from, rows);
	}

	/** Moves to row `i` of the page, whose content has not been read. */
	row(i: number): void {
		this.setRow(i);
		this.content = undefined;
	}

	get time(): number {
		const high = this.rows.getUint32(this.at + 4, true) - this.#beginHigh;
		return high * 2 ** 32 + (this.rows.getUint32(this.at, true) - this.#beginLow);
	}

	get endpoint(): string {
		return this.#segment?.interfaceAt(this.interfaceOffset).endpoint ?? '';
	}

	/** Whether it or a message in it is marked. */
	get marked(): boolean {
		return this.#marks.within(this.n).some(({ marked }) => marked);
	}

	/** Its note, and those of messages in it. */
	get note(): string {
		const notes = this.#marks.within(this.n).map(({ note }) => note);
		return notes.filter((note) => note !== '').join('\n');
	}

	get ports(): readonly number[] {
		const { connection } = this;
		if (connection !== this.#lastConnection) {
			this.#lastPorts = connection === 0 ? [] : this.#portsOf(connection);
			this.#lastConnection = connection;
		}
		return this.#lastPorts;
	}

	/** Whether its payload is a message by itself. */
	get datagram(): boolean {
		const kind = this.#segment?.interfaceAt(this.interfaceOffset).kind;
		if (kind !== undefined) return isDatagram(kind);
		const { connection } = this;
		const known = this.#datagrams.get(connection);
		if (known !== undefined) return known;
		const isUdp = packetEnds(this.linkType, this.packet).protocol === 'udp';
		if (this.#datagrams.size >= MAX_KNOWN) this.#datagrams.clear();
		this.#datagrams.set(connection, isUdp);
		return isUdp;
	}

	/** The protocol that a person has chosen for its endpoint and direction. */
	get protocol(): string | undefined {
		const { direction } = this;
		if (direction !== IN && direction !== OUT) return undefined;
		return this.#segment?.protocolAt(this.interfaceOffset, direction === IN ? 'in' : 'out');
	}

	/** Undefined where the description of its interface is damaged. */
	get linkType(): number | undefined {
		return this.#segment?.interfaceAt(this.interfaceOffset).linkType;
	}

	/** Whether its endpoint is a proxy whose connections are pairs with consecutive numbers. */
	get paired(): boolean {
		const kind = this.#segment?.interfaceAt(this.interfaceOffset).kind;
		return kind !== undefined && isProxy(kind) && !isDatagram(kind);
	}

	/** Whether each data event is a message by itself. */
	get datagrams(): boolean {
		const { protocol } = packetEnds(this.linkType, this.packet);
		if (protocol !== 'other') return protocol === 'udp';
		const kind = this.#segment?.interfaceAt(this.interfaceOffset).kind;
		return kind !== undefined && isDatagram(kind);
	}

	/** The endpoint's framings, where the capture has them. */
	get framings(): KnownInterface['framings'] {
		return this.#segment?.interfaceAt(this.interfaceOffset).framings;
	}

	/** The charset of the endpoint's text. */
	get charset(): CharsetName {
		return this.#segment?.charsetAt(this.interfaceOffset) ?? 'utf-8';
	}

	/** That of a payload; the text of other events is UTF-8. */
	get contentCharset(): CharsetName {
		return this.kind === DATA ? this.charset : 'utf-8';
	}

	/** The first bytes of the event's first packet; empty where that is damaged. */
	get packet(): Uint8Array {
		const segment = this.#segment;
		if (!segment) return NOTHING;
		const block = segment.data.read(this.offset, HEADER_BYTES);
		try {
			checkHead(block, 0, this);
			const packet = block.subarray(PACKET_HEADER_BYTES);
			if (isSoundHead(packet, this.linkType)) return packet;
			throw new PcapngError(this.offset + PACKET_HEADER_BYTES, damageSays('headersDamaged'));
		} catch (error) {
			segment.isDamaged(this.n, error);
			return NOTHING;
		}
	}

	/** The first bytes of the event's payload, at most `length`; none where they are damaged. */
	beginning(length: number): Uint8Array {
		const segment = this.#segment;
		if (!segment) return NOTHING;
		const { buffer, byteOffset, byteLength } = this.rows;
		try {
			return readPayload(segment, parseIndexRow(new Uint8Array(buffer, byteOffset, byteLength), this.at), 0, length);
		} catch (error) {
			segment.isDamaged(this.n, error);
			return NOTHING;
		}
	}

	#portsOf(connection: number): readonly number[] {
		const known = this.#ports.get(connection);
		if (known) return known;
		if (this.#ports.size >= MAX_KNOWN) this.#ports.clear();
		const ports = this.#readPorts();
		this.#ports.set(connection, ports);
		return ports;
	}

	#readPorts(): number[] {
		return packetPorts(this.linkType, this.packet);
	}
}
