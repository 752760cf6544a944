import { type Browser, chromium, type Page } from '@playwright/test';
import { meter } from './meter.ts';
import { traceTasks } from './task-trace.ts';

/** All times in milliseconds. */
export interface PageReadings {
	/** Between frames. */
	readonly frames: readonly number[];
	/** The age of the rows when they first appeared. */
	readonly ages: readonly number[];
	/** Tasks over 50 ms, by the clock. */
	readonly longTasks: readonly number[];
	/** What Chromium's main thread of the page did: all tasks, and of them script, style and layout. */
	readonly tasks: Readonly<Record<`${'Task' | 'Script' | 'RecalcStyle' | 'Layout'}Duration`, number>>;
	readonly took: number;
}

/** The interface in a real browser, with measured frame times. */
export interface RunningPage {
	readonly page: Page;
	/** Discards the frames so far. */
	restart(): Promise<void>;
	/** What happened since `restart`. */
	readings(): Promise<PageReadings>;
	/** Traces tasks until the result is called: the processor time of each, in milliseconds. */
	trace(): Promise<() => Promise<number[]>>;
	/** Processor time of all processes of pages since their start, in milliseconds. */
	processorTime(): Promise<number>;
	/** MiB of JavaScript objects after a collection. */
	heap(): Promise<number>;
	close(): Promise<void>;
}

/**
 * Runs in the page: records the times between frames, and for each new newest row of the log the milliseconds since the
 * generator stamped it (see load/udp-load.py).
 */
function watchFrames(): void {
	const kept = { frames: [] as number[], ages: [] as number[], longTasks: [] as number[] };
	Reflect.set(globalThis, 'wirebenchBench', kept);
	new PerformanceObserver((list) => {
		kept.longTasks.push(...list.getEntries().map(({ duration }) => duration));
	}).observe({ type: 'longtask' });
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

export const VIEWPORT = { width: 1440, height: 900 };

export function launchChromium(): Promise<Browser> {
	const executablePath = process.env.WIREBENCH_CHROMIUM;
	return chromium.launch({
		...(executablePath === undefined ? {} : { executablePath }),
		// Chromium's sandbox does not run as root; otherwise it stays on.
		chromiumSandbox: process.getuid?.() !== 0,
		args: ['--disable-gpu', '--disable-background-networking', '--no-first-run'],
	});
}

export async function openPage(url: string): Promise<RunningPage> {
	const browser = await launchChromium();
	const page = await browser.newPage({ viewport: VIEWPORT });
	await page.goto(url);
	await page.getByRole('button', { name: 'New endpoint' }).waitFor();
	await page.evaluate(watchFrames);
	const devtools = await page.context().newCDPSession(page);
	const metrics = await meter(devtools);
	const whole = await browser.newBrowserCDPSession();
	let before = await metrics();
	const take = (clear: boolean) =>
		page.evaluate((again) => {
			const kept: Record<'frames' | 'ages' | 'longTasks', number[]> = Reflect.get(globalThis, 'wirebenchBench');
			const copy = { frames: [...kept.frames], ages: [...kept.ages], longTasks: [...kept.longTasks] };
			if (again) for (const list of Object.values(kept)) list.length = 0;
			return copy;
		}, clear);
	return {
		page,
		async restart() {
			await take(true);
			before = await metrics();
		},
		async readings() {
			const after = await metrics();
			const spent = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
			const tasks = {
				TaskDuration: spent('TaskDuration'),
				ScriptDuration: spent('ScriptDuration'),
				RecalcStyleDuration: spent('RecalcStyleDuration'),
				LayoutDuration: spent('LayoutDuration'),
			};
			return { ...(await take(false)), tasks, took: spent('Timestamp') };
		},
		trace: () => traceTasks(whole),
		async processorTime() {
			const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
			const pages = processInfo.filter(({ type }) => type === 'renderer');
			return pages.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
		},
		async heap() {
			await devtools.send('HeapProfiler.collectGarbage');
			const { usedSize } = await devtools.send('Runtime.getHeapUsage');
			return usedSize / 2 ** 20;
		},
		close: () => browser.close(),
	};
}
