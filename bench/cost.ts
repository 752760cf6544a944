import { type Cost, costOf } from './cost/cost-of.ts';
import { startWatchedNode } from './cost/watched-node.ts';
import type { Bench, Options } from './lib/bench.ts';
import { versionOf } from './lib/machine.ts';
import type { EchoCase } from './lib/measure.ts';
import { table } from './lib/report.ts';
import { startNcat, startNode, startSocat, startWirebench } from './lib/servers.ts';
import { summarise } from './lib/statistics.ts';
import { judge, unmeasured, type Verdict } from './lib/verdict.ts';

/** Rounds of the peers besides bare Node. */
const OTHER_ROUNDS = 1;

interface Case extends EchoCase {
	readonly what: string;
	/** Microseconds of all threads. */
	readonly limit: number;
	/** Peers that cannot stand this load, and why. */
	readonly without?: Readonly<Record<string, string>>;
}

const CASES: readonly Case[] = [
	{ what: '64 B, 100 connections, ping-pong', connections: 100, size: 64, inFlight: 1, limit: 15 },
	{
		what: '64 KiB, 1 connection, 4 in flight',
		connections: 1,
		size: 64 * 1024,
		inFlight: 4,
		limit: 130,
		without: { ncat: 'it and its cat sometimes deadlock' },
	},
];

const PEERS = [
	{ name: 'Wirebench, capture on', start: startWirebench },
	{ name: 'bare node:net', start: startNode },
	{ name: 'bare node:net, watched by dumpcap', start: startWatchedNode, program: 'dumpcap' },
	{ name: 'socat, fork, PIPE', start: startSocat, program: 'socat' },
	{ name: 'ncat, --exec /bin/cat', start: startNcat, program: 'ncat' },
] as const;

const VERSION = { dumpcap: ['--version'], socat: ['-V'], ncat: ['--version'] } as const;

type Peer = (typeof PEERS)[number];

/** Why a peer is left out; undefined where it is not. */
function leftOut(peer: Peer, { without }: Case, quick: boolean): string | undefined {
	if (!('program' in peer)) return undefined;
	if (quick) return 'left out of a quick run';
	if (versionOf(peer.program, VERSION[peer.program]) === undefined) return 'not installed';
	return without?.[peer.program];
}

function row(name: string, costs: readonly Cost[]): string[] {
	const median = (of: (cost: Cost) => number): number => summarise(costs.map(of)).median;
	const kinds = [...(costs[0]?.byKind.keys() ?? [])]
		.map((kind) => ({ kind, each: median(({ byKind }) => byKind.get(kind) ?? 0) }))
		.filter(({ each }) => each >= 0.05)
		.map(({ kind, each }) => `${kind} ${each.toFixed(1)}`);
	return [
		name,
		`${median(({ total }) => total).toFixed(1)} µs`,
		kinds.join(', '),
		`${Math.round(median(({ rate }) => rate))}/s`,
		`load ${median(({ load }) => load).toFixed(1)} µs`,
		costs.at(-1)?.lost ?? '',
	];
}

async function runCase(test: Case, { quick, rounds, say }: Options): Promise<Verdict> {
	const time = quick ? { warmUpMs: 200, measureMs: 300 } : { warmUpMs: 5000, measureMs: 5000 };
	const costs = new Map<Peer, Cost[]>();
	for (let round = 0; round < (quick ? 1 : rounds); round += 1) {
		const [ours, node, ...others] = PEERS;
		const pair: Peer[] = round % 2 === 0 ? [ours, node] : [node, ours];
		for (const peer of [...pair, ...(round < OTHER_ROUNDS ? others : [])]) {
			const why = leftOut(peer, test, quick);
			if (why !== undefined) say(`  ${test.what}: without ${peer.name}, ${why}`);
			else costs.set(peer, [...(costs.get(peer) ?? []), await costOf(peer.start, test, time)]);
		}
	}
	say(`  ${test.what}:`);
	say(table([...costs].map(([{ name }, each]) => row(name, each))));
	const of = (peer: Peer): number[] => (costs.get(peer) ?? []).map(({ total }) => total);
	const [ours, node] = PEERS;
	const note = `bare node:net ${summarise(of(node)).median.toFixed(1)} µs`;
	return judge(`${test.what}: all threads`, 'most', test.limit, 'µs', summarise(of(ours)), note);
}

export const bench: Bench = {
	title: 'TCP echo: processor time per message of all threads of the server, warm, every byte compared',
	async run(options: Options): Promise<Verdict[]> {
		if (process.platform !== 'linux') {
			return CASES.map(({ what, limit }) => unmeasured(what, 'most', limit, 'µs', 'It needs /proc and epoll(7).'));
		}
		const verdicts: Verdict[] = [];
		for (const test of CASES) verdicts.push(await runCase(test, options));
		return verdicts;
	},
};
