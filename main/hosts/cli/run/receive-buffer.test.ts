import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLine, listeningPort, run } from '../testing/cli.fixture.ts';

const linux = process.platform === 'linux';
/** The rights of this process (capabilities(7)): to exceed limits of the network, and to give rights up. */
const rights = linux ? BigInt(`0x${/^CapEff:\s*(\w+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]}`) : 0n;
const [netAdmin, setPcap] = [12n, 8n].map((bit) => ((rights >> bit) & 1n) === 1n);
const limit = linux ? Number(readFileSync('/proc/sys/net/core/rmem_max', 'utf8')) : 0;
const LARGEST = 32 * 1024 * 1024;

/** The receive buffer of a UDP server's socket as `ss` reports it: twice what was set. */
async function receiveBuffer(through: readonly string[]): Promise<number> {
	const [program = '', ...args] = [...through, ...commandLine(['listen', 'udp://127.0.0.1:0', '--json'])];
	const port = await listeningPort(run(program, args));
	const line = execFileSync('ss', ['-Hnamu', `sport = :${port}`], { encoding: 'utf8' });
	return Number(/,rb(\d+),/.exec(line)?.[1]);
}

describe.runIf(linux)('the receive buffer of a UDP server', () => {
	it.skipIf(netAdmin && !setPcap)('is as large as the limit of the system for all programs', async () => {
		const ordinary = netAdmin ? ['setpriv', '--bounding-set', '-net_admin'] : [];
		expect(await receiveBuffer(ordinary)).toBe(2 * Math.min(limit, LARGEST));
	});

	it.runIf(netAdmin)('exceeds it where this program may', async () => {
		expect(await receiveBuffer([])).toBe(2 * LARGEST);
	});
});
