import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { connectUdp, UdpDial } from './udp-dial.ts';

/** A socket bound on this machine and closed with the test. */
async function bound(type: 'udp4' | 'udp6', host: string, port = 0): Promise<Socket> {
	const socket = createSocket(type).bind(port, host);
	await once(socket, 'listening');
	onTestFinished(() => {
		socket.close();
	});
	return socket;
}

/** A dial to addresses of this machine, and its reports. */
function dialTo(addresses: readonly string[], port: number) {
	const reported: string[] = [];
	const moved = Promise.withResolvers<string>();
	const failed = Promise.withResolvers<string>();
	const resent: string[] = [];
	const dial = new UdpDial<Socket>({
		addresses,
		port,
		verb: 'send to',
		async open(address) {
			const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
			onTestFinished(() => {
				socket.close();
			});
			await connectUdp(socket, port, address);
			socket.on('error', (error) => {
				if (!dial.refused(error)) failed.resolve(error.message);
			});
			socket.on('message', () => dial.answered());
			return socket;
		},
		outlet: (socket) => socket,
		tell: (text) => reported.push(text.replace(/[\d.]+ ms/, 'N ms').replaceAll(`:${port}`, ':PORT')),
		moved: (_socket, address) => moved.resolve(address),
		failed: (error) => failed.resolve(error.message),
		refusedAgain: (error) => failed.resolve(error.message),
		resent: (bytes) => resent.push(Buffer.from(bytes).toString()),
	});
	return { dial, reported, moved: moved.promise, failed: failed.promise, resent };
}

test('what the first address refuses is sent to the next one, once each and in order; the answer ends the trial', async () => {
	const server = await bound('udp4', '127.0.0.1');
	const got: string[] = [];
	const all = Promise.withResolvers<void>();
	server.on('message', (bytes, from) => {
		got.push(String(bytes));
		server.send('yes', from.port, from.address);
		if (got.length === 100) all.resolve();
	});
	const { dial, reported, moved } = dialTo(['::1', '127.0.0.1'], server.address().port);
	const { opened, address } = await dial.first();
	expect(address).toBe('::1');
	const outlet = dial.outlet(opened);
	const called: string[] = [];
	const buffer = Buffer.alloc(3);
	const wanted = Array.from({ length: 100 }, (_, n) => String(n).padStart(3, '0'));
	for (const text of wanted) {
		// The buffer is reused for each datagram, as by a generator.
		const settled = Promise.withResolvers<void>();
		buffer.write(text);
		outlet.send(buffer, (error) => {
			called.push(`${text} ${error}`);
			settled.resolve();
		});
		await settled.promise;
	}
	expect(await moved).toBe('127.0.0.1');
	await all.promise;
	expect(got).toEqual(wanted);
	expect(called).toEqual(wanted.map((text) => `${text} null`));
	expect(reported[0]).toMatch(/^After N ms: ECONNREFUSED \(\d+\): .*\[::1\]:PORT/);
});

test('where every address refuses, the last refusal is the failure', async () => {
	const free = createSocket('udp6').bind(0, '::');
	await once(free, 'listening');
	const { port } = free.address();
	const closed = once(free, 'close');
	free.close();
	await closed;
	const { dial, reported, failed } = dialTo(['::1', '127.0.0.1'], port);
	const { opened } = await dial.first();
	dial.outlet(opened).send(Buffer.from('x'), () => undefined);
	expect(await failed).toMatch(/ECONNREFUSED|Nothing/);
	expect(reported).toHaveLength(1);
});

test('after an address has answered, a refusal does not move on', async () => {
	const server = await bound('udp6', '::1');
	server.on('message', (_bytes, from) => server.send('yes', from.port, from.address));
	const { dial, reported } = dialTo(['::1', '127.0.0.1'], server.address().port);
	const { opened } = await dial.first();
	const answer = once(opened, 'message');
	dial.outlet(opened).send(Buffer.from('x'), () => undefined);
	await answer;
	expect(dial.refused(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))).toBe(false);
	expect(reported).toEqual(['[::1]:PORT answered after N ms.']);
});
