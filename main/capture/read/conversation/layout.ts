import type { StreamLayout, StreamLine, StreamMessage } from '../../../../common/contract/calls/stream.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';

export type BoundariesLayout = Extract<StreamLayout, { type: 'boundaries' }>;

/** Lines of a layout, with copies of their bytes, and the messages that they belong to. */
export interface LayoutWindow {
	readonly lines: StreamLine[];
	readonly messages: StreamMessage[];
}

/** A connection laid out as lines, in slices; `window` and `place` speak of what has been laid out. */
export interface Layout {
	readonly lines: number;
	/** Payload bytes laid out. */
	readonly bytes: number;
	/** Events of the connection laid out. */
	readonly done: number;
	/** Of boundaries: whole messages, and what cuts them. */
	readonly messages?: number;
	readonly framing?: Framing | undefined;
	/** Goes on until the time `until`, or until all events of the connection are laid out. */
	step(until: number): void;
	window(from: number, count: number): LayoutWindow;
	/** The line that shows byte `offset` of event `n`; undefined while it is not laid out. */
	place(n: number, offset: number): number | undefined;
}
