import type { Bench, Options } from './bench.ts';
import { writeLimit } from './disk.ts';
import { versionOf } from './machine.ts';
import { type EchoCase, measure } from './measure.ts';
import { diskLine, rateRow, table } from './report.ts';
import { type RunningServer, startNcat, startNode, startSocat, startWirebench } from './servers.ts';
import { ratios, summarise } from './statistics.ts';
import { judge, unmeasured, type Verdict } from './verdict.ts';

/** Rounds of the peers besides bare Node: they differ by large factors. */
const OTHER_ROUNDS = 3;

const PEERS = {
	wirebench: { name: 'Wirebench, capture on', start: startWirebench },
	node: { name: 'bare node:net', start: startNode },
	socat: { name: 'socat, fork, PIPE', start: startSocat },
	ncat: { name: 'ncat, --exec /bin/cat', start: startNcat },
} as const satisfies Record<string, { name: string; start: () => Promise<RunningServer> }>;
type Peer = keyof typeof PEERS;

/** Wirebench must reach at least this multiple of each peer's messages per second. */
type Budgets = Partial<Record<Exclude<Peer, 'wirebench'>, number>>;

function installed(peer: Peer): boolean {
	if (peer === 'socat') return versionOf('socat', ['-V']) !== undefined;
	return peer !== 'ncat' || versionOf('ncat', ['--version']) !== undefined;
}

/** An echo through Wirebench and its peers: it and bare Node in turns, in alternating order; the others in the first rounds. */
export function echoBench(title: string, test: EchoCase, budgets: Budgets, alsoBeside: readonly Peer[] = []): Bench {
	const named = Object.entries(budgets) as [Exclude<Peer, 'wirebench'>, number][];
	return {
		title,
		async run({ quick, rounds, say }: Options): Promise<Verdict[]> {
			const others = [...named.map(([peer]) => peer), ...alsoBeside].filter(
				(peer) => peer !== 'node' && installed(peer),
			);
			const busy: string[] = [];
			const rates = new Map<Peer, number[]>();
			for (let round = 0; round < (quick ? 1 : rounds); round += 1) {
				const pair: Peer[] = round % 2 === 0 ? ['wirebench', 'node'] : ['node', 'wirebench'];
				for (const peer of [...pair, ...(round < OTHER_ROUNDS && !quick ? others : [])]) {
					const result = await measure(PEERS[peer].start, test, quick ? 200 : 1000);
					rates.set(peer, [...(rates.get(peer) ?? []), result.rate]);
					if (peer === 'wirebench') busy.push(result.busy);
				}
			}
			say(table([...rates].map(([peer, each]) => rateRow(PEERS[peer].name, summarise(each)))));
			const own = rates.get('wirebench') ?? [];
			// Each message is captured twice: received and sent.
			say(diskLine(summarise(own).median * test.size * 2, writeLimit()));
			say(`  busy in Wirebench: ${busy.at(-1)}`);
			return named.map(([peer, ratio]) => {
				const what = `Wirebench / ${PEERS[peer].name}`;
				const theirs = rates.get(peer);
				if (theirs === undefined)
					return unmeasured(what, 'least', ratio, '', quick ? 'Left out of a quick run.' : 'It is not installed.');
				const verdict = judge(what, 'least', ratio, '', summarise(ratios(own, theirs)));
				return verdict.met ? verdict : { ...verdict, note: `busy: ${busy.at(-1)}` };
			});
		},
	};
}
