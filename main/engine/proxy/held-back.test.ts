import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { HeldBack } from './held-back.ts';

async function socket() {
	const one = createSocket('udp4').bind(0, '127.0.0.1');
	onTestFinished(() => void one.close());
	await once(one, 'listening');
	return one;
}

test('a datagram that arrived while the process was paused still overtakes, though the silence timeout has passed', async () => {
	const out: string[] = [];
	const held = new HeldBack((bytes) => out.push(String(bytes)), 20);
	const [from, to] = [await socket(), await socket()];
	const came = once(to, 'message');
	to.on('message', (bytes) => {
		out.push(String(bytes));
		held.passed();
	});
	held.hold(Buffer.from('late'), 1, 1);
	const { port, address } = to.address();
	await new Promise((resolve) => from.send('early', port, address, resolve));
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
	await came;
	expect(out).toEqual(['early', 'late']);
});

test('held-back datagrams are sent when no more arrive', async () => {
	const gone = Promise.withResolvers<string>();
	const held = new HeldBack((bytes) => gone.resolve(String(bytes)), 5);
	held.hold(Buffer.from('last'), 1, 3);
	expect(await gone.promise).toBe('last');
});
