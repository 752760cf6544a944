import { DIRECTIONS, type Direction, EVENT_KINDS, type EventKind } from '../../../../common/capture/event.ts';
import type { Mark, Marks } from '../../../../common/capture/marks.ts';
import type { Sentence } from '../../../../common/contract/base/sentence.ts';
import type { CharsetName } from '../../../../common/payload/charsets/names.ts';
import { RowCursor } from '../../format/row-cursor.ts';
import { Contents, type EventPlace } from '../../segments/contents.ts';
import type { IndexPage } from '../../segments/folder.ts';
import type { SegmentReader } from '../../segments/segment.ts';
import type { ListedItem } from './item.ts';

/** Iterates the events of a page of index rows. */
export class EventCursor extends RowCursor implements EventPlace, ListedItem {
	readonly segment: SegmentReader;
	readonly contents: Contents;
	readonly #marks: Marks;

	constructor({ segment, from, rows }: IndexPage, marks: Marks) {
		super();
		this.segment = segment;
		this.contents = new Contents(segment);
		this.#marks = marks;
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

	/** Throws PcapngError where it is damaged. */
	get content(): Uint8Array {
		return this.contents.of(this);
	}

	get says(): Sentence | undefined {
		return this.contents.sentenceOf(this);
	}

	get mark(): Mark | undefined {
		return this.#marks.count === 0 ? undefined : this.#marks.get(this.n);
	}

	/** The marks of messages in it. */
	get messageMarks(): readonly Mark[] {
		if (this.#marks.count === 0) return [];
		return this.#marks.range(this.n, this.n + 1).filter(({ offset }) => offset !== undefined);
	}

	get message(): undefined {
		return undefined;
	}
}
