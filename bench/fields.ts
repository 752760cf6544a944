import { join } from 'node:path';
import type { StatisticsState } from '../common/contract/calls/figures/statistics.ts';
import type { Bench, Options } from './lib/bench.ts';
import { dns, modbus } from './lib/field-loads.ts';
import { type RunningHost, startHost } from './lib/host.ts';
import { openCapture, scanEvents } from './lib/opened.ts';
import { summarise } from './lib/statistics.ts';
import { processorTime } from './lib/threads.ts';
import { writeUdpPcap } from './lib/udp-pcap.ts';
import { judge, unmeasured, type Verdict } from './lib/verdict.ts';

const MESSAGES = 1_000_000;
const LIMIT_MS = 3000;

/** Follows the statistics by protocol up to the last event; returns how many there are of the protocol. */
function statistics({ client }: RunningHost, capture: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const look = ({ scanned, stored, rows, error }: StatisticsState): void => {
			if (error) reject(new Error(error.message));
			if (stored === 0 || scanned < stored) return;
			stop();
			const found = rows.find(({ subject }) => subject.by === 'protocol' && (subject.protocol ?? '') !== '');
			resolve(found?.figures.messages ?? 0);
		};
		const stop = client.subscribe(
			'captureStatistics',
			{ capture, by: 'protocol', sort: 'events', count: 100 },
			{ onSnapshot: look, onDelta: look, onError: reject },
		);
	});
}

export const bench: Bench = {
	title: '1 million messages of each of two protocols, filtered by fields and counted by protocol through the contract',
	async run({ quick, rounds, scratch, say }: Options): Promise<Verdict[]> {
		const count = quick ? 20_000 : MESSAGES;
		const verdicts: Verdict[] = [];
		for (const load of [modbus, dns]) {
			const path = join(scratch, `${load.name}.pcap`);
			writeUdpPcap(path, count, load.datagram);
			const host = await startHost(scratch);
			const spent = async (work: () => Promise<void>) => {
				const before = processorTime(host.pid);
				const from = performance.now();
				await work();
				const after = processorTime(host.pid);
				say(`  ${load.name}: ${(performance.now() - from).toFixed(0)} ms`);
				return before === undefined || after === undefined ? undefined : after - before;
			};
			try {
				const { id } = await openCapture(host, path);
				const filtered: (number | undefined)[] = [];
				const counted: (number | undefined)[] = [];
				for (let round = 0; round < (quick ? 1 : rounds); round++) {
					filtered.push(
						await spent(async () => {
							const { matched } = await scanEvents(host, id, load.filter);
							if (matched !== count / 20) throw new Error(`${matched} of ${count} messages match.`);
						}),
					);
					counted.push(
						await spent(async () => {
							const messages = await statistics(host, id);
							if (messages !== count) throw new Error(`${messages} of ${count} messages are of ${load.name}.`);
						}),
					);
				}
				verdicts.push(
					judged(`${load.name} by fields, processor time`, filtered),
					judged(`${load.name} statistics, processor time`, counted),
				);
			} finally {
				await host.stop();
			}
		}
		return verdicts;
	},
};

function judged(what: string, times: readonly (number | undefined)[]): Verdict {
	const known = times.filter((time) => time !== undefined);
	return known.length === 0
		? unmeasured(what, 'most', LIMIT_MS, 'ms', 'There is no /proc.')
		: judge(what, 'most', LIMIT_MS, 'ms', summarise(known));
}
