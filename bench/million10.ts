import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Options } from './lib/bench.ts';
import { bigCapture, segmentBytes } from './lib/big-capture.ts';
import { startHost } from './lib/host.ts';
import { openCapture, scanEvents } from './lib/opened.ts';
import { ratios, summarise } from './lib/statistics.ts';
import { judge, type Verdict } from './lib/verdict.ts';

const EVENTS = 10_000_000;
/** Identifies a datagram of the load: it is in one event, and in no header. */
const NEEDLE = 'wb 0000077700';
/** `any row`: this many reads, spread over the capture. */
const ROWS = 200;

/** `grep -c` of the same bytes over the same files; returns milliseconds, and the number of matching lines. */
function grep(folder: string): { ms: number; lines: number } {
	const files = readdirSync(folder).filter((name) => name.endsWith('.pcapng'));
	const from = performance.now();
	const { stdout, error } = spawnSync('grep', ['-c', '-a', '-h', '-F', NEEDLE, ...files], {
		cwd: folder,
		encoding: 'utf8',
	});
	if (error) throw error;
	const lines = stdout.split('\n').reduce((sum, line) => sum + Number(line), 0);
	return { ms: performance.now() - from, lines };
}

export const bench: Bench = {
	title: 'a capture of 10 million events, opened, read, filtered and searched through the contract, as the page does',
	async run({ quick, rounds, scratch, say }: Options): Promise<Verdict[]> {
		const events = quick ? 100_000 : EVENTS;
		const { folder } = await bigCapture(scratch, events);
		const megabytes = segmentBytes(folder) / 1e6;
		const host = await startHost(scratch);
		try {
			const indexed: number[] = [];
			let last = await openCapture(host, folder);
			indexed.push(last.ms);
			for (let round = 1; round < (quick ? 1 : 3); round += 1) {
				await host.client.call('closeCapture', { id: last.id });
				last = await openCapture(host, folder);
				indexed.push(last.ms);
			}
			const { id, events: stored } = last;
			say(`  ${stored} events, ${megabytes.toFixed(0)} MB`);

			const rows: number[] = [];
			for (let i = 0; i < ROWS; i += 1) {
				const n = Math.floor((i * 7919 * 7919) % stored);
				const from = performance.now();
				const answer = await host.client.call('captureRows', { capture: id, from: n, count: 1 });
				rows.push(performance.now() - from);
				if (answer.rows[0]?.n !== n) throw new Error(`Row ${n} is not there.`);
			}
			const fields: number[] = [];
			const search: number[] = [];
			const grepped: number[] = [];
			for (let round = 0; round < (quick ? 1 : rounds); round += 1) {
				fields.push((await scanEvents(host, id, 'dir:in len>=64 port!=1')).ms);
				const found = await scanEvents(host, id, `text:"${NEEDLE}"`);
				const counted = grep(folder);
				if (found.matched !== counted.lines) throw new Error(`${found.matched} events, ${counted.lines} lines.`);
				search.push(found.ms);
				grepped.push(counted.ms);
			}
			const rate = (times: readonly number[]) => summarise(times.map((ms) => megabytes / ms));
			say(`  byte search ${rate(search).median.toFixed(2)} GB/s, grep -c ${rate(grepped).median.toFixed(2)} GB/s`);
			const slower = summarise(ratios(search, grepped));
			const fast = judge('byte search', 'least', 1, 'GB/s', rate(search));
			// Either of the two suffices.
			const near = judge('byte search, times as long as grep -c', 'most', 2, '', slower);

			await host.client.call('closeCapture', { id });
			for (const name of readdirSync(folder)) if (name.endsWith('.index')) rmSync(join(folder, name));
			const bare = await openCapture(host, folder);
			if (bare.events !== stored) throw new Error(`Without its index it has ${bare.events} events.`);
			return [
				judge('opened with its index', 'most', 1000, 'ms', summarise(indexed)),
				judge('opened without', 'most', 15_000, 'ms', summarise([bare.ms])),
				judge('any row, the slowest', 'most', 50, 'ms', summarise([Math.max(...rows)])),
				judge('field filter over all', 'most', 1000, 'ms', summarise(fields)),
				fast.met ? fast : { ...near, note: `or 1 GB/s: it made ${rate(search).median.toFixed(2)}` },
			];
		} finally {
			await host.stop();
		}
	},
};
