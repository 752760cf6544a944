import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charsetNamed, decodeText, encodeWritten } from '../../../common/payload/index.ts';
import { selectedRange, selectionAfterKey } from '../../app/shared/hex/byte-selection.ts';
import { ByteSource, PAGE_BYTES } from '../../app/shared/hex/byte-source.ts';
import { bytesPerRow, rowChars } from '../../app/shared/hex/hex-layout.ts';
import { litWithin } from '../../bytes/lit.ts';
import { parseOffset } from './parse-offset.ts';
import { WINDOW_BYTES, windowBytes, windowCount, windowRange } from './text-window.ts';

const plain = (key: string, shiftKey = false, command = false) => ({ key, shiftKey, command });

describe('selecting bytes by keyboard', () => {
	const layout = { perRow: 16, pageRows: 10, total: 100 };

	it('starts with the first byte, moves alone and extends with Shift', () => {
		const started = selectionAfterKey(undefined, plain('ArrowRight'), layout);
		expect(started).toEqual({ anchor: 0, head: 0 });
		const moved = selectionAfterKey(started, plain('ArrowDown'), layout);
		expect(moved).toEqual({ anchor: 16, head: 16 });
		const grown = selectionAfterKey(moved, plain('ArrowLeft', true), layout);
		expect(grown).toEqual({ anchor: 16, head: 15 });
		expect(selectedRange({ anchor: 16, head: 15 })).toEqual({ from: 15, end: 17 });
	});

	it.each([
		['Home', false, 32],
		['End', false, 47],
		['Home', true, 0],
		['End', true, 99],
		['PageDown', false, 99],
		['PageUp', false, 0],
		['ArrowUp', false, 21],
	])('%s (command: %s) moves from 37 to %i', (key, command, head) => {
		expect(selectionAfterKey({ anchor: 37, head: 37 }, plain(key, false, command), layout)?.head).toBe(head);
	});

	it('stays in the last and the first row', () => {
		expect(selectionAfterKey({ anchor: 97, head: 97 }, plain('ArrowDown'), layout)?.head).toBe(97);
		expect(selectionAfterKey({ anchor: 90, head: 90 }, plain('ArrowDown'), layout)?.head).toBe(99);
		expect(selectionAfterKey({ anchor: 3, head: 3 }, plain('ArrowUp'), layout)?.head).toBe(3);
	});

	it('selects all with Ctrl A, and nothing of an empty payload', () => {
		expect(selectionAfterKey(undefined, plain('a', false, true), layout)).toEqual({ anchor: 0, head: 99 });
		expect(selectionAfterKey(undefined, plain('ArrowDown'), { ...layout, total: 0 })).toBeUndefined();
	});

	it('never leaves the payload', () => {
		const keys = fc.constantFrom(
			'ArrowLeft',
			'ArrowRight',
			'ArrowUp',
			'ArrowDown',
			'PageUp',
			'PageDown',
			'Home',
			'End',
		);
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 70 }),
				fc.constantFrom(4, 8, 16, 24, 32),
				fc.array(fc.tuple(keys, fc.boolean(), fc.boolean())),
				(total, perRow, strokes) => {
					let selection = selectionAfterKey(undefined, plain('Home'), { perRow, pageRows: 3, total });
					for (const [key, shift, command] of strokes) {
						selection = selectionAfterKey(selection, plain(key, shift, command), { perRow, pageRows: 3, total });
						if (selection === undefined) throw new Error('a selecting key selected nothing');
						const { from, end } = selectedRange(selection);
						expect(from).toBeGreaterThanOrEqual(0);
						expect(end).toBeLessThanOrEqual(total);
						if (!shift) expect(end - from).toBe(1);
					}
				},
			),
		);
	});
});

describe('the layout of a row', () => {
	it('uses the most bytes that fit', () => {
		for (const [fits, less] of [
			[32, 24],
			[24, 16],
			[16, 8],
			[8, 4],
		] as const) {
			expect(bytesPerRow(rowChars(fits, 4) * 7, 7, 4)).toBe(fits);
			expect(bytesPerRow(rowChars(fits, 4) * 7 - 1, 7, 4)).toBe(less);
		}
		expect(bytesPerRow(10, 7, 4)).toBe(4);
	});
});

/** A payload with a known byte at each position. */
const byteOf = (at: number) => (at * 7 + (at >> 8)) & 0xff;
function payload(total: number) {
	const queries: [offset: number, length: number][] = [];
	const source = new ByteSource(total, async (offset, length) => {
		queries.push([offset, length]);
		return Uint8Array.from({ length: Math.min(length, total - offset) }, (_, i) => byteOf(offset + i));
	});
	const fetched = (from: number, end: number) =>
		new Promise<Uint8Array>((resolve) => {
			const stop = source.subscribe(() => {
				const bytes = source.bytes(from, end);
				if (bytes === undefined) return;
				stop();
				resolve(bytes);
			});
			source.want(from, end, source.total);
		});
	return { source, queries, fetched };
}

describe('bytes of a payload', () => {
	it('are read from the middle of 64 MiB without the rest, also across pages', async () => {
		const { source, queries, fetched } = payload(64 * 1024 * 1024);
		const from = 500 * PAGE_BYTES - 10;
		expect(source.bytes(from, from + 20)).toBeUndefined();
		const bytes = await fetched(from, from + 20);
		expect([...bytes]).toEqual(Array.from({ length: 20 }, (_, i) => byteOf(from + i)));
		expect(queries.map(([offset]) => offset / PAGE_BYTES)).toEqual([499, 500]);
	});

	it('end at the end of the payload', async () => {
		const { fetched, queries } = payload(PAGE_BYTES + 3);
		expect(await fetched(PAGE_BYTES, PAGE_BYTES + 16)).toHaveLength(3);
		expect(queries).toEqual([[PAGE_BYTES, 3]]);
	});

	it('are read whole for a copy', async () => {
		const { source } = payload(PAGE_BYTES * 2 + 5);
		const bytes = await source.read(3, PAGE_BYTES * 2 + 5);
		expect(bytes).toHaveLength(PAGE_BYTES * 2 + 2);
		expect(bytes.at(-1)).toBe(byteOf(PAGE_BYTES * 2 + 4));
	});
});

describe('a long text in windows', () => {
	it.each([
		['utf-8', ['é', '漢', '😀', 'x']],
		['utf-16le', ['é', '😀']],
		['shift_jis', ['あ\n', 'ｱ世 ']],
		['gb18030', ['ê\n', '你 ', '😀\n']],
		['koi8-r', ['Ж']],
	] as const)('in %s shows each byte once and splits no character, at any window boundary', (name, characters) => {
		const charset = charsetNamed(name);
		fc.assert(
			fc.property(fc.nat(5), fc.constantFrom(...characters), (shift, character) => {
				const text = 'a'.repeat(shift) + character.repeat(WINDOW_BYTES);
				const encoded = encodeWritten({ format: 'text', text }, 'none', 'none', charset);
				const bytes = encoded.ok ? encoded.bytes : new Uint8Array(0);
				let shown = '';
				for (let index = 0; index < windowCount(bytes.length); index++) {
					const { from, end } = windowRange(index, bytes.length);
					shown += decodeText(windowBytes(index, bytes.subarray(from, end), charset), charset);
				}
				expect(shown === text).toBe(true);
			}),
			{ numRuns: 3 },
		);
	});
});

describe('going to an offset', () => {
	const at = (text: string) => {
		const parsed = parseOffset(text, 100, 70_000);
		return parsed.ok ? parsed.selection : parsed.message;
	};

	it.each([
		['4096', 4096, 4096],
		[' 0x1000 ', 4096, 4096],
		['0fh', 15, 15],
		['65,536', 65_536, 65_536],
		['+0x10', 116, 116],
		['-20', 80, 80],
		['\u2212 20', 80, 80],
		['0x10..0x1f', 16, 31],
		['16..+15', 16, 31],
		['31..16', 31, 16],
	])('%s', (text, anchor, head) => {
		expect(at(text)).toEqual({ anchor, head });
	});

	it('reports what is none, and one outside of the payload', () => {
		for (const text of ['', 'ff', '1.5', '0x', '1..2..3', '..']) expect(at(text)).toContain('Expected an offset');
		for (const text of ['70000', '-101', '0..70000']) expect(at(text)).toBe('The last offset is 69999 (0x1116f).');
	});
});

describe('places within a part', () => {
	it('are those that a naive search gives, with offsets from its start', () => {
		const place = fc.record({ gap: fc.nat(5), length: fc.integer({ min: 1, max: 5 }) });
		fc.assert(
			fc.property(fc.array(place, { maxLength: 8 }), fc.nat(8), fc.nat(40), fc.nat(20), (all, now, from, length) => {
				let end = 0;
				const places = all.map(({ gap, length: size }) => {
					const start = end + gap;
					end = start + size;
					return { from: start, to: end };
				});
				const lit = litWithin({ places, at: now }, from, from + length);
				const within = places.filter((one) => one.to > from && one.from < from + length);
				expect(lit.places).toEqual(within.map((one) => ({ from: one.from - from, to: one.to - from })));
				const current = places[now];
				expect(lit.places[lit.at]?.from).toBe(current && within.includes(current) ? current.from - from : undefined);
			}),
		);
	});
});
