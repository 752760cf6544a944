import type { CaptureSink } from '../../../common/capture/event.ts';
import { type UdpConfig, udpConfigSchema } from '../../../common/endpoints/index.ts';
import { EngineContext } from '../core/context.ts';
import { EndpointRecord } from '../core/endpoint-record.ts';
import { BoundUdp } from './udp-bound.ts';
import { UdpSocket } from './udp-socket.ts';

/** As many as the compiler wants to see before it makes fast code of what they go through. */
const DATAGRAMS = 8000;
const FROM = { address: '127.0.0.1', port: 1, family: 'IPv4', size: 64 } as const;

/** Sinks before which it was done. */
const done = new WeakSet<CaptureSink>();

/**
 * Sends datagrams the way that those of a socket go, up to the sink, which keeps nothing of them; once for each sink. Code
 * that has not run yet is ten times as slow, and the system's buffer of a socket holds some 50 ms of 200,000 datagrams a
 * second: without this a flood right after the start would find it full.
 */
export function rehearse(sink: CaptureSink): void {
	if (done.has(sink)) return;
	done.add(sink);
	sink.rehearse?.(() => {
		const context = new EngineContext({ sink });
		const config: UdpConfig = udpConfigSchema.parse({ kind: 'udp', name: 'rehearsal' });
		const runner = new UdpSocket(new EndpointRecord(context, 'rehearsal', config), config);
		const datagram = new Uint8Array(FROM.size);
		const unbound = new BoundUdp(FROM.address);
		for (let i = 0; i < DATAGRAMS; i++) runner.receive(unbound, datagram, FROM);
		void unbound.close();
		context.close();
	});
}
