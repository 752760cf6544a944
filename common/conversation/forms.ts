/** How bytes of a conversation are shown: hex beside ASCII; text with its line breaks; escaped text without. */
export const STREAM_FORMS = ['hex', 'text', 'escaped'] as const;
export type StreamForm = (typeof STREAM_FORMS)[number];

/** Whose bytes: of both sides, of the peer (`in`), ours (`out`). */
export const STREAM_SIDES = ['both', 'in', 'out'] as const;
export type StreamSide = (typeof STREAM_SIDES)[number];

/** Most cells of a line of text, and most bytes of a line of hex. */
export const MAX_LINE_CELLS = 400;
export const MAX_HEX_BYTES = 64;

/**
 * How a message ended. `whole`: complete. `chunk`: with the chunk, where the framing has no other end. `close`: with
 * the stream. `fault`: the framing does not allow it. `waiting`: not yet.
 */
export const MESSAGE_ENDS = ['whole', 'chunk', 'close', 'fault', 'waiting'] as const;
