import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type RunningHost, startHost } from '../lib/host.ts';
import { loadFolder } from '../lib/process.ts';
import { processorTime, residentMebibytes } from '../lib/threads.ts';
import type { SoakLoad, SoakSent } from '../load/types.ts';
import type { PageReadings, RunningPage } from '../page/page.ts';
import { walk } from '../page/walk.ts';
import { rollCapture } from './captures.ts';
import { type Inspector, inspect } from './inspector.ts';
import { differences, startReader } from './reader.ts';
import { type Rig, setUp, startSenders } from './rig.ts';
import { heldMore, holdings, type Sample, steady } from './samples.ts';

export interface SoakOptions {
	readonly seconds: number;
	/** Records a second on the busiest stream: all streams together have about seven times as many. */
	readonly rate: number;
	/** Seconds between two turns: each saves the workspace, walks through the page and rolls the capture. */
	readonly rest: number;
	/** A page in Chromium follows, filters and scrolls meanwhile. */
	readonly page: boolean;
}

export interface SoakResult {
	readonly samples: readonly Sample[];
	/** Sentences about records that were sent and are not in the captures, or are there and were not sent. */
	readonly differences: readonly string[];
	/** Sentences about connections of the load that failed. */
	readonly failures: readonly string[];
	readonly records: number;
	readonly turns: number;
	readonly events: number;
	readonly dropped: number;
	/** Events that exports lacked. */
	readonly lacking: number;
	/** What the host holds more after the load than before it. */
	readonly held: readonly string[];
	/** Of each turn. */
	readonly readings: readonly PageReadings[];
	/** Processor time of each task of the page while it filtered and scrolled, in milliseconds. */
	readonly spent: readonly number[];
	/** Processor seconds of the host, of the load and of the reader. */
	readonly cpu: { readonly host: number; readonly load: number; readonly reader: number };
}

/** Seconds of load before anything is measured: what is made once is there then. */
const REHEARSAL_SECONDS = 3;
/** More streams than a load has. */
const STREAMS = 1_000_000;
/** How long the end of what the load opened may take, in milliseconds. A deleted capture can be restored for 20 s. */
const DRAIN_MS = 60_000;
/** A load that takes this much longer than it should has stalled. */
const STALLED_MS = 180_000;

async function runLoad(request: SoakLoad): Promise<SoakSent> {
	const args = [join(loadFolder, 'soak-load.py'), JSON.stringify(request)];
	const timeout = request.seconds * 1000 + STALLED_MS;
	const { stdout } = await promisify(execFile)('python3', args, { timeout });
	const sent: SoakSent = JSON.parse(stdout);
	return sent;
}

/** Acts again and again until something has ended. */
async function meanwhile(work: Promise<unknown>, restSeconds: number, act: () => Promise<void>): Promise<void> {
	let running = true;
	const ended = work.finally(() => {
		running = false;
	});
	while (running) {
		await Promise.race([ended, delay(restSeconds * 1000)]);
		if (running) await act();
	}
	await ended;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

interface Parts {
	readonly host: RunningHost;
	readonly inspector: Inspector;
	readonly rig: Rig;
	readonly view: RunningPage | undefined;
	/** For workspace files. */
	readonly folder: string;
}

async function measure({ host, inspector, rig, view, folder }: Parts, options: SoakOptions): Promise<SoakResult> {
	const { client, pid } = host;
	const reader = startReader();
	const counts = { turns: 0, events: 0, dropped: 0, lacking: 0 };
	const samples: Sample[] = [];
	const readings: PageReadings[] = [];
	const spent: number[] = [];
	let capture = (await host.status(() => true)).folder;
	const roll = async (): Promise<void> => {
		const rolled = await rollCapture(host, reader, capture);
		capture = rolled.folder;
		counts.events += rolled.events;
		counts.lacking += rolled.lacking;
	};
	const turn = async (): Promise<void> => {
		counts.turns += 1;
		const config = { ...rig.config, name: `edited ${counts.turns}` };
		await client.call('endpointUpdate', { id: rig.edited, config });
		const path = join(folder, `saved-${counts.turns % 2}.wirebench.json`);
		await client.call('workspaceSaveAs', { path, replace: true });
		if (view !== undefined) {
			const endTrace = await view.trace();
			await walk(view, counts.turns);
			spent.push(...(await endTrace()));
		}
		await roll();
	};
	const from = performance.now();
	const sample = async (): Promise<void> => {
		if (view !== undefined) {
			readings.push(await view.readings());
			await view.restart();
		}
		const heaps = await inspector.heaps();
		const at = (performance.now() - from) / 1000;
		samples.push({ at, resident: residentMebibytes(pid), ...heaps, page: await view?.heap() });
	};
	const { ports, paths } = rig;
	const { rate, seconds, rest } = options;
	const stored = () => host.status((status) => status.received === status.stored + status.dropped);
	const all: SoakSent[] = [];
	const round = async (time: number, act: () => Promise<void>): Promise<void> => {
		const stop = await startSenders(host, rig, rate);
		const load = runLoad({ ports, paths, rate, seconds: time, first: all.length * STREAMS });
		await meanwhile(load, rest, act);
		all.push(await load);
		await stop();
		counts.dropped += (await stored()).dropped;
	};
	await Promise.all([round(REHEARSAL_SECONDS, async () => undefined), turn()]);
	// Each look is at a capture without events: a window keeps the segments open that it shows.
	await roll();
	const before = await steady(() => holdings(pid, inspector), DRAIN_MS);
	await view?.restart();
	const cpu = processorTime(pid) ?? 0;
	await sample();
	await round(seconds, async () => {
		await turn();
		await sample();
	});
	await sample();
	const hostSeconds = ((processorTime(pid) ?? 0) - cpu) / 1000;
	await roll();
	const held = await heldMore(before, () => holdings(pid, inspector), DRAIN_MS);
	const found = await reader.finish();
	return {
		samples,
		differences: differences(all, found),
		failures: all.flatMap(({ failures }) => failures),
		records: sum(Object.values(found.found).map(({ records }) => records)),
		...counts,
		held,
		readings,
		spent,
		cpu: { host: hostSeconds, load: sum(all.map((each) => each.cpu)), reader: found.cpu },
	};
}

export async function soak(options: SoakOptions, scratch: string): Promise<SoakResult> {
	// The path of a Unix socket has at most 107 bytes.
	const folder = mkdtempSync(join(tmpdir(), 'soak-'));
	const host = await startHost(scratch, undefined, true);
	let inspector: Inspector | undefined;
	let view: RunningPage | undefined;
	try {
		if (host.inspector === undefined) throw new Error('The host did not print the address of its inspector.');
		inspector = await inspect(host.inspector);
		await host.client.call('settingsUpdate', { segmentMiB: 1 });
		const rig = await setUp(host, folder);
		if (options.page) {
			// Playwright takes a second to load, and a run without a page needs none of it.
			const { openPage } = await import('../page/page.ts');
			view = await openPage(host.url);
			view.page.setDefaultTimeout(STALLED_MS);
		}
		return await measure({ host, inspector, rig, view, folder }, options);
	} finally {
		inspector?.close();
		await view?.close();
		await host.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}
