import type { Bench, Options } from './lib/bench.ts';
import { startHost } from './lib/host.ts';
import { openPage } from './lib/page.ts';
import { percentile, summarise } from './lib/statistics.ts';
import { busiest, threadTimes } from './lib/threads.ts';
import { sendDatagrams } from './lib/udp-generator.ts';
import { judge, type Verdict } from './lib/verdict.ts';

const RATE = 100_000;
const FRAME_MS = 20;
const ROW_MS = 100;

interface Round {
	readonly frames: readonly number[];
	readonly ages: readonly number[];
	readonly busy: string;
}

/** One host, one page: a second to warm up, then the measured seconds. */
async function once(scratch: string, seconds: number): Promise<Round> {
	const host = await startHost(scratch);
	try {
		const port = await host.endpoint({ kind: 'udp', name: 'load' });
		const view = await openPage(host.url);
		try {
			const load = (time: number, first: number) =>
				sendDatagrams({ host: '127.0.0.1', port, size: 64, rate: RATE, seconds: time, first });
			await load(seconds / 5, 0);
			await view.restart();
			const before = threadTimes(host.pid);
			const { seconds: took, sent } = await load(seconds, 100 * Math.ceil(RATE / 100));
			const { frames, ages } = await view.readings();
			const busy = busiest(before, threadTimes(host.pid), took);
			return { frames, ages, busy: `${Math.round(sent / took)} events/s, ${frames.length} frames; busy: ${busy}` };
		} finally {
			await view.close();
		}
	} finally {
		await host.stop();
	}
}

export const bench: Bench = {
	title: 'the live log at 100,000 events/s, following, in Chromium',
	async run({ quick, rounds, scratch, say }: Options): Promise<Verdict[]> {
		const all: Round[] = [];
		for (let round = 0; round < (quick ? 1 : Math.min(rounds, 3)); round += 1) {
			const result = await once(scratch, quick ? 1 : 5);
			if (result.ages.length === 0) throw new Error('No row of the load was seen in the log.');
			say(`  ${result.busy}`);
			all.push(result);
		}
		const p95 = (of: (round: Round) => readonly number[]) => summarise(all.map((round) => percentile(of(round), 0.95)));
		return [
			judge(
				'frame to frame, p95',
				'most',
				FRAME_MS,
				'ms',
				p95(({ frames }) => frames),
			),
			judge(
				'byte to row, p95',
				'most',
				ROW_MS,
				'ms',
				p95(({ ages }) => ages),
			),
		];
	},
};
