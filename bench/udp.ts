/** UDP into a capture: every datagram stored, none dropped by us, none dropped by the kernel. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { drained } from './kernel-socket.ts';
import type { UdpRequest, UdpResult } from './load-types.ts';
import { describeMachine } from './machine.ts';
import { machineLines } from './report.ts';
import { startListen } from './wirebench-server.ts';

const { values: options } = parseArgs({
	options: {
		rate: { type: 'string', default: '200000' },
		seconds: { type: 'string', default: '5' },
		strict: { type: 'boolean', default: false },
	},
});

const rate = Number(options.rate);
const seconds = Number(options.seconds);
if (!(rate > 0) || !(seconds > 0)) throw new Error('--rate and --seconds are numbers above 0.');

console.log(`UDP 64 B at ${rate}/s for ${seconds} s into a capture\n${machineLines(describeMachine())}`);
const { port, finish } = await startListen(['udp://127.0.0.1:0']);
const request: UdpRequest = { host: '127.0.0.1', port, size: 64, rate, seconds };
const args = [join(import.meta.dirname, 'udp-load.ts'), JSON.stringify(request)];
const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: seconds * 1000 + 30_000 });
const load: UdpResult = JSON.parse(stdout);
const drops = (await drained(port, 5000))?.drops;
const { received, stored, dropped } = await finish();
// Besides the data: the socket's `listening`, and `open` and `close` of its one peer.
const datagrams = stored - 3;

console.log(`  sent        ${load.sent} in ${load.seconds.toFixed(2)} s (${Math.round(load.sent / load.seconds)}/s)`);
console.log(`  stored      ${datagrams} datagrams; events received ${received}, stored ${stored}, dropped ${dropped}`);
console.log(`  kernel drops ${drops ?? 'unknown here'}`);
const met = datagrams === load.sent && dropped === 0 && (drops ?? 0) === 0;
const pace = load.seconds > seconds * 1.05 ? ' (the generator did not reach the rate)' : '';
console.log(`  ${met ? 'met   ' : 'MISSED'}  every datagram stored, dropped = 0, kernel drops = 0${pace}`);
if (options.strict && !met) process.exitCode = 1;
