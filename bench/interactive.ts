import type { Browser } from '@playwright/test';
import type { Bench, Options } from './lib/bench.ts';
import { startHost } from './lib/host.ts';
import { summarise } from './lib/statistics.ts';
import { judge, type Verdict } from './lib/verdict.ts';
import { meter } from './page/meter.ts';
import { launchChromium, VIEWPORT } from './page/page.ts';

const INTERACTIVE_MS = 500;

/** Milliseconds from the navigation on. */
interface Load {
	/** The first picture. */
	readonly painted: number;
	/** The workbench is drawn, and the page's main thread takes the next task: a click would be answered. */
	readonly interactive: number;
	/** Processor time of the page's main thread until then. */
	readonly spent: number;
	readonly script: number;
}

/** Runs in the page before its scripts: calls `wirebenchDrawn` in the first task after a frame with the button. */
function watchStart(): void {
	const look = (): void => {
		if (document.querySelector('[aria-label="New endpoint"]') === null) {
			requestAnimationFrame(look);
			return;
		}
		setTimeout(() => {
			const [paint] = performance.getEntriesByName('first-paint');
			Reflect.get(globalThis, 'wirebenchDrawn')(performance.now(), paint?.startTime ?? 0);
		});
	};
	requestAnimationFrame(look);
}

/** Loads the page as one who has never opened it: with nothing in a cache. */
async function load(browser: Browser, url: string): Promise<Load> {
	const context = await browser.newContext({ viewport: VIEWPORT });
	try {
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		const metrics = await meter(devtools);
		const drawn = Promise.withResolvers<readonly [number, number]>();
		await page.exposeFunction('wirebenchDrawn', (interactive: number, painted: number) =>
			drawn.resolve([interactive, painted]),
		);
		await page.addInitScript(watchStart);
		await page.goto(url, { waitUntil: 'commit' });
		const [interactive, painted] = await drawn.promise;
		const values = await metrics();
		return {
			painted,
			interactive,
			spent: values.get('TaskDuration') ?? 0,
			script: values.get('ScriptDuration') ?? 0,
		};
	} finally {
		await context.close();
	}
}

export const bench: Bench = {
	title: 'the page in Chromium, from the navigation until a click is answered, nothing in a cache',
	async run({ quick, rounds, scratch, say }: Options): Promise<Verdict[]> {
		const host = await startHost(scratch);
		const browser = await launchChromium();
		try {
			// Chromium's own start is not what is measured.
			await load(browser, host.url);
			const loads: Load[] = [];
			for (let round = 0; round < (quick ? 1 : rounds * 2); round += 1) loads.push(await load(browser, host.url));
			const of = (what: keyof Load) => summarise(loads.map((one) => one[what]));
			say(
				`  first picture after ${of('painted').median.toFixed(0)} ms; scripts take ${of('script').median.toFixed(0)} ms`,
			);
			return [
				judge('interactive', 'most', INTERACTIVE_MS, 'ms', of('interactive')),
				judge('interactive, processor time', 'most', INTERACTIVE_MS, 'ms', of('spent')),
			];
		} finally {
			await browser.close();
			await host.stop();
		}
	},
};
