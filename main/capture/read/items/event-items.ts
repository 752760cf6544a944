import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { Filter, KnownProtocols } from '../../../../common/filter/index.ts';
import { EventScan } from '../../segments/event-scan.ts';
import { readRows } from '../../segments/rows.ts';
import type { Content } from './content.ts';
import { eventContent } from './event-content.ts';
import type { Items } from './items.ts';
import type { ReadSource } from './source.ts';

/** The events of a capture as a list. */
export class EventItems implements Items {
	readonly #source: ReadSource;

	constructor(source: ReadSource) {
		this.#source = source;
	}

	get known(): KnownProtocols {
		return this.#source.folder.charsets.known;
	}

	get count(): number {
		return this.#source.stored;
	}

	get covered(): number {
		return this.#source.stored;
	}

	grow(): void {
		// Stored events are items.
	}

	scan(filter: Filter): EventScan {
		return new EventScan(this.#source.folder, filter, this.#source.marks);
	}

	content(n: number): Content {
		return eventContent(this.#source.folder, n);
	}

	rows(from: number, to: number): CaptureRow[] {
		return readRows(this.#source.folder, from, to);
	}

	at(event: number): number {
		return event;
	}

	eventOf(n: number): number {
		return n;
	}
}
