import { expect, it } from 'vitest';
import type { MessagePlace, PrintedMessage } from '../contract/calls/compare.ts';
import { ConversationComparison, type Difference } from './conversation.ts';
import type { MessageSource } from './side.ts';
import { pairs, similarity } from './similar.ts';

/** Messages of one answer. */
const PAGE = 4096;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** FNV-1a: no two texts of these tests have the same. */
function print(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
	return hash;
}

/** A connection that has received these messages. */
function source(
	texts: readonly string[],
	end: 'open' | 'closed' | 'reset' = 'closed',
): MessageSource & { reads: number } {
	const messages: PrintedMessage[] = texts.map((text, i) => ({
		number: i + 1,
		at: i * 10,
		length: text.length,
		n: i,
		offset: 0,
		time: 0n,
		print: print(text),
	}));
	return {
		begin: 0n,
		reads: 0,
		async messages(side, from: MessagePlace | undefined) {
			const start = from?.event ?? 0;
			const next = start + PAGE;
			const answer = { framing: { type: 'line' as const }, framed: true, end };
			if (side === 'out') return { ...answer, messages: [] };
			const page = messages.slice(start, next);
			if (next >= messages.length) return { ...answer, messages: page };
			return { ...answer, messages: page, next: { event: next, offset: 0, at: 0, number: next + 1, lost: false } };
		},
		async bytes(_side, message) {
			this.reads++;
			return bytesOf(texts[message.number - 1] ?? '');
		},
	};
}

/** More messages than are aligned at a time. */
const texts = Array.from({ length: 70_000 }, (_, i) => `${i}`);

async function differences(a: MessageSource, b: MessageSource) {
	const comparison = new ConversationComparison(a, b, { ignored: () => [] });
	const found: Difference[] = [];
	for await (const difference of comparison.differences()) found.push(difference);
	return { found, tally: comparison.tally };
}

it('a reset is a difference where the other connection has none; other ends are not', async () => {
	const ends = ['open', 'closed', 'reset'] as const;
	for (const one of ends) {
		for (const other of ends) {
			const { found, tally } = await differences(source(['x'], one), source(['x'], other));
			expect(found).toEqual((one === 'reset') === (other === 'reset') ? [] : [{ kind: 'end', a: one, b: other }]);
			expect(tally).toMatchObject({ same: 1, changed: 0, missing: 0, extra: 0 });
		}
	}
});

it('a changed message beside an inserted one is paired with the one that looks like it', async () => {
	const { found } = await differences(
		source(['start', 'temperature=20 C', 'end']),
		source(['start', 'a line that nobody had sent', 'temperature=21 C', 'end']),
	);
	expect(found).toMatchObject([
		{ kind: 'extra', b: { number: 2 } },
		{ kind: 'changed', a: { number: 2 }, b: { number: 3 } },
	]);
	const swapped = await differences(
		source(['start', 'a line that nobody had sent', 'temperature=21 C', 'end']),
		source(['start', 'temperature=20 C', 'end']),
	);
	expect(swapped.found).toMatchObject([
		{ kind: 'missing', a: { number: 2 } },
		{ kind: 'changed', a: { number: 3 }, b: { number: 2 } },
	]);
});

it('pairs in order, all of the fewer ones, with the greatest likeness; likeness is of starts and ends', () => {
	expect(similarity(bytesOf(''), bytesOf(''))).toBe(1);
	expect(similarity(bytesOf('abc'), bytesOf('xyz'))).toBe(0);
	expect(similarity(bytesOf('ab'), bytesOf('aXXb'))).toBe(0.5);
	// Equal bytes are counted once where start and end overlap.
	expect(similarity(bytesOf('aaa'), bytesOf('aaaa'))).toBe(0.75);
	const likeness = [
		[0, 0.9, 0],
		[0, 0, 0.8],
	];
	expect(pairs(2, 3, (a, b) => likeness[a]?.[b] ?? 0)).toEqual([{ b: 0 }, { a: 0, b: 1 }, { a: 1, b: 2 }]);
	expect(pairs(0, 2, () => 1)).toEqual([{ b: 0 }, { b: 1 }]);
});

it('finds single differences before, between and behind windows of 65,536 messages, and reads no others', async () => {
	const others = texts.flatMap((text, i) => {
		if (i === 10) return [];
		if (i === 65_536) return [text, 'new'];
		return [i === 69_000 ? 'other' : text];
	});
	const [a, b] = [source(texts), source(others)];
	const { found, tally } = await differences(a, b);
	expect(found).toMatchObject([
		{ kind: 'missing', a: { number: 11 } },
		{ kind: 'extra', b: { number: 65_537 } },
		{ kind: 'changed', a: { number: 69_001 }, b: { number: 69_001 } },
	]);
	expect(tally).toMatchObject({ same: 69_998, changed: 1, missing: 1, extra: 1, coarse: false });
	expect([a.reads, b.reads]).toEqual([0, 0]);
});

it('a window of which nothing is equal is compared whole, and the next one again from its start', async () => {
	const { found, tally } = await differences(
		source(texts),
		source(texts.map((text, i) => (i < 65_536 ? `x${text}` : text))),
	);
	expect(found).toHaveLength(65_536);
	expect(tally).toMatchObject({ same: 70_000 - 65_536, changed: 65_536 });
});
