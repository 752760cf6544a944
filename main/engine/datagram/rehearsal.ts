import { createHash } from 'node:crypto';
import type { CaptureSink } from '../../../common/capture/event.ts';
import { type UdpConfig, udpConfigSchema } from '../../../common/endpoints/index.ts';
import { EngineContext } from '../core/context.ts';
import { EndpointRecord } from '../core/endpoint-record.ts';
import { destinationWords } from './bulk/address.ts';
import { BATCH, type Batch } from './bulk/batch.ts';
import { bulkCalls } from './bulk/load-calls.ts';
import { Inbox } from './bulk/messages.ts';
import { BoundUdp } from './udp-bound.ts';
import { UdpSocket } from './udp-socket.ts';

/**
 * Enough calls to make the JIT optimise the code on the path. In rounds, between which the changes are taken as by a host: code that
 * was made before a field is set again is thrown away then.
 */
const ROUNDS = 4;
const DATAGRAMS = 1000;
const FROM = { address: '127.0.0.1', port: 1 } as const;
/** Two senders in a batch: the latest one is found in another way. */
const SENDERS = [FROM.address, '127.0.0.2'] as const;

/** Sinks that are already warmed up. */
const done = new WeakSet<CaptureSink>();

/**
 * Sends datagrams along the paths of a socket's, one by one and in batches, up to the sink, which discards them; once for each sink. Cold code is
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
		// Of 64 bytes, and made in C++ as those of node:dgram: other buffers have another shape to the JIT, and the first one of
		// these invalidates all code that has read the length of a buffer.
		const datagram = createHash('sha512').digest();
		const unbound = new BoundUdp(FROM.address);
		const receiver = runner.receiver(unbound);
		const batch = pretended(datagram.length);
		const drained = unbound.drained(receiver);
		for (let round = 0; round < ROUNDS; round++) {
			for (let i = 0; i < DATAGRAMS; i++) unbound.take(receiver, datagram, FROM);
			if (batch !== undefined) for (let i = 0; i < DATAGRAMS; i++) drained.datagram(batch, i % BATCH);
			context.changes.take();
		}
		void unbound.close();
		context.close();
	});
}

/** A batch of datagrams as it is received; undefined where the machine has no such calls. */
function pretended(length: number): Batch | undefined {
	const calls = bulkCalls();
	if (calls === undefined) return undefined;
	const senders = SENDERS.flatMap((address) => destinationWords(address, 4) ?? []);
	const inbox = new Inbox(calls, 4, Inbox.space());
	for (const [first, sender] of senders.entries()) {
		for (let n = first; n < BATCH; n += senders.length) inbox.pretend(n, length, sender);
	}
	return inbox.batch;
}
