import { createSocket } from 'node:dgram';
import { setInterval } from 'node:timers/promises';
import type { Bench, Options } from './lib/bench.ts';
import { startHost } from './lib/host.ts';
import { percentile, summarise } from './lib/statistics.ts';
import { busiest, threadTimes } from './lib/threads.ts';
import { sendDatagrams } from './lib/udp-generator.ts';
import { judge, type Verdict } from './lib/verdict.ts';
import { openPage, type PageReadings } from './page/page.ts';

const RATE = 100_000;
const FRAME_MS = 20;
const ROW_MS = 100;
/** Rows a second that a person can still read. */
const READABLE_RATE = 50;
/** Percent of a core. */
const TASKS = 25;

/** No task of the page may be longer. */
const TASK_MS = 50;

interface Round extends PageReadings {
	/** The processor time of each task of the page. */
	readonly spent: readonly number[];
	/** The ages of rows at a rate that can be read. */
	readonly readable: readonly number[];
	readonly busy: string;
}

/** Sends datagrams one by one at a rate that can be read, in the form of load/udp-load.py. */
async function sendReadable(port: number, seconds: number, first: number): Promise<void> {
	const socket = createSocket('udp4');
	try {
		let number = first;
		for await (const _ of setInterval(1000 / READABLE_RATE)) {
			const stamp = Math.round((performance.timeOrigin + performance.now()) * 1000);
			const text = `wb ${String(number).padStart(10, '0')} ${String(stamp).padStart(16, '0')} `;
			socket.send(text, port, '127.0.0.1');
			number += 1;
			if (number === first + seconds * READABLE_RATE) break;
		}
	} finally {
		socket.close();
	}
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
			const [before, page] = [threadTimes(host.pid), await view.processorTime()];
			const endTrace = await view.trace();
			const { seconds: took, sent } = await load(seconds, 100 * Math.ceil(RATE / 100));
			const readings = await view.readings();
			const share = ((await view.processorTime()) - page) / (took * 10);
			const spent = await endTrace();
			const busy = busiest(before, threadTimes(host.pid), took);
			await view.restart();
			await sendReadable(port, seconds, 10 * RATE * Math.ceil(seconds));
			const { ages: readable } = await view.readings();
			return {
				...readings,
				readable,
				spent,
				busy: `${Math.round(sent / took)} events/s, ${readings.frames.length} frames; busy: ${busy}, page ${share.toFixed(0)} %`,
			};
		} finally {
			await view.close();
		}
	} finally {
		await host.stop();
	}
}

function shares({ tasks, took }: PageReadings): string {
	return Object.entries(tasks)
		.map(([name, time]) => `${name} ${Math.round((time / took) * 100)} %`)
		.join(', ');
}

export const bench: Bench = {
	title: 'the live log at 100,000 events/s, following, in Chromium',
	async run({ quick, rounds, scratch, say }: Options): Promise<Verdict[]> {
		const all: Round[] = [];
		for (let round = 0; round < (quick ? 1 : Math.min(rounds, 3)); round += 1) {
			const result = await once(scratch, quick ? 1 : 5);
			if (result.ages.length === 0) throw new Error('No row of the load was seen in the log.');
			say(`  ${result.busy}`);
			say(`  the page: ${shares(result)}`);
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
				'tasks of the page',
				'most',
				TASKS,
				'%',
				summarise(all.map(({ tasks, took }) => (tasks.TaskDuration / took) * 100)),
			),
			judge('longest task', 'most', TASK_MS, 'ms', summarise(all.map(({ longTasks }) => Math.max(0, ...longTasks)))),
			judge(
				'longest task, processor time',
				'most',
				TASK_MS,
				'ms',
				summarise(all.map(({ spent }) => Math.max(...spent))),
			),
			judge(
				'byte to row, p95',
				'most',
				ROW_MS,
				'ms',
				p95(({ ages }) => ages),
			),
			judge(
				`byte to row at ${READABLE_RATE}/s, p95`,
				'most',
				ROW_MS,
				'ms',
				p95(({ readable }) => readable),
			),
		];
	},
};
