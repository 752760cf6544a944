/**
 * Makes the picture that the HTTP server's preset serves from sample.svg. Run it after changing that, and commit what it
 * makes: `node assets/build-sample.mjs`. It draws with the Chromium named by WIREBENCH_CHROMIUM, or Playwright's own.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const svg = await readFile(join(import.meta.dirname, 'sample.svg'), 'utf8');
const executablePath = process.env.WIREBENCH_CHROMIUM;
const browser = await chromium.launch({
	args: ['--no-sandbox'],
	...(executablePath === undefined ? {} : { executablePath }),
});
const page = await browser.newPage({ viewport: { width: 480, height: 300 } });
await page.setContent(`<style>*{margin:0}svg{display:block}</style>${svg}`);
await page.screenshot({
	path: join(import.meta.dirname, 'packed/samples/test.jpg'),
	type: 'jpeg',
	quality: 82,
});
await browser.close();
