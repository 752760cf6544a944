import type { StreamLine, StreamMessage } from '../../../common/contract/calls/stream.ts';
import type { Span } from './LineBytes.tsx';
import type { EventRange } from './state/store.ts';

/** Splits a line of `length` bytes, the first of which is byte `offset` of event `n`, at the start and end of matches. */
export function hitSpans(n: number, offset: number, length: number, hits: readonly EventRange[]): Span[] {
	const within = hits.filter((hit) => hit.n === n && hit.to > offset && hit.from < offset + length);
	return cut(
		length,
		within.map(({ from, to }) => ({ from: from - offset, to: to - offset, kind: 'hit' as const })),
	);
}

/** Splits a line of a message after its head and before its terminator. */
export function borderSpans({ at, bytes }: Extract<StreamLine, { type: 'slice' }>, message: StreamMessage): Span[] {
	const { head, terminator, length } = message;
	const end = message.at + length;
	return cut(bytes.length, [
		{ from: message.at - at, to: message.at + head - at, kind: 'border' },
		{ from: end - terminator - at, to: end - at, kind: 'border' },
	]);
}

/** Marked parts in order, clipped to the line, and the parts between. */
function cut(length: number, marked: readonly Span[]): Span[] {
	const spans: Span[] = [];
	let at = 0;
	for (const { from, to, kind } of marked) {
		const begin = Math.max(at, Math.min(from, length));
		const end = Math.min(to, length);
		if (end <= begin) continue;
		if (begin > at) spans.push({ from: at, to: begin, kind: 'plain' });
		spans.push({ from: begin, to: end, kind });
		at = end;
	}
	if (at < length) spans.push({ from: at, to: length, kind: 'plain' });
	return spans;
}
