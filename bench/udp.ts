import { join } from 'node:path';
import type { Bench, Options } from './lib/bench.ts';
import { checkDatagrams } from './lib/check-capture.ts';
import { drained, udpErrors } from './lib/kernel-socket.ts';
import { end, firstLine, loadFolder, start } from './lib/process.ts';
import { summarise } from './lib/statistics.ts';
import { busiest, threadTimes } from './lib/threads.ts';
import { sendDatagrams } from './lib/udp-generator.ts';
import { judge, unmeasured, type Verdict } from './lib/verdict.ts';
import { startListen } from './lib/wirebench-server.ts';

const SIZE = 64;
const RATE = 300_000;
/** Rates at which Wirebench and a bare receiver are compared, in datagrams per second. */
const LADDER = [100_000, 150_000, 200_000, 250_000, 300_000, 350_000, 400_000, 450_000] as const;
/** Attempts at a rate: another program may take the processor once. */
const ATTEMPTS = 2;
/** The highest rate without a loss, times that of a bare receiver. */
const RATIO = 1.5;
/** Milliseconds that the server may take to read the kernel's buffer. */
const DRAIN_MS = 10_000;
/** Below this share of the rate the generator was starved. */
const PACE = 0.97;

interface Round {
	readonly sent: number;
	readonly rate: number;
	/** Datagrams that were sent and are missing in the file, or differ or are out of order. */
	readonly missing: number;
	readonly kernel: number;
	readonly dropped: number;
	readonly text: string;
}

async function once(seconds: number, pace = RATE): Promise<Round> {
	const server = await startListen(['udp://127.0.0.1:0']);
	try {
		const [threads, errors] = [threadTimes(server.pid), udpErrors()];
		const request = { host: '127.0.0.1', port: server.port, size: SIZE, rate: pace, seconds };
		const { sent, failed, seconds: took, cpu } = await sendDatagrams(request);
		const kernel = (await drained(server.port, DRAIN_MS))?.drops ?? 0;
		const busy = busiest(threads, threadTimes(server.pid), took);
		const system = (udpErrors() ?? 0) - (errors ?? 0);
		const { received, stored, dropped } = await server.finish();
		const file = checkDatagrams(server.folder, server.port, SIZE);
		const whole = file.datagrams - file.disordered - file.wrong;
		const rate = sent / took;
		return {
			sent,
			rate,
			missing: sent - whole,
			kernel,
			dropped,
			text: [
				`${Math.round(rate)}/s, ${sent} sent${failed > 0 ? `, ${failed} refused` : ''}; in the file ${file.datagrams}`,
				`(${file.wrong} wrong, ${file.disordered} out of order); events received ${received}, stored ${stored}, dropped ${dropped};`,
				`kernel: ${kernel} dropped at the socket, ${system} receive buffer errors in /proc/net/snmp;`,
				`busy: ${busy}; generator ${Math.round((cpu / took) * 100)} %`,
			].join(' '),
		};
	} finally {
		server.remove();
	}
}

/** The same load on a Node socket that only counts datagrams: the limit for code on top of Node. */
async function bareNode(seconds: number, rate = RATE): Promise<{ readonly drops: number; readonly text: string }> {
	const child = start(process.execPath, [join(loadFolder, 'node-udp.ts')], 'pipe');
	try {
		const port = Number(await firstLine(child));
		const pid = child.pid ?? 0;
		const threads = threadTimes(pid);
		const { sent, seconds: took } = await sendDatagrams({ host: '127.0.0.1', port, size: SIZE, rate, seconds });
		const drops = (await drained(port, DRAIN_MS))?.drops ?? 0;
		const busy = busiest(threads, threadTimes(pid), took);
		return { drops, text: `${sent} sent, kernel: ${drops} dropped at the socket; busy: ${busy}` };
	} finally {
		await end(child, 'SIGTERM');
	}
}

/** The highest rate of the ladder at which nothing is lost, and below which nothing was; 0 if there is none. */
async function highest(lost: (rate: number) => Promise<number>): Promise<number> {
	let best = 0;
	for (const rate of LADDER) {
		let left: number = ATTEMPTS;
		while (left > 0 && (await lost(rate)) > 0) left -= 1;
		if (left === 0) return best;
		best = rate;
	}
	return best;
}

/** Both in the same run. */
async function comparison(seconds: number, say: Options['say']): Promise<Verdict> {
	const bare = await highest(async (rate) => (await bareNode(seconds, rate)).drops);
	const ours = await highest(async (rate) => (await once(seconds, rate)).missing);
	say(`  highest rate without a loss: Wirebench ${ours}/s, bare node:dgram ${bare}/s`);
	const what = 'highest rate without a loss, of that of bare node:dgram';
	if (bare === 0) return unmeasured(what, 'least', RATIO, '', 'The bare receiver loses datagrams at the lowest rate.');
	return judge(what, 'least', RATIO, '', summarise([ours / bare]));
}

export const bench: Bench = {
	title: 'UDP 64 B at 300,000/s for 5 s into a capture, every datagram numbered and looked up in the file',
	async run({ quick, rounds, say }: Options): Promise<Verdict[]> {
		const all: Round[] = [];
		for (let round = 0; round < (quick ? 1 : Math.min(rounds, 3)); round += 1) {
			const result = await once(quick ? 0.5 : 5);
			say(`  Wirebench: ${result.text}`);
			say(`  bare node:dgram, counting only: ${(await bareNode(quick ? 0.5 : 5)).text}`);
			all.push(result);
		}
		const rates = summarise(all.map(({ rate }) => rate));
		const slow =
			rates.median < RATE * PACE ? 'the generator did not reach the rate: it was kept from running' : undefined;
		const counted = (what: string, of: (round: Round) => number): Verdict =>
			judge(what, 'most', 0, 'datagrams', summarise(all.map(of)), slow);
		return [
			judge('generator', 'least', RATE * PACE, '/s', rates),
			counted('sent and not in the file', ({ missing }) => missing),
			counted('dropped by the kernel', ({ kernel }) => kernel),
			counted('difference of what Wirebench and the kernel count as dropped', ({ dropped, kernel }) =>
				Math.abs(dropped - kernel),
			),
			...(quick ? [] : [await comparison(5, say)]),
		];
	},
};
