/** The UDP generator, a process of its own: `node udp-load.ts JSON` with a UdpRequest; prints a UdpResult as JSON. */
import dgram from 'node:dgram';
import { once } from 'node:events';
import type { UdpRequest, UdpResult } from './load-types.ts';

/** Datagrams that are sent in one turn at most, so that a late turn makes no flood. */
const BURST = 256;

const { host, port, size, rate, seconds }: UdpRequest = JSON.parse(process.argv[2] ?? '{}');
const total = rate * seconds;
const socket = dgram.createSocket({ type: 'udp4', sendBufferSize: 4 * 1024 * 1024 });
socket.connect(port, host);
await once(socket, 'connect');

let sent = 0;
let failed = 0;
const onSent = (error: Error | null): void => {
	if (error !== null) failed += 1;
};
const start = performance.now();
await new Promise<void>((resolve) => {
	const turn = (): void => {
		const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * rate));
		for (const until = Math.min(due, sent + BURST); sent < until; sent += 1) {
			const datagram = Buffer.alloc(size);
			datagram.writeUInt32BE(sent);
			socket.send(datagram, onSent);
		}
		if (sent === total) resolve();
		else setImmediate(turn);
	};
	turn();
});
const elapsed = (performance.now() - start) / 1000;
socket.close();
await once(socket, 'close');
const result: UdpResult = { sent: sent - failed, failed, seconds: elapsed };
process.stdout.write(`${JSON.stringify(result)}\n`);
