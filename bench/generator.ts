import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Bench, Options } from './lib/bench.ts';
import { loadFolder } from './lib/process.ts';
import { rateRow, table } from './lib/report.ts';
import { ratios, summarise } from './lib/statistics.ts';
import { busiest, threadTimes } from './lib/threads.ts';
import { sendDatagrams } from './lib/udp-generator.ts';
import { startReceiver } from './lib/udp-receiver.ts';
import { judge, unmeasured, type Verdict } from './lib/verdict.ts';
import { startGenerate } from './lib/wirebench-generator.ts';
import type { ReceiveResult, UdpResult } from './load/types.ts';

const RATE = 250_000;
/** Processor time of a datagram of bare node:dgram in the same run, of ours: of the threads that send. */
const RATIO = 1.3;
const SIZE = 64;
/** More than any system reaches: as fast as possible. */
const NO_PACE = 10_000_000;

interface Round {
	readonly rate: number;
	/** Microseconds of processor time per message: of the main thread, or of the bare sender. */
	readonly each: number;
	/** Datagrams that were sent, not received and not counted as dropped by the kernel, or that were wrong or out of order. */
	readonly unexplained: number;
	/** Sent and not recorded. */
	readonly unrecorded: number;
	readonly text: string;
}

/** The outcome of the sent datagrams, by the receiver and by the kernel. */
function account(sent: number, { received, wrong, disordered, drops }: ReceiveResult): number {
	return Math.abs(sent - received - drops) + wrong + disordered;
}

async function ours(seconds: number, scratch: string): Promise<Round> {
	const receiver = await startReceiver();
	const args = [`udp://127.0.0.1:${receiver.port}`, '--rate', '0', '--size', String(SIZE)];
	const generator = await startGenerate(args, mkdtempSync(join(scratch, 'generator-')));
	const threads = threadTimes(generator.pid);
	await delay(seconds * 1000);
	const after = threadTimes(generator.pid);
	const busy = busiest(threads, after, seconds);
	const cpu = (after?.get('main thread') ?? 0) - (threads?.get('main thread') ?? 0);
	const { sent, errors, elapsedMs, stored, dropped } = await generator.finish();
	const seen = await receiver.finish();
	const rate = (sent * 1000) / elapsedMs;
	return {
		rate,
		each: (cpu * 1e6) / (rate * seconds),
		unexplained: account(sent, seen),
		unrecorded: sent - (stored - generator.otherEvents) + dropped,
		text: [
			`${Math.round(rate)}/s, ${sent} sent, ${errors} refused, stored ${stored} events, dropped ${dropped};`,
			`receiver: ${seen.received} read, ${seen.disordered} out of order, ${seen.wrong} wrong, kernel dropped ${seen.drops}; busy: ${busy}`,
		].join(' '),
	};
}

/** A Node sender that only numbers and sends: the limit for code on top of Node. */
async function bareNode(seconds: number): Promise<Pick<Round, 'rate' | 'each'>> {
	const receiver = await startReceiver();
	const args = [join(loadFolder, 'node-udp-send.ts'), String(receiver.port), String(seconds)];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	const result: UdpResult = JSON.parse(stdout);
	const unexplained = account(result.sent, await receiver.finish());
	if (unexplained > 0) throw new Error(`${unexplained} datagrams of the bare sender are not accounted for.`);
	return { rate: result.sent / result.seconds, each: (result.cpu * 1e6) / result.sent };
}

/** The kernel's own limit with a hundred datagrams per call (sendmmsg), which Node does not use. */
async function kernelLimit(seconds: number): Promise<number> {
	const receiver = await startReceiver();
	const request = {
		host: '127.0.0.1',
		port: receiver.port,
		size: SIZE,
		rate: NO_PACE,
		seconds: (seconds * RATE) / NO_PACE,
	};
	const { sent, seconds: took } = await sendDatagrams(request);
	await receiver.finish();
	return sent / took;
}

export const bench: Bench = {
	title: "UDP 64 B from Wirebench's generator, as fast as it can, capture on, each datagram looked at by the receiver",
	async run({ quick, rounds, scratch, say }: Options): Promise<Verdict[]> {
		if (process.platform !== 'linux') {
			return [unmeasured('datagrams sent', 'least', RATE, '/s', 'The receiver needs recvmmsg(2) and /proc.')];
		}
		const seconds = quick ? 0.5 : 5;
		const all: Round[] = [];
		const bare: Pick<Round, 'rate' | 'each'>[] = [];
		const limit: number[] = [];
		for (let round = 0; round < (quick ? 1 : Math.min(rounds, 5)); round += 1) {
			const result = await ours(seconds, scratch);
			say(`  Wirebench: ${result.text}`);
			all.push(result);
			bare.push(await bareNode(seconds));
			limit.push(await kernelLimit(seconds));
		}
		const rates = summarise(all.map(({ rate }) => rate));
		const rows = [
			rateRow('Wirebench, capture on', rates),
			rateRow('bare node:dgram, numbering only', summarise(bare.map(({ rate }) => rate))),
			rateRow('sendmmsg, 100 at a time', summarise(limit)),
		];
		say(table(rows));
		const eachOf = (of: readonly Pick<Round, 'each'>[]): number[] => of.map((one) => one.each);
		const ratio = summarise(ratios(eachOf(bare), eachOf(all)));
		const each = (of: readonly Pick<Round, 'each'>[]): string => summarise(eachOf(of)).median.toFixed(2);
		const note = `${each(all)} µs of the main thread each, the bare sender ${each(bare)} µs: one sendmsg(2) for each`;
		const none = (what: string, of: (round: Round) => number): Verdict =>
			judge(what, 'most', 0, 'datagrams', summarise(all.map(of)));
		return [
			judge('datagrams sent', 'least', RATE, '/s', rates, note),
			judge('processor time of bare node:dgram, of ours', 'least', RATIO, '', ratio),
			none('sent, and neither read in order nor dropped by the kernel', ({ unexplained }) => unexplained),
			none('sent and not in the capture', ({ unrecorded }) => unrecorded),
		];
	},
};
