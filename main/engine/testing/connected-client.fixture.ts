import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect } from 'vitest';
import type { TestBench } from './workbench.fixture.ts';

/** A client that is connected to a socket of node:dgram, which can answer and go away. */
export async function connectedClient(bench: TestBench) {
	const server = createSocket('udp4').bind(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address();
	const { id, local } = await bench.start({ kind: 'udp', name: 'client', remote: { host: '127.0.0.1', port } });
	return {
		id,
		/** Sends it the answers with these numbers, from `from` up to, but without, `to`. */
		answer: (from: number, to: number): void => {
			for (let n = from; n < to; n++) server.send(`answer ${n}`, local.port, '127.0.0.1');
		},
		/** The server goes away: what the client sends then is refused, and it stays open. */
		expectRefusal: async (): Promise<void> => {
			server.close();
			await once(server, 'close');
			await bench.engine.send({ endpoint: id, bytes: Buffer.from('anyone?') });
			const refused = await bench.sink.waitFor(({ kind }) => kind === 'error');
			expect(refused.text).toContain('ECONNREFUSED (111)');
			expect(bench.engine.endpoint(id)).toMatchObject({ status: 'open', error: { code: 'refused' } });
		},
	};
}
