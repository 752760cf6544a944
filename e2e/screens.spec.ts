import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from '@playwright/test';
import { endpointConfigSchema } from '../common/endpoints/index.ts';
import { byTier } from '../common/tier.fixture.ts';
import { LANGUAGES, type Language } from '../common/words/locale/language.ts';
import { violations } from './support/axe.ts';
import { Bench } from './support/bench.ts';
import { expect, test } from './support/fixtures.ts';
import { requireClient } from './support/host-client.ts';
import { misfits } from './support/layout.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 1024, height: 700 };

/** The browser and the widths of texts that the pictures were made with: `--update-snapshots=all` writes both. */
const MADE_WITH = join(import.meta.dirname, 'screens', 'made-with.json');

interface MadeWith {
	readonly browser: string;
	/** By language. */
	readonly widths: Readonly<Record<string, readonly number[]>>;
}

/** As the project formats JSON. */
function written({ browser, widths }: MadeWith): string {
	const lines = Object.entries(widths).map(([language, all]) => `\t\t"${language}": [${all.join(', ')}]`);
	return `{\n\t"browser": "${browser}",\n\t"widths": {\n${lines.join(',\n')}\n\t}\n}\n`;
}

/** What is set up, stopped: the same at any time on any machine. */
const ENDPOINTS = [
	{ kind: 'tcp-server', name: 'echo', host: '127.0.0.1', port: 9000 },
	{ kind: 'tcp-client', name: 'to echo', host: '127.0.0.1', port: 9000 },
	{ kind: 'udp', name: 'sensor', host: '0.0.0.0', port: 9999 },
	{ kind: 'tcp-proxy', name: 'slow', host: '127.0.0.1', port: 9001, target: { host: '127.0.0.1', port: 9000 } },
] as const;

/** Each screen: the keys that open it. */
const SCREENS = {
	bench: async () => undefined,
	gallery: (page: Page) => page.keyboard.press('Alt+n'),
	form: async (page: Page) => {
		await page.getByRole('treeitem').first().click();
		await page.keyboard.press('e');
	},
	keys: (page: Page) => page.keyboard.press('F1'),
} as const;

/** The widths of texts in the faces of the page, px: other fonts have others. */
async function widths(page: Page): Promise<number[]> {
	return page.evaluate(() => {
		const context = document.createElement('canvas').getContext('2d');
		if (context === null) throw new Error('no canvas');
		const faces = ['--font-ui', '--font-mono'].map((name) =>
			getComputedStyle(document.documentElement).getPropertyValue(name),
		);
		return faces.flatMap((face) => {
			context.font = `16px ${face}`;
			return ['Wirebench 0123', '抓包记录', '擷取記錄'].map(
				(text) => Math.round(context.measureText(text).width * 10) / 10,
			);
		});
	});
}

test.use({ viewport: WIDE });

/** Sets up what the screens show. */
async function setUp(page: Page, language: Language): Promise<Bench> {
	for (const config of ENDPOINTS)
		await requireClient(page).call('endpointCreate', { config: endpointConfigSchema.parse(config) });
	await expect(page.getByRole('treeitem')).toHaveCount(ENDPOINTS.length);
	return Bench.open(page, language, WIDE);
}

/** Opens each screen, and leaves it again. */
async function eachScreen(page: Page, look: (name: string) => Promise<void>): Promise<void> {
	for (const [name, open] of Object.entries(SCREENS)) {
		await open(page);
		if (name !== 'bench') await expect(page.getByRole('dialog')).toBeVisible();
		await page.mouse.move(0, 0);
		await look(name);
		if (name !== 'bench') await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
	}
}

for (const language of LANGUAGES) {
	test(`in ${language} every text fits, and axe finds nothing`, async ({ workbench: page }) => {
		const bench = await setUp(page, language);
		const width = (value: string) =>
			bench.button(bench.words.endpoints.new).evaluate((button, value) => {
				button.style.maxWidth = value;
			}, value);
		await width('20px');
		expect(await misfits(page)).toEqual([expect.stringContaining(bench.words.endpoints.newShort)]);
		await width('');
		await eachScreen(page, async (name) => {
			for (const size of [NARROW, WIDE]) {
				await page.setViewportSize(size);
				expect(await misfits(page), `${name}, ${size.width}`).toEqual([]);
			}
			expect(await violations(page), name).toEqual([]);
		});
		await bench.empty();
	});
}

for (const language of byTier<readonly Language[]>(['zh-Hans'], LANGUAGES)) {
	test(`in ${language} the screens look as in their pictures, in both themes`, async ({
		workbench: page,
	}, testInfo) => {
		const bench = await setUp(page, language);
		await page.setViewportSize(NARROW);
		const browser = page.context().browser()?.version() ?? '';
		const made: MadeWith = JSON.parse(readFileSync(MADE_WITH, 'utf8'));
		const now = { browser, widths: { ...made.widths, [language]: await widths(page) } };
		if (testInfo.config.updateSnapshots === 'all') writeFileSync(MADE_WITH, written(now));
		// Another version of the browser, or other fonts, draw the same screen with other pixels.
		else if (made.browser !== browser)
			test.skip(true, `the pictures are of Chromium ${made.browser}, this is ${browser}`);
		else test.skip(!isDeepStrictEqual(now, made), 'the pictures were made with other fonts');
		await eachScreen(page, async (name) => {
			if (name === 'keys') return;
			for (const colorScheme of ['dark', 'light'] as const) {
				await page.emulateMedia({ colorScheme });
				await expect(page.locator(`html[data-theme="${colorScheme}"]`)).toBeAttached();
				await expect(page).toHaveScreenshot(`${name}-${language}-${colorScheme}.png`, {
					animations: 'disabled',
					caret: 'hide',
					maxDiffPixelRatio: 0.002,
				});
			}
		});
		await bench.empty();
	});
}
