import { join } from 'node:path';
import type { StatisticsState } from '../common/contract/calls/figures/statistics.ts';
import type { Bench, Options } from './lib/bench.ts';
import { type RunningHost, startHost } from './lib/host.ts';
import { openCapture, scanEvents } from './lib/opened.ts';
import { processorTime } from './lib/processor-time.ts';
import { summarise } from './lib/statistics.ts';
import { type FileDatagram, writeUdpPcap } from './lib/udp-pcap.ts';
import { judge, unmeasured, type Verdict } from './lib/verdict.ts';

const MESSAGES = 1_000_000;
const LIMIT_MS = 3000;
const CLIENT = 40_000;

/** A protocol's messages, and a filter by one of its fields that a tenth of the requests match. */
interface Load {
	readonly name: string;
	readonly port: number;
	/** The `i`th request, or its response. */
	readonly request: (i: number) => Buffer;
	readonly response: (i: number) => Buffer;
	readonly filter: string;
}

/** Read Holding Registers of ten units in turn, answered with two registers (MODBUS Application Protocol V1.1b3, 6.3). */
export const modbus: Load = {
	name: 'Modbus',
	port: 502,
	request(i) {
		const bytes = Buffer.from('000000000006000300640002', 'hex');
		bytes.writeUInt16BE(i & 0xffff, 0);
		bytes[6] = i % 10;
		return bytes;
	},
	response(i) {
		const bytes = Buffer.from('00000000000700030400010002', 'hex');
		bytes.writeUInt16BE(i & 0xffff, 0);
		bytes[6] = i % 10;
		return bytes;
	},
	filter: 'modbus.quantity = 2 and modbus.unit = 3',
};

/** Queries for addresses of ten names in turn, each answered with two addresses (RFC 1035, 4). */
export const dns: Load = {
	name: 'DNS',
	port: 53,
	request: (i) => dnsMessage(i, '01000001000000000000', ''),
	response: (i) => dnsMessage(i, '81800001000200000000', 'c00c000100010000003c0004c0000201'.repeat(2)),
	filter: 'dns.question.name = www3.example.org and dns.flags.response = 0',
};

function dnsMessage(i: number, flagsAndCounts: string, answers: string): Buffer {
	const id = (i & 0xffff).toString(16).padStart(4, '0');
	const name = ['www', 'example', 'org'].map((label, at) => (at === 0 ? `${label}${i % 10}` : label));
	const labels = name.map((label) => label.length.toString(16).padStart(2, '0') + Buffer.from(label).toString('hex'));
	return Buffer.from(`${id}${flagsAndCounts}${labels.join('')}0000010001${answers}`, 'hex');
}

function datagramOf({ port, request, response }: Load): (i: number) => FileDatagram {
	return (i) =>
		i % 2 === 0
			? { from: CLIENT, to: port, payload: request(i / 2) }
			: { from: port, to: CLIENT, payload: response((i - 1) / 2) };
}

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
			writeUdpPcap(path, count, datagramOf(load));
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
