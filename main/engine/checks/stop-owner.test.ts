import { once } from 'node:events';
import { expect, test } from 'vitest';
import { Peer } from '../testing/python.fixture.ts';
import { portOwners } from './port-owners.ts';
import { stopOwner } from './stop-owner.ts';

const host = '127.0.0.1';

/** A program that holds a port. */
async function holder(program: string, protocol: 'tcp' | 'udp') {
	const peer = new Peer(program, [protocol]);
	const held = { protocol, host, port: Number(await peer.line()), pid: peer.process.pid ?? 0 };
	return { peer, held };
}

test.each(['tcp', 'udp'] as const)(
	'the program that holds a %s port is ended, and the port is free',
	async (protocol) => {
		const { peer, held } = await holder('port_holder', protocol);
		const ended = once(peer.process, 'exit');
		await stopOwner(held);
		expect(await ended).toEqual([null, 'SIGTERM']);
		expect(await portOwners(protocol, host, held.port)).toEqual([]);
	},
);

test('a process that does not hold the port is left alone', async () => {
	const { peer, held } = await holder('port_holder', 'tcp');
	const other = await holder('port_holder', 'tcp');
	await expect(stopOwner({ ...held, pid: other.held.pid })).rejects.toMatchObject({
		code: 'not-found',
		message: expect.stringContaining(`does not hold port ${held.port}`),
	});
	expect([peer.process.exitCode, other.peer.process.exitCode, other.peer.process.signalCode]).toEqual([
		null,
		null,
		null,
	]);
});

test('this process itself is not ended', async () => {
	await expect(stopOwner({ protocol: 'tcp', host, port: 1, pid: process.pid })).rejects.toMatchObject({
		code: 'wrong-state',
	});
});

test('a process that ignores the signal is reported', async () => {
	const { peer, held } = await holder('port_keeper', 'tcp');
	await expect(stopOwner(held, 100)).rejects.toMatchObject({
		code: 'timeout',
		message: expect.stringMatching(/python\S* \(pid \d+\) received SIGTERM/),
		details: { hint: expect.stringContaining(`kill -9 ${held.pid}`) },
	});
	expect(await peer.line()).toBe('terminated');
});
