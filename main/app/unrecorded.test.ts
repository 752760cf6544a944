import net from 'node:net';
import { expect, test } from 'vitest';
import type { CaptureSink } from '../../common/capture/event.ts';
import { endpointConfigSchema } from '../../common/endpoints/index.ts';
import { createUnrecorded } from './unrecorded.ts';

const end = { address: '127.0.0.1', port: 1 };

/** The sink behind a run that nobody records, which the test then uses in place of the engine. */
function counting() {
	let sink: CaptureSink | undefined;
	const run = createUnrecorded({
		tap: (behind) => {
			sink = behind;
			return behind;
		},
	});
	if (sink === undefined) throw new Error('The engine has no sink.');
	return { sink, run };
}

test('a run that nobody records serves its connections, and counts their events', async () => {
	const { engine, finish } = createUnrecorded({ tap: (sink) => sink });
	const config = endpointConfigSchema.parse({ kind: 'tcp-server', name: 'S', host: '127.0.0.1', port: 0 });
	const { id } = engine.create(config);
	await engine.start(id);
	const { port = 0 } = engine.endpoint(id)?.local ?? {};
	const client = net.connect(port, '127.0.0.1').resume();
	const closed = new Promise((resolve) => client.once('close', resolve));
	client.end('abc');
	await closed;
	// listening, open, data, the end of each side, close
	expect(await finish()).toEqual({ counters: { received: 6, stored: 6, dropped: 0 }, error: undefined });
});

test('what the system discarded counts as dropped; its note and all other events are passed on', async () => {
	const { sink, run } = counting();
	const endpoint = sink.addEndpoint({ id: 'e', name: 'E', kind: 'udp', config: {} });
	sink.open({ id: 1, endpoint, protocol: 'udp', role: 'accepted', local: end, remote: end, mirrored: false });
	sink.data(1, 'in', new Uint8Array(3), false);
	sink.missed(endpoint, 5, 'The system dropped 5 datagrams.');
	sink.connectionEvent(1, 'close', 'none', '');
	const { counters } = await run.finish();
	expect(counters).toEqual({ received: 9, stored: 4, dropped: 5 });
});

test('rehearsed events do not count, also where the rehearsal fails', async () => {
	const { sink, run } = counting();
	sink.rehearse?.(() => sink.data(1, 'in', new Uint8Array(3), false));
	const fail = (): void => {
		sink.missed(1, 2, 'lost');
		throw new Error('no way');
	};
	expect(() => sink.rehearse?.(fail)).toThrow('no way');
	expect((await run.finish()).counters).toEqual({ received: 0, stored: 0, dropped: 0 });
});
