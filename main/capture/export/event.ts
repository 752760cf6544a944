import { DIRECTIONS, type Direction, EVENT_KINDS, type EventKind } from '../../../common/capture/event.ts';
import { INDEX_ROW_BYTES } from '../index-file.ts';
import type { EventPlace } from '../reader/contents.ts';
import type { IndexPage } from '../reader/folder.ts';
import type { SegmentReader } from '../reader/segment.ts';

/** One event of a page of index rows at a time, read in place. */
export class EventCursor implements EventPlace {
	readonly segment: SegmentReader;
	/** Position in the capture. */
	n = 0;
	readonly #from: number;
	readonly #rows: DataView;
	#at = 0;

	constructor({ segment, from, rows }: IndexPage) {
		this.segment = segment;
		this.#from = from;
		this.#rows = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
	}

	/** Goes to row `i` of the page. */
	row(i: number): this {
		this.n = this.#from + i;
		this.#at = i * INDEX_ROW_BYTES;
		return this;
	}

	/** Nanoseconds since 1970. */
	get time(): bigint {
		return this.#rows.getBigUint64(this.#at, true);
	}

	get offset(): number {
		return this.#rows.getUint32(this.#at + 8, true);
	}

	get span(): number {
		return this.#rows.getUint32(this.#at + 12, true);
	}

	/** Where the description of its interface lies in the segment. */
	get interfaceOffset(): number {
		return this.#rows.getUint32(this.#at + 16, true);
	}

	/** 0 for an event of the endpoint. */
	get connection(): number {
		return this.#rows.getUint32(this.#at + 20, true);
	}

	get length(): number {
		return this.#rows.getUint32(this.#at + 24, true);
	}

	get kind(): number {
		return this.#rows.getUint8(this.#at + 28);
	}

	get direction(): number {
		return this.#rows.getUint8(this.#at + 29);
	}

	get kindName(): EventKind {
		const name = EVENT_KINDS[this.kind];
		if (name === undefined) throw new RangeError('An index row has an unknown kind.');
		return name;
	}

	get directionName(): Direction {
		const name = DIRECTIONS[this.direction];
		if (name === undefined) throw new RangeError('An index row has an unknown direction.');
		return name;
	}

	get endpoint(): string {
		return this.segment.interfaceAt(this.interfaceOffset).endpoint;
	}

	get linkType(): number {
		return this.segment.interfaceAt(this.interfaceOffset).linkType;
	}
}
