import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type Heartbeat, heartbeat } from './heartbeat.ts';

const NEVER_MS = 2 ** 31 - 1;
let server: WebSocketServer;
let pulse: Heartbeat;

afterEach(async () => {
	pulse.stop();
	for (const client of server.clients) client.terminate();
	await new Promise((resolve) => server.close(resolve));
});

async function serve(): Promise<void> {
	server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
	await new Promise((resolve) => server.once('listening', resolve));
	pulse = heartbeat(NEVER_MS);
}

/** A watched connection: its two ends. */
async function watched(options: { autoPong: boolean }): Promise<{ here: WebSocket; there: WebSocket }> {
	const accepted = new Promise<{ here: WebSocket; stream: Socket }>((resolve) => {
		server.once('connection', (here, request) => resolve({ here, stream: request.socket }));
	});
	const there = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, options);
	const opened = new Promise((resolve) => there.once('open', resolve));
	const { here, stream } = await accepted;
	await opened;
	pulse.watch(here, stream);
	return { here, there };
}

const once = (socket: WebSocket, event: string) => new Promise((resolve) => socket.once(event, resolve));

test('a peer that answers no ping is ended at the next beat, one that does stays', async () => {
	await serve();
	const well = await watched({ autoPong: true });
	const deaf = await watched({ autoPong: false });
	const answered = once(well.here, 'pong');
	const asked = once(deaf.there, 'ping');
	pulse.beat();
	await Promise.all([answered, asked]);
	const ended = once(deaf.there, 'close');
	const askedAgain = once(well.there, 'ping');
	pulse.beat();
	await Promise.all([ended, askedAgain]);
	expect(well.there.readyState).toBe(WebSocket.OPEN);
});

test('a peer that is still receiving a large payload is not ended', async () => {
	await serve();
	const { here, there } = await watched({ autoPong: false });
	const asked = once(there, 'ping');
	pulse.beat();
	await asked;
	there.pause();
	here.send(new Uint8Array(32 * 1024 * 1024));
	const before = here.bufferedAmount;
	expect(before).toBeGreaterThan(0);
	there.send('something');
	await once(here, 'message');
	pulse.beat();
	expect(here.readyState).toBe(WebSocket.OPEN);
	const arrived = once(there, 'message');
	there.resume();
	await arrived;
	expect(here.bufferedAmount).toBeLessThan(before);
	pulse.beat();
	expect(here.readyState).toBe(WebSocket.OPEN);
	// No more data moves: one beat may still see the last progress, the next sees none.
	await new Promise((resolve) => here.send('', resolve));
	pulse.beat();
	pulse.beat();
	await once(there, 'close');
});
