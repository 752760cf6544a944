import { describeRun } from '../names.ts';
import { buildInterface } from '../pcapng/build.ts';
import { LINK, type LinkType } from '../pcapng/format.ts';
import type { RunRecord } from '../records.ts';

/** An interface of the current section. */
export interface SectionInterface {
	/** Its number in the section. */
	readonly id: number;
	/** Where its description lies in the segment. */
	readonly offset: number;
	/** The segment it belongs to. */
	readonly segment: number;
}

interface Run {
	readonly record: RunRecord;
	readonly interfaces: Map<LinkType, SectionInterface>;
}

/** The runs of endpoints, and the interface that each has in the current section for each link type it uses. */
export class Interfaces {
	readonly #runs = new Map<number, Run>();
	#segment = 0;
	#count = 0;

	add(handle: number, record: RunRecord): void {
		this.#runs.set(handle, { record, interfaces: new Map() });
	}

	has(handle: number): boolean {
		return this.#runs.has(handle);
	}

	/** A new section has no interfaces yet. */
	begin(segment: number): void {
		this.#segment = segment;
		this.#count = 0;
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
		const { name, kind, id, config } = run.record;
		const shown = link === LINK.ip ? name : `${name} (exported)`;
		const offset = write(buildInterface(link, shown, describeRun({ run: handle, kind, id, name }, config)));
		const added = { id: this.#count++, offset, segment: this.#segment };
		run.interfaces.set(link, added);
		return added;
	}
}
