import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ASSETS = join(import.meta.dirname, '../../assets');

/** Edges of a PNG in pixels, from its header (PNG specification, 11.2.2), after checking the signature. */
function pngSize(bytes: Buffer): [number, number] {
	expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
	return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the icons', () => {
	it.each([16, 24, 32, 48, 64, 128, 256, 512])('has a PNG of %i pixels for Linux', async (size) => {
		expect(pngSize(await readFile(join(ASSETS, `icons/${size}x${size}.png`)))).toEqual([size, size]);
	});

	it('has the sizes of Windows in its ICO, up to 256', async () => {
		const ico = await readFile(join(ASSETS, 'icon.ico'));
		expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
		const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
			const entry = 6 + 16 * index;
			const size = ico.readUInt8(entry) || 256;
			const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
			expect(pngSize(ico.subarray(offset, offset + length))).toEqual([size, size]);
			return size;
		});
		expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
	});

	it('has the sizes of macOS in its ICNS, up to 1024', async () => {
		const icns = await readFile(join(ASSETS, 'icon.icns'));
		expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
		const sizes: number[] = [];
		for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
			const [width, height] = pngSize(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)));
			expect(width).toBe(height);
			sizes.push(width);
		}
		expect(sizes).toEqual([16, 32, 64, 128, 256, 512, 1024, 32, 64, 256, 512]);
	});
});
