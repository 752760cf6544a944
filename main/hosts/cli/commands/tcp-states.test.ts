import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { StatesState } from '../../../../common/contract/calls/socket-calls.ts';
import { showCapture } from '../../../app/captures/show.ts';
import { event, listeningPort, python, testFolder, wirebench } from '../testing/cli.fixture.ts';

const ss = spawnSync('ss', ['-V']).status === 0;

/** A client that prints what `ss` says of both ends, ours first: `ESTAB ESTAB`. An end without a state is closed. */
const CLIENT = [
	'import socket, subprocess, sys, time',
	'port = int(sys.argv[1])',
	's = socket.create_connection(("127.0.0.1", port))',
	'own = s.getsockname()[1]',
	'def states():',
	'    lines = subprocess.run(["ss", "-tanH"], capture_output=True, text=True).stdout.splitlines()',
	'    found = [line.split() for line in lines]',
	'    ends = {(l[3].rsplit(":", 1)[1], l[4].rsplit(":", 1)[1]): l[0] for l in found}',
	'    return ends.get((str(port), str(own)), "CLOSED") + " " + ends.get((str(own), str(port)), "CLOSED")',
	'def until(wanted):',
	'    while (now := states()) != wanted: time.sleep(0.01)',
	'    print(now)',
	'for step in sys.argv[2:]:',
	'    if step == "send": s.sendall(b"abc"); s.recv(10)',
	'    elif step == "drain":',
	'        while s.recv(100): pass',
	'    elif step == "close": s.close()',
	'    elif step == "now": print(states())',
	'    else: until(step)',
];

/** The states that the capture's only connection went through, as ss writes them. */
async function derived(folder: string): Promise<string[]> {
	const { capture, close } = await showCapture(folder);
	const all = capture.counters().stored;
	const done = Promise.withResolvers<StatesState>();
	const run = capture.follow('captureStates', { connection: 1 }, (state) => {
		if (state.scanned >= all) done.resolve(state);
	});
	const { moments } = await done.promise;
	run.dispose();
	await close();
	return moments.map(({ own, peer }) => `${own.at(-1)} ${peer.at(-1)}`.replaceAll('ESTABLISHED', 'ESTAB'));
}

it.runIf(ss).each([
	{ preset: 'upper-echo', steps: ['send', 'now', 'close', 'CLOSED TIME-WAIT'], asked: [0, 2] },
	{ preset: 'greeting', steps: ['drain', 'FIN-WAIT-2 CLOSE-WAIT', 'close', 'TIME-WAIT CLOSED'], asked: [1, 2] },
])(
	'the states of a connection to $preset are those that ss shows at the same moments',
	async ({ preset, steps, asked }) => {
		const folder = join(testFolder(), 'capture');
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', preset, '--json', '--capture', folder]);
		const peer = python(CLIENT, [String(await listeningPort(listen)), ...steps]);
		expect(await peer.exit()).toBe(0);
		await event(listen, 'close', { connection: 1 });
		listen.child.kill('SIGINT');
		expect(await listen.exit()).toBe(0);
		const states = await derived(folder);
		expect(states).toHaveLength(3);
		expect(asked.map((i) => states[i])).toEqual(peer.stdout().trim().split('\n'));
	},
);
