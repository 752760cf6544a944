import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { balance, stall, startRecording, until } from './disk.fixture.ts';
import { openCapture, recoverFolder } from './index.ts';
import { temporaryFolders } from './recording.fixture.ts';
import { tsharkMissing, tsharkReading } from './tshark.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();
const STALL_MS = 5000;

/** A TCP server that reads only while the capture keeps up, and counts. */
async function serve(capture: Capture) {
	const read = { bytes: 0 };
	const accepted = Promise.withResolvers<Socket>();
	const server = createServer((socket) => {
		accepted.resolve(socket);
		socket.on('data', (bytes) => {
			read.bytes += bytes.length;
			capture.data(1, 'in', bytes, false);
			if (capture.saturated) socket.pause();
		});
		capture.onRelief(() => socket.resume());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new TypeError('The server has no port.');
	const client = connect(address.port, '127.0.0.1');
	const socket = await accepted.promise;
	return { read, client, server, socket };
}

/** A UDP socket that records received datagrams, and another that sends to it until it is stopped. */
async function exchange(capture: Capture) {
	const [receiver, sender] = [createSocket('udp4'), createSocket('udp4')];
	const count = { received: 0, stop: false };
	receiver.on('message', (bytes) => {
		count.received++;
		capture.data(2, 'in', bytes, false);
	});
	receiver.bind(0, '127.0.0.1');
	await once(receiver, 'listening');
	const { port } = receiver.address();
	const datagram = new Uint8Array(1000);
	const sending = (async () => {
		while (!count.stop) {
			for (let i = 0; i < 20; i++) sender.send(datagram, port, '127.0.0.1');
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		sender.close();
	})();
	return { count, receiver, sending };
}

test('a writer that stalls for 5 s under load loses no TCP, counts every datagram, and continues', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder, ringBytes: 1 << 20 });
	startRecording(capture);
	const tcp = await serve(capture);
	const udp = await exchange(capture);
	const chunk = Buffer.alloc(64 << 10, 'x');
	let written = 0;
	let stop = false;
	const writing = (async () => {
		while (!stop) {
			written += chunk.length;
			if (!tcp.client.write(chunk)) await once(tcp.client, 'drain');
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		tcp.client.end();
	})();

	const resume = await stall(capture, () => undefined);
	await until(capture, () => capture.saturated && capture.counters().dropped > 0);
	const read = tcp.read.bytes;
	const samples: number[] = [];
	for (const end = performance.now() + STALL_MS; performance.now() < end; ) {
		const { received, stored, dropped, onTheWay } = balance(capture);
		expect(onTheWay).toBeGreaterThanOrEqual(0);
		expect(stored + dropped + onTheWay).toBe(received);
		samples.push(dropped);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	// TCP stalls, except for data already in the socket's buffers; UDP continues and is counted.
	expect(tcp.read.bytes - read).toBeLessThan(1 << 20);
	expect(samples.at(-1)).toBeGreaterThan((samples[0] ?? 0) + 100);
	const healed = until(capture, () => capture.error() === undefined && !capture.saturated);
	resume();
	await healed;
	const { stored } = capture.counters();
	await until(capture, () => capture.counters().stored > stored + 100);

	stop = true;
	udp.count.stop = true;
	await Promise.all([writing, udp.sending, once(tcp.socket, 'end')]);
	expect(tcp.read.bytes).toBe(written);
	await new Promise((resolve) => udp.receiver.close(() => resolve(undefined)));
	await capture.flush();
	const { dropped, stored: all, received, bytesIn } = { ...capture.counters() };
	expect(received).toBe(all + dropped);
	expect(bytesIn).toBe(tcp.read.bytes + udp.count.received * 1000);
	const closed = Promise.withResolvers<void>();
	tcp.server.close(() => closed.resolve());
	await closed.promise;
	await capture.close();
	const recovered = recoverFolder(folder);
	expect(recovered.warnings).toEqual([]);
	expect(recovered.events).toBe(capture.counters().stored);
	if (tsharkMissing !== undefined) return;
	const file = join(folder, 'capture-000001.pcapng');
	const options = { filter: 'frame.comment contains "Lost before"', fields: ['frame.comment'] };
	const { warnings, rows } = await tsharkReading(file, options);
	expect(warnings).toEqual([]);
	const reported = [
		...rows
			.flat()
			.join('\n')
			.matchAll(/Lost before this point: (\d+) events? /g),
	].map(([, events]) => Number(events));
	expect(reported.reduce((sum, events) => sum + events, 0)).toBe(dropped);
});
