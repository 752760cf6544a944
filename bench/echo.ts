/** TCP echo through Wirebench with the capture on, beside bare node:net, socat and ncat, in one run. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeLimit } from './disk.ts';
import { ECHO_CASES, type EchoCase, type OtherPeer } from './echo-cases.ts';
import { describeMachine, versionOf } from './machine.ts';
import { measure } from './measure.ts';
import { diskLine, machineLines, rateRow, table, type Verdict, verdictLine } from './report.ts';
import { type RunningServer, startNcat, startNode, startSocat, startWirebench } from './servers.ts';
import { ratios, type Summary, summarise } from './statistics.ts';

/** Rounds of the peers besides bare Node. */
const OTHER_ROUNDS = 3;

const PEERS = {
	wirebench: { name: 'Wirebench, capture on', start: startWirebench },
	node: { name: 'bare node:net', start: startNode },
	socat: { name: 'socat, fork, PIPE', start: startSocat },
	ncat: { name: 'ncat, --exec /bin/cat', start: startNcat },
} as const satisfies Record<string, { name: string; start: () => Promise<RunningServer> }>;
type Peer = keyof typeof PEERS;

const { values: options } = parseArgs({
	options: {
		rounds: { type: 'string', default: '5' },
		seconds: { type: 'string', default: '1' },
		json: { type: 'string' },
		strict: { type: 'boolean', default: false },
	},
});
const rounds = Math.max(1, Math.trunc(Number(options.rounds)));
const measureMs = Number(options.seconds) * 1000;
if (!Number.isFinite(rounds) || !(measureMs > 0)) throw new Error('--rounds and --seconds are numbers above 0.');

/** Wirebench and bare Node in turns, in alternating order; the others in the first rounds. */
async function runCase(test: EchoCase, installed: ReadonlySet<OtherPeer>): Promise<Map<Peer, number[]>> {
	const rates = new Map<Peer, number[]>();
	const others = test.others.filter((peer) => installed.has(peer));
	for (let round = 0; round < rounds; round += 1) {
		const pair: Peer[] = round % 2 === 0 ? ['wirebench', 'node'] : ['node', 'wirebench'];
		for (const peer of [...pair, ...(round < OTHER_ROUNDS ? others : [])]) {
			const rate = await measure(PEERS[peer].start, test, measureMs);
			rates.set(peer, [...(rates.get(peer) ?? []), rate]);
		}
	}
	return rates;
}

function judge(test: EchoCase, rates: ReadonlyMap<Peer, number[]>): Verdict[] {
	const own = rates.get('wirebench') ?? [];
	return test.budgets.flatMap(({ peer, ratio }) => {
		const theirs = rates.get(peer);
		if (theirs === undefined) return [];
		const measured = summarise(ratios(own, theirs));
		return [{ what: `Wirebench / ${PEERS[peer].name}`, limit: ratio, measured, met: measured.median >= ratio }];
	});
}

const versions = {
	socat: versionOf('socat', ['-V']),
	ncat: versionOf('ncat', ['--version']),
};
const installed = new Set<OtherPeer>((['socat', 'ncat'] as const).filter((peer) => versions[peer] !== undefined));
const machine = describeMachine();
console.log(`TCP echo, messages back per second, every byte compared; medians.\n${machineLines(machine)}`);
for (const peer of ['socat', 'ncat'] as const)
	console.log(`${peer}: ${versions[peer] ?? 'not installed, not measured'}`);

const results: { title: string; rates: Record<string, Summary>; verdicts: Verdict[] }[] = [];
for (const test of ECHO_CASES) {
	const rates = await runCase(test, installed);
	const summaries = [...rates].map(([peer, each]) => [PEERS[peer].name, summarise(each)] as const);
	const verdicts = judge(test, rates);
	results.push({ title: test.title, rates: Object.fromEntries(summaries), verdicts });
	console.log(`\n${test.title}\n${table(summaries.map(([name, summary]) => rateRow(name, summary)))}`);
	// Each message is captured twice: as it comes and as it goes.
	const captured = summarise(rates.get('wirebench') ?? []).median * test.size * 2;
	console.log(diskLine(captured, writeLimit()));
	for (const verdict of verdicts) console.log(verdictLine(verdict));
}
if (options.json !== undefined) {
	writeFileSync(options.json, `${JSON.stringify({ machine, versions, results }, null, '\t')}\n`);
}
if (options.strict && results.some(({ verdicts }) => verdicts.some(({ met }) => !met))) process.exitCode = 1;
