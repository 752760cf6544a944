import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildBlock, buildInterface, buildPacket, buildSection } from './build.ts';
import { BLOCK, PcapngError, padded } from './format.ts';
import { type BlockPlace, parseBlock, parseInterface, parsePacket, parseSection } from './parse.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.replaceAll('\0', ''));
const bytes = fc.uint8Array({ maxLength: 200 });
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });

function place(block: Uint8Array, at = 0): BlockPlace {
	const found = parseBlock(block, at, 0);
	if (!found) throw new Error('The block is cut off.');
	return found;
}

test('a packet block is parsed as it was built', () => {
	const fields = fc.record(
		{ interfaceId: u32, time: fc.bigInt(0n, 2n ** 64n - 1n), packet: bytes, flags: u32, queue: u32, comment: text },
		{ requiredKeys: ['interfaceId', 'time', 'packet'] },
	);
	fc.assert(
		fc.property(fields, (input) => {
			const block = buildPacket(input);
			expect(block.length % 4).toBe(0);
			const parsed = parsePacket(block, place(block), 0);
			expect({ ...parsed, packet: [...parsed.packet] }).toEqual({
				interfaceId: input.interfaceId,
				timeHigh: Number(input.time >> 32n),
				timeLow: Number(input.time & 0xffff_ffffn),
				flags: input.flags ?? 0,
				queue: input.queue ?? 0,
				comments: input.comment === undefined ? [] : [input.comment],
				packet: [...input.packet],
			});
		}),
	);
});

test('section and interface blocks are parsed with their texts', () => {
	fc.assert(
		fc.property(text, text, fc.integer({ min: 0, max: 0xffff }), (a, b, linkType) => {
			const section = buildSection(a, b);
			expect(parseSection(section, place(section), 0)).toEqual({ application: a, comment: b });
			const described = buildInterface(linkType, a, b);
			const expected = { linkType, name: a, description: b, resolution: 9 };
			expect(parseInterface(described, place(described), 0)).toEqual(expected);
		}),
	);
});

test('a text that is too long for an option is cut at a character', () => {
	const block = buildInterface(101, 'ü'.repeat(40_000), '');
	const { name } = parseInterface(block, place(block), 0);
	expect(name.length).toBeGreaterThan(32_000);
	expect('ü'.repeat(40_000).startsWith(name)).toBe(true);
});

test('blocks one after the other are found one after the other, at any split', () => {
	fc.assert(
		fc.property(fc.array(bytes, { maxLength: 8 }), fc.nat(), (bodies, cut) => {
			const file = Buffer.concat(bodies.map((body, i) => buildBlock(i, body)));
			const end = cut % (file.length + 1);
			const found: number[] = [];
			let at = 0;
			for (let next = parseBlock(file.subarray(0, end), at, 0); next; next = parseBlock(file.subarray(0, end), at, 0)) {
				found.push(next.type);
				expect(next.length).toBe(12 + padded(bodies[next.type]?.length ?? 0));
				at += next.length;
			}
			expect(found).toEqual(bodies.map((_, i) => i).slice(0, found.length));
			const nextBlock = bodies[found.length];
			if (nextBlock) expect(at + 12 + padded(nextBlock.length)).toBeGreaterThan(end);
		}),
	);
});

test('arbitrary bytes are parsed or refused with an offset, never read past', () => {
	const damaged = fc.tuple(fc.constantFrom(BLOCK.packet, BLOCK.interface, BLOCK.section), bytes);
	fc.assert(
		fc.property(damaged, ([type, body]) => {
			const block = buildBlock(type, body);
			try {
				const found = place(block);
				if (type === BLOCK.packet) parsePacket(block, found, 1000);
				else if (type === BLOCK.interface) parseInterface(block, found, 1000);
				else parseSection(block, found, 1000);
			} catch (error) {
				if (!(error instanceof PcapngError)) throw error;
				expect(error.offset).toBeGreaterThanOrEqual(1000);
				expect(error.offset).toBeLessThan(1000 + block.length);
				expect(error.message).toContain(`at byte ${error.offset}`);
			}
		}),
		{ numRuns: 1000 },
	);
});

test('impossible lengths are refused with their place', () => {
	const block = buildBlock(6, new Uint8Array(8));
	const view = new DataView(block.buffer);
	for (const [at, value, offset] of [
		[4, 8, 504],
		[4, 21, 504],
		[4, 0x7fff_fff0, 504],
		[16, 24, 516],
	] as const) {
		const old = view.getUint32(at, true);
		view.setUint32(at, value, true);
		expect(() => parseBlock(block, 0, 500)).toThrow(expect.objectContaining({ name: 'PcapngError', offset }));
		view.setUint32(at, old, true);
	}
	expect(parseBlock(block, 0, 500)?.length).toBe(20);
});
