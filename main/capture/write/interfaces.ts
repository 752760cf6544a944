import { MARKS_INTERFACE } from '../format/annotation.ts';
import { describeRun, interfaceName } from '../format/names.ts';
import { buildInterface } from '../pcapng/build.ts';
import type { LinkType } from '../pcapng/format.ts';
import type { RunRecord } from '../ring/records.ts';

/** An interface of the current section. */
export interface SectionInterface {
	/** Its number in the section. */
	readonly id: number;
	/** Offset of its description in the segment. Changes when the section is moved to another. */
	offset: number;
	/** Its segment. */
	segment: number;
}

interface Described {
	readonly known: SectionInterface;
	readonly block: Uint8Array;
}

/** The handle of the interface of marks and notes; runs of endpoints have handles from 1. */
export const MARKS_HANDLE = 0;

interface Run {
	/** Undefined for the interface of marks and notes. */
	readonly record: RunRecord | undefined;
	readonly interfaces: Map<LinkType, SectionInterface>;
}

/** The runs of endpoints, and the interface of each in the current section for each link type it uses. */
export class Interfaces {
	readonly #runs = new Map<number, Run>([[MARKS_HANDLE, { record: undefined, interfaces: new Map() }]]);
	#segment = 0;
	/** Those of the current section, by number. */
	#section: Described[] = [];

	add(handle: number, record: RunRecord): void {
		this.#runs.set(handle, { record, interfaces: new Map() });
	}

	has(handle: number): boolean {
		return handle !== MARKS_HANDLE && this.#runs.has(handle);
	}

	/** Another capture starts, whose segment numbers restart. */
	forget(): void {
		for (const { interfaces } of this.#runs.values()) interfaces.clear();
	}

	/** A new section has no interfaces yet. */
	begin(segment: number): void {
		this.#segment = segment;
		this.#section = [];
	}

	/**
	 * The interface of a run. On its first use in a section `write` gets the description, and returns its offset. The run
	 * must have been added.
	 */
	get(handle: number, link: LinkType, write: (block: Uint8Array) => number): SectionInterface {
		const run = this.#runs.get(handle);
		if (!run) throw new RangeError(`No endpoint has the handle ${handle}.`);
		const known = run.interfaces.get(link);
		if (known?.segment === this.#segment) return known;
		const block = describe(handle, run.record, link);
		const added = { id: this.#section.length, offset: write(block), segment: this.#segment };
		this.#section.push({ known: added, block });
		run.interfaces.set(link, added);
		return added;
	}

	/** The descriptions before `start`, in order. */
	before(start: number): Uint8Array[] {
		return this.#section.filter(({ known }) => known.offset < start).map(({ block }) => block);
	}

	/**
	 * The section continues in another segment: the descriptions before `start` are there one after the other from `head`
	 * on, followed by the data at `start`. Interfaces keep their numbers. Returns a function that maps the old place of a
	 * block to its new one.
	 */
	move(segment: number, start: number, head: number): (offset: number) => number {
		const places = new Map<number, number>();
		let end = head;
		for (const { known, block } of this.#section) {
			if (known.offset >= start) continue;
			places.set(known.offset, end);
			end += block.length;
		}
		const place = (offset: number) => places.get(offset) ?? offset - start + end;
		for (const { known } of this.#section) {
			known.offset = place(known.offset);
			known.segment = segment;
		}
		this.#segment = segment;
		return place;
	}
}

function describe(handle: number, record: RunRecord | undefined, link: LinkType): Uint8Array {
	if (!record) return buildInterface(link, MARKS_INTERFACE.name, MARKS_INTERFACE.description);
	const { name, kind, id, config } = record;
	return buildInterface(link, interfaceName(name, link), describeRun({ run: handle, kind, id, name }, config));
}
