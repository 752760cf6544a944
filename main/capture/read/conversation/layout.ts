import type { StreamLayout, StreamLine, StreamMessage } from '../../../../common/contract/calls/stream.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';

export type BoundariesLayout = Extract<StreamLayout, { type: 'boundaries' }>;

/** Lines of a layout, with copies of their bytes, and their messages. */
export interface LayoutWindow {
	readonly lines: StreamLine[];
	readonly messages: StreamMessage[];
}

/** A connection laid out as lines, in slices; `window` and `place` cover the part laid out so far. */
export interface Layout {
	readonly lines: number;
	/** Payload bytes laid out. */
	readonly bytes: number;
	/** Events of the connection laid out. */
	readonly done: number;
	/** Of boundaries: complete messages, and their framing. */
	readonly messages?: number;
	readonly framing?: Framing | undefined;
	/** Continues until the time `until`, or until all events of the connection are laid out. */
	step(until: number): void;
	window(from: number, count: number): LayoutWindow;
	/** The line that shows byte `offset` of event `n`; undefined until it is laid out. */
	place(n: number, offset: number): number | undefined;
}
