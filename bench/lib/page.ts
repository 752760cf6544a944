import { type Browser, chromium, type Page } from '@playwright/test';

/** The interface in a real browser, with measured frame times. */
export interface RunningPage {
	readonly page: Page;
	/** Discards the frames so far. */
	restart(): Promise<void>;
	/** Milliseconds between frames since `restart`, and the age of the rows when they first appeared. */
	readings(): Promise<{ frames: number[]; ages: number[] }>;
	close(): Promise<void>;
}

/**
 * Runs in the page: records the times between frames, and for each new newest row of the log the milliseconds since the
 * generator stamped it (see load/udp-load.py).
 */
function watchFrames(): void {
	const kept = { frames: [] as number[], ages: [] as number[] };
	Reflect.set(globalThis, 'wirebenchBench', kept);
	let last = performance.now();
	let newest = -1;
	const look = (now: number): void => {
		kept.frames.push(now - last);
		last = now;
		let best = -1;
		let text = '';
		for (const row of document.querySelectorAll<HTMLElement>('.log-row[data-n]')) {
			const n = Number(row.dataset.n);
			const preview = n > best ? row.querySelector('.log-preview')?.textContent : undefined;
			if (preview === undefined || preview === null) continue;
			best = n;
			text = preview;
		}
		const [, micros] = /wb \d{10} (\d{16})/.exec(text) ?? [];
		if (best > newest && micros !== undefined) {
			newest = best;
			kept.ages.push(Date.now() - Number(micros) / 1000);
		}
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

export async function openPage(url: string): Promise<RunningPage> {
	const executablePath = process.env.WIREBENCH_CHROMIUM;
	const browser: Browser = await chromium.launch({
		...(executablePath === undefined ? {} : { executablePath }),
		// Chromium's sandbox does not run as root; otherwise it stays on.
		chromiumSandbox: process.getuid?.() !== 0,
		args: ['--disable-gpu', '--disable-background-networking', '--no-first-run'],
	});
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.goto(url);
	await page.getByRole('button', { name: 'New endpoint' }).waitFor();
	await page.evaluate(watchFrames);
	const take = (clear: boolean) =>
		page.evaluate((again) => {
			const kept = Reflect.get(globalThis, 'wirebenchBench') as { frames: number[]; ages: number[] };
			const copy = { frames: [...kept.frames], ages: [...kept.ages] };
			if (again) {
				kept.frames.length = 0;
				kept.ages.length = 0;
			}
			return copy;
		}, clear);
	return {
		page,
		async restart() {
			await take(true);
		},
		readings: () => take(false),
		close: () => browser.close(),
	};
}
