import { type Ignore, ignoreSchema } from '../contract/config/ignore.ts';
import { recordingError } from '../sentences/recording-error.ts';

const PLACE = /^(-?(?:0x[\da-f]+|\d+))(?:(-)(-?(?:0x[\da-f]+|\d+))?)?$/i;
const MESSAGES = /^message=(\d+)(?:-(\d+))?$/;

/** Parses a range of bytes to ignore. Throws `bad-input` with a sentence. */
export function parseIgnore(text: string): Ignore {
	const parts = text.split(':');
	const range = PLACE.exec(parts.at(-1) ?? '');
	const [, from = '', open, to] = range ?? [];
	const selectors = parts.slice(0, -1);
	const sides = selectors.filter((part) => part === 'in' || part === 'out');
	const messages = selectors.flatMap((part) => MESSAGES.exec(part)?.slice(1) ?? []);
	const isKnown = sides.length <= 1 && messages.length <= 2 && sides.length + messages.length / 2 === selectors.length;
	if (range !== null && isKnown) {
		const [first, last = first] = messages;
		const parsed = ignoreSchema.safeParse({
			type: 'bytes',
			from: place(from),
			...(to !== undefined ? { to: place(to) } : open === undefined && { to: place(from) }),
			...(sides[0] !== undefined && { side: sides[0] }),
			...(first !== undefined && { messages: { first: Number(first), last: Number(last) } }),
		});
		if (parsed.success && isForward(parsed.data)) return parsed.data;
	}
	throw recordingError('bad-input', 'noIgnoreRange', { text });
}

/** A range, as `parseIgnore` reads it; a pattern between slashes. */
export function formatIgnore(ignore: Ignore): string {
	const side = ignore.side === undefined ? '' : `${ignore.side}:`;
	if (ignore.type === 'regex') return `${side}/${ignore.pattern}/`;
	const { from, to, messages } = ignore;
	const range = to === undefined ? `${from}-` : from === to ? `${from}` : `${from}-${to}`;
	if (messages === undefined) return `${side}${range}`;
	const { first, last } = messages;
	return `${side}message=${first === last ? first : `${first}-${last}`}:${range}`;
}

function place(text: string): number {
	return text.startsWith('-') ? -Number(text.slice(1)) : Number(text);
}

/** Whether a range has bytes at all, as far as its ends count from the same end of the message. */
function isForward(ignore: Ignore): boolean {
	if (ignore.type === 'regex') return true;
	const { from, to = -1, messages } = ignore;
	const isOrdered = from < 0 === to < 0 ? from <= to : true;
	return isOrdered && (messages === undefined || messages.first <= messages.last);
}
