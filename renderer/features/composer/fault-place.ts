/** The place of a fault for people: line and column from 1, and the text around it. */
export interface FaultPlace {
	readonly line: number;
	readonly column: number;
	readonly before: string;
	/** The faulty character; empty at the end of the text. */
	readonly at: string;
	readonly after: string;
}

const AROUND = 16;

/** Converts the UTF-16 offset `position`. The excerpt stays within its line. */
export function faultPlace(text: string, position: number): FaultPlace {
	const at = Math.min(Math.max(0, position), text.length);
	const start = text.lastIndexOf('\n', at - 1) + 1;
	const next = text.indexOf('\n', at);
	const end = next < 0 ? text.length : next;
	const code = at < end ? text.codePointAt(at) : undefined;
	const character = code === undefined ? '' : String.fromCodePoint(code);
	const from = Math.max(start, at - AROUND);
	const after = at + character.length;
	return {
		line: text.slice(0, start).split('\n').length,
		column: [...text.slice(start, at)].length + 1,
		before: (from > start ? '…' : '') + text.slice(from, at),
		at: character,
		after: text.slice(after, Math.min(end, after + AROUND)) + (after + AROUND < end ? '…' : ''),
	};
}
