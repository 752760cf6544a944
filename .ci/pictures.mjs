/**
 * Makes the pictures of the user guide from the running application, in each language: `npm run pictures`, after a build. Everything is
 * done by keys, which are the same in every language.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { startBrowserHost } from '../e2e/support/launch.ts';
import { findChromium } from './chromium.mjs';

const ROOT = join(import.meta.dirname, '..');
const SIZE = { width: 1200, height: 760 };

/** The folder of each language in docs/pictures, and what a browser calls the language. */
const LANGUAGES = { en: 'en-GB', 'zh-hans': 'zh-CN', 'zh-hant': 'zh-TW' };

/** Types into the gallery, and starts the entry as it is. */
async function startEntry(page, words) {
	await page.keyboard.press('Alt+n');
	await page.getByRole('dialog').getByRole('combobox').fill(words);
	await page.keyboard.press('Control+Enter');
	await page.getByRole('dialog').waitFor({ state: 'hidden' });
	await page.locator('[role=treeitem]:focus').waitFor();
}

async function send(page, text) {
	const before = await page.getByRole('row').count();
	await page.keyboard.insertText(text);
	await page.keyboard.press('Enter');
	// Sent and received, at both ends.
	await page.waitForFunction((rows) => document.querySelectorAll('[role=row]').length >= rows + 4, before);
}

/** Runs a command of the palette, which knows the English words in every language. */
async function run(page, words) {
	await page.keyboard.press('Control+k');
	await page.getByRole('dialog').getByRole('combobox').fill(words);
	await page.keyboard.press('Enter');
	await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Each picture: what to do before it, one after the other in one window. */
const PICTURES = {
	gallery: async (page) => {
		await page.keyboard.press('Alt+n');
		await page.getByRole('dialog').getByRole('option').first().waitFor();
		await page.mouse.move(0, 0);
		return () => page.keyboard.press('Escape');
	},
	'first-message': async (page) => {
		await startEntry(page, 'class-tcp');
		await page.keyboard.press('c');
		await page.locator('textarea:focus').waitFor();
		for (const text of ['hello', 'GET /status HTTP/1.1', '你好，世界', 'temperature=21.5;humidity=40'])
			await send(page, text);
		await page.getByRole('row').last().click();
	},
	filter: async (page) => {
		await page.keyboard.press('Control+f');
		await page.keyboard.insertText('dir:in temperature');
		await page.keyboard.press('Enter');
		await page.locator('mark').first().waitFor();
		return async () => {
			await page.keyboard.press('Control+f');
			await page.keyboard.press('Control+a');
			await page.keyboard.press('Delete');
			await page.keyboard.press('Enter');
		};
	},
	conversation: async (page) => {
		await run(page, 'show conversation');
		await page.locator('[data-pane=conversation]').getByText('humidity').first().waitFor();
	},
	'sequence-diagram': async (page) => {
		await run(page, 'show sequence');
		await page.locator('[data-pane=sequence]').getByText('humidity').first().waitFor();
	},
	proxy: async (page) => {
		await run(page, 'show log');
		await page.getByRole('treeitem').first().click();
		await page.keyboard.press('p');
		await page.getByRole('dialog').locator('input:focus').waitFor();
		// To the delay, behind name, host, port and TLS.
		for (let n = 0; n < 5; n++) await page.keyboard.press('Tab');
		await page.keyboard.insertText('200');
	},
};

async function makePictures(browser, folder, locale) {
	const data = mkdtempSync(join(tmpdir(), 'wirebench-pictures-'));
	const host = await startBrowserHost(data);
	const context = await browser.newContext({ viewport: SIZE, locale, colorScheme: 'light', reducedMotion: 'reduce' });
	try {
		const page = await context.newPage();
		// A third of the size of PNG, which is all that Playwright writes beside JPEG.
		const protocol = await context.newCDPSession(page);
		await page.goto(host.url);
		await page.locator('[data-pane=endpoints] button').first().waitFor();
		for (const [name, prepare] of Object.entries(PICTURES)) {
			const leave = await prepare(page);
			const { data: picture } = await protocol.send('Page.captureScreenshot', { format: 'webp', quality: 70 });
			writeFileSync(join(folder, `${name}.webp`), Buffer.from(picture, 'base64'));
			await leave?.();
		}
	} finally {
		await context.close();
		await host.stop();
		rmSync(data, { recursive: true, force: true });
	}
}

const { path } = await findChromium();
const browser = await chromium.launch({ executablePath: path, chromiumSandbox: process.getuid?.() !== 0 });
try {
	for (const [language, locale] of Object.entries(LANGUAGES)) {
		const folder = join(ROOT, 'docs/pictures', language);
		mkdirSync(folder, { recursive: true });
		await makePictures(browser, folder, locale);
		console.log(folder);
	}
} finally {
	await browser.close();
}
