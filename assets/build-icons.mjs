/**
 * Makes what installers and systems want from icon.svg: PNGs for Linux, an ICO for Windows, an ICNS for macOS.
 * Run it after changing icon.svg, and commit what it makes: `node assets/build-icons.mjs`. It draws with the
 * Chromium named by WIREBENCH_CHROMIUM, or Playwright's own.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const here = import.meta.dirname;

/** Edges in pixels, as the freedesktop icon theme specification and electron-builder look for them. */
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];

/** Entries of an ICNS that hold a PNG, by their type: edge in pixels. The ic11 to ic14 are those for twice the density. */
const ICNS_TYPES = {
	icp4: 16,
	icp5: 32,
	icp6: 64,
	ic07: 128,
	ic08: 256,
	ic09: 512,
	ic10: 1024,
	ic11: 32,
	ic12: 64,
	ic13: 256,
	ic14: 512,
};

/** Icons of macOS leave a tenth of the edge free on each side; without it ours would look too large beside others. */
const MAC_MARGIN = 100 / 1024;

/**
 * An ICO: a header, a directory of 16 bytes an image, the PNGs. All integers little-endian; an edge of 256 is
 * written as 0.
 * @param {readonly { size: number, png: Uint8Array }[]} images
 */
function ico(images) {
	const directory = Buffer.alloc(6 + 16 * images.length);
	directory.writeUInt16LE(1, 2);
	directory.writeUInt16LE(images.length, 4);
	let offset = directory.length;
	for (const [index, { size, png }] of images.entries()) {
		const entry = 6 + 16 * index;
		directory.writeUInt8(size % 256, entry);
		directory.writeUInt8(size % 256, entry + 1);
		directory.writeUInt16LE(1, entry + 4);
		directory.writeUInt16LE(32, entry + 6);
		directory.writeUInt32LE(png.length, entry + 8);
		directory.writeUInt32LE(offset, entry + 12);
		offset += png.length;
	}
	return Buffer.concat([directory, ...images.map(({ png }) => png)]);
}

/**
 * An ICNS: the word `icns` and the length of the whole, then a type, a length and a PNG for each image. Lengths
 * are big-endian and count their own eight bytes.
 * @param {readonly { type: string, png: Uint8Array }[]} images
 */
function icns(images) {
	const chunk = (type, body) => {
		const head = Buffer.alloc(8);
		head.write(type, 'latin1');
		head.writeUInt32BE(8 + body.length, 4);
		return Buffer.concat([head, body]);
	};
	return chunk('icns', Buffer.concat(images.map(({ type, png }) => chunk(type, png))));
}

const executablePath = process.env.WIREBENCH_CHROMIUM;
const browser = await chromium.launch({
	...(executablePath === undefined ? {} : { executablePath }),
	chromiumSandbox: process.getuid?.() !== 0,
});
const page = await browser.newPage();
const svg = await readFile(join(here, 'icon.svg'), 'utf8');
const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

/** Draws the icon as a PNG with an edge of `size` pixels, `margin` of it free on each side. */
async function draw(size, margin = 0) {
	const inner = Math.round(size * (1 - 2 * margin));
	await page.setViewportSize({ width: size, height: size });
	await page.setContent(
		`<style>body{margin:0;display:grid;place-items:center;height:${size}px}img{display:block;width:${inner}px}</style><img src="${source}">`,
	);
	await page.locator('img').evaluate((image) => image.decode());
	return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
}

await mkdir(join(here, 'icons'), { recursive: true });
const pngs = new Map();
for (const size of LINUX_SIZES) {
	const png = await draw(size);
	pngs.set(size, png);
	await writeFile(join(here, 'icons', `${size}x${size}.png`), png);
}
await writeFile(join(here, 'icon.ico'), ico(ICO_SIZES.map((size) => ({ size, png: pngs.get(size) }))));

const macImages = [];
for (const [type, size] of Object.entries(ICNS_TYPES)) macImages.push({ type, png: await draw(size, MAC_MARGIN) });
await writeFile(join(here, 'icon.icns'), icns(macImages));
await browser.close();
