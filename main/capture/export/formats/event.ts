import { DIRECTIONS, type Direction, EVENT_KINDS, type EventKind } from '../../../../common/capture/event.ts';
import type { CharsetName } from '../../../../common/payload/charsets/names.ts';
import { RowCursor } from '../../format/row-cursor.ts';
import type { EventPlace } from '../../segments/contents.ts';
import type { IndexPage } from '../../segments/folder.ts';
import type { SegmentReader } from '../../segments/segment.ts';

/** Iterates the events of a page of index rows. */
export class EventCursor extends RowCursor implements EventPlace {
	readonly segment: SegmentReader;

	constructor({ segment, from, rows }: IndexPage) {
		super();
		this.segment = segment;
		this.setRows(from, rows);
	}

	/** Moves to row `i` of the page. */
	row(i: number): this {
		this.setRow(i);
		return this;
	}

	/** Nanoseconds since 1970. */
	get time(): bigint {
		return this.rows.getBigUint64(this.at, true);
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

	/** The charset in which its text is read. */
	get charset(): CharsetName {
		return this.segment.charsetAt(this.interfaceOffset);
	}

	get linkType(): number | undefined {
		return this.segment.interfaceAt(this.interfaceOffset).linkType;
	}
}
