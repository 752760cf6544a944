import type { StreamLayout } from '../../../../common/contract/calls/stream.ts';
import type { StreamForm } from '../../../../common/conversation/index.ts';
import { type Conversation, withPair } from './store.ts';

/** Characters of a line that are not bytes: indentation, the bar and the padding. */
const INDENT = 8;
/** The signs of a line ending may exceed the width. */
const HANG = 4;
/** Characters of the offset before hex, and between hex and text. */
const OFFSET = 8;
/** Width of the gutters of the boundaries on both sides, with gaps and borders, in characters. */
const GUTTERS = 2 * 15 + 9;
/** How much wider the right one is with what messages say. */
const DECODED = 17;
/** Below this width (px, as in the style sheet) they are narrow, and the text beside hex is hidden. */
const NARROW = 600;
const NARROW_GUTTERS = 2 * 7 + 9;
const HEX_CHOICES = [32, 16, 8, 4] as const;

/** Characters of this many bytes as hex and text: three and one each, a gap in the middle and one between. */
function hexChars(bytes: number): number {
	return bytes * 4 + 2;
}

/** Bytes, or cells, that fit into this many characters. In steps, so that not every pixel creates another layout. */
function widthIn(characters: number, form: StreamForm): number {
	if (form === 'hex') return HEX_CHOICES.find((bytes) => hexChars(bytes) <= characters) ?? 4;
	return Math.min(200, Math.max(12, Math.floor((characters - HANG) / 4) * 4));
}

/** The layout that fits; undefined while nothing is chosen or measured. `width` and `character` in px. */
export function layoutFor(view: Conversation, width: number, character: number): StreamLayout | undefined {
	const { connection, mode, form, side, cut, framing, decoded } = view;
	if (connection === undefined || character <= 0 || width <= 0) return undefined;
	const characters = Math.floor(width / character);
	// The parts read bytes themselves; the dialogue of their side reports when there are more.
	if (mode === 'parts') return { type: 'dialogue', connection, side: cut, form: 'escaped', width: 200 };
	if (mode === 'dialogue') {
		const room = characters - INDENT - (form === 'hex' ? OFFSET : 0);
		const pair = withPair(view);
		const both = pair === undefined ? {} : { with: pair };
		return { type: 'dialogue', connection, ...both, side, form, width: widthIn(room, form) };
	}
	const narrow = width < NARROW;
	const room = Math.floor((characters - (narrow ? NARROW_GUTTERS : GUTTERS + (decoded ? DECODED : 0))) / 2);
	return {
		type: 'boundaries',
		connection,
		side: cut,
		form,
		width: narrow && form === 'hex' ? (room >= 25 ? 8 : 4) : widthIn(room, form),
		...(framing === undefined ? {} : { framing }),
	};
}
