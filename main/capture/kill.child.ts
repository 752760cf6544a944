import { WriteStream } from 'node:tty';
import { openCapture } from './index.ts';

/**
 * A separate program that records into the given folder, until it is killed. Event 0 is the `open`; event n > 0 is data
 * with 32-bit words of value n. Prints, about every 10 ms, a line with the time in milliseconds since 1970 and the
 * number of events received and stored by then. Pipes are written synchronously, so that a printed line is available.
 */
const capture = await openCapture({ folder: process.argv[2] ?? '', segmentBytes: 4 << 20, ringBytes: 4 << 20 });
const handle = capture.addEndpoint({
	id: 'e',
	name: 'E',
	kind: 'udp',
	config: { kind: 'udp', name: 'E', host: '127.0.0.1', port: 0, responder: { rules: [] } },
});
const [local, remote] = [1, 2].map((port) => ({ address: '127.0.0.1', port }));
if (!local || !remote || process.stdout instanceof WriteStream) throw new Error('Standard output has to be a pipe.');
capture.open({ id: 1, endpoint: handle, protocol: 'tcp', role: 'accepted', local, remote, mirrored: false });

/** Most events are small; some take several packets, so that the end of a file may be in the middle of one. */
function words(n: number): number {
	if (n % 97 === 0) return 50_000;
	return n % 11 === 0 ? 1000 : 10;
}

let n = 1;
let last = 0;
function turn(): void {
	for (let i = 0; i < 20 && !capture.saturated; i++, n++) {
		const bytes = new Uint8Array(new Uint32Array(words(n)).fill(n).buffer);
		capture.data(1, n % 2 === 0 ? 'in' : 'out', bytes, false);
	}
	const now = Date.now();
	if (now - last >= 10) {
		const { received, stored } = capture.counters();
		process.stdout.write(`${now} ${received} ${stored}\n`);
		last = now;
	}
	setTimeout(turn, 1);
}
turn();
