import { expect, test } from 'vitest';
import { Peer } from '../testing/python.fixture.ts';
import { freePort } from './free-port.ts';

const host = '127.0.0.1';

test.each(['tcp', 'udp'] as const)('a free %s port is one that no program has, and none to avoid', async (protocol) => {
	const peer = new Peer('port_holder', [protocol]);
	const held = Number(await peer.line());
	const first = await freePort({ protocol, host, port: held, avoid: [] });
	expect(first).toBeTypeOf('number');
	expect(first).not.toBe(held);
	if (first === undefined) return;
	expect(await freePort({ protocol, host, port: first, avoid: [first] })).not.toBe(first);
});

test('an address of another machine has no free port', async () => {
	expect(await freePort({ protocol: 'tcp', host: '192.0.2.1', port: 9000, avoid: [] })).toBeUndefined();
});
