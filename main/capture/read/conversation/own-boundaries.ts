import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import { Boundaries } from './boundaries.ts';
import { EventCursor } from './cursor.ts';
import type { ConnectionEvents } from './events.ts';
import type { BoundariesLayout, Layout, LayoutWindow } from './layout.ts';

/** The boundaries with the endpoint's own framing, which is read from the capture with the first event. */
export class OwnBoundaries implements Layout {
	readonly #folder: CaptureFolder;
	readonly #events: ConnectionEvents;
	readonly #layout: BoundariesLayout;
	#boundaries: Boundaries | undefined;

	constructor(folder: CaptureFolder, events: ConnectionEvents, layout: BoundariesLayout) {
		this.#folder = folder;
		this.#events = events;
		this.#layout = layout;
	}

	get framing(): Framing | undefined {
		return this.#boundaries?.framing;
	}

	get messages(): number {
		return this.#boundaries?.messages ?? 0;
	}

	get lines(): number {
		return this.#boundaries?.lines ?? 0;
	}

	get bytes(): number {
		return this.#boundaries?.bytes ?? 0;
	}

	get done(): number {
		return this.#boundaries?.done ?? 0;
	}

	step(until: number): void {
		this.#boundaries ??= this.#begin();
		this.#boundaries.step(until);
	}

	window(from: number, count: number): LayoutWindow {
		return this.#boundaries?.window(from, count) ?? { lines: [], messages: [] };
	}

	place(n: number, offset: number): number | undefined {
		return this.#boundaries?.place(n, offset);
	}

	#begin(): Boundaries {
		const framings = new EventCursor(this.#folder, this.#events).to(0).framings;
		const framing = framings?.[this.#layout.side] ?? { type: 'none' };
		return new Boundaries(this.#folder, this.#events, this.#layout, framing);
	}
}
