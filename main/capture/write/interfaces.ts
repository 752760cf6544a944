import { MARKS_INTERFACE } from '../format/annotation.ts';
import { describeRun, interfaceName } from '../format/names.ts';
import { buildInterface } from '../pcapng/build.ts';
import type { LinkType } from '../pcapng/format.ts';
import type { RunRecord } from '../ring/records.ts';

/** An interface of the current section. */
export interface SectionInterface {
	/** Its number in the section. */
	readonly id: number;
	/** Where its description lies in the segment. Changes when the section is moved to another. */
	offset: number;
	/** The segment it belongs to. */
	segment: number;
}

interface Described {
	readonly known: SectionInterface;
	readonly block: Uint8Array;
}

/** Stands for the interface of marks and notes; runs of endpoints have handles from 1. */
export const MARKS_HANDLE = 0;

interface Run {
	/** Undefined for what is no endpoint's: marks and notes. */
	readonly record: RunRecord | undefined;
	readonly interfaces: Map<LinkType, SectionInterface>;
}

/** The runs of endpoints, and the interface that each has in the current section for each link type it uses. */
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

	/** Another capture begins, whose segments have the numbers of the last one's. */
	forget(): void {
		for (const { interfaces } of this.#runs.values()) interfaces.clear();
	}

	/** A new section has no interfaces yet. */
	begin(segment: number): void {
		this.#segment = segment;
		this.#section = [];
	}

	/**
	 * The interface of a run. On its first use in a section `write` is given the description, and gives back where it
	 * put it. The run must have been added.
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

	/** The descriptions that lie before `start`, in order. */
	before(start: number): Uint8Array[] {
		return this.#section.filter(({ known }) => known.offset < start).map(({ block }) => block);
	}

	/**
	 * The section goes on in another segment: the descriptions before `start` lie there one after the other from `head`
	 * on, and what was at `start` follows. Interfaces keep their numbers. Gives the new place of a block from its old one.
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
