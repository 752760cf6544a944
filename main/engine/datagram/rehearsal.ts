import type { CaptureSink } from '../../../common/capture/event.ts';
import { type UdpConfig, udpConfigSchema } from '../../../common/endpoints/index.ts';
import { EngineContext } from '../core/context.ts';
import { EndpointRecord } from '../core/endpoint-record.ts';
import { BoundUdp } from './udp-bound.ts';
import { UdpSocket } from './udp-socket.ts';

/** Enough calls to make the JIT optimise the code on the path. */
const DATAGRAMS = 8000;
const FROM = { address: '127.0.0.1', port: 1 } as const;
const SIZE = 64;

/** Sinks that are already warmed up. */
const done = new WeakSet<CaptureSink>();

/**
 * Sends datagrams along the path of a socket's, up to the sink, which discards them; once for each sink. Cold code is
 * ten times as slow, and the system's socket buffer holds some 50 ms of 200,000 datagrams per second: without this a
 * flood right after the start would overflow it.
 */
export function rehearse(sink: CaptureSink): void {
	if (done.has(sink)) return;
	done.add(sink);
	sink.rehearse?.(() => {
		const context = new EngineContext({ sink });
		const config: UdpConfig = udpConfigSchema.parse({ kind: 'udp', name: 'rehearsal' });
		const runner = new UdpSocket(new EndpointRecord(context, 'rehearsal', config), config);
		const datagram = new Uint8Array(SIZE);
		const unbound = new BoundUdp(FROM.address);
		const receiver = runner.receiver(unbound);
		for (let i = 0; i < DATAGRAMS; i++) unbound.take(receiver, datagram, FROM);
		void unbound.close();
		context.close();
	});
}
