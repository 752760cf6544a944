import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { findLeft } from '../port-owner/find.ts';
import { goneInMs, waitSeconds } from '../port-owner/left.ts';

/**
 * Notes which closed connections of a stopping server keep its port from programs that do not set SO_REUSEADDR: those that
 * this side has ended first (RFC 9293, 3.6.1). Nothing where the system chose the port: nobody asks for it again. Known on
 * Linux only.
 */
export async function noteLeftBehind(record: EndpointRecord): Promise<void> {
	const { config, local } = record;
	if ((config.kind !== 'tcp-server' && config.kind !== 'tcp-proxy') || config.port === 0 || local === undefined) return;
	const left = await findLeft({ protocol: 'tcp', address: local.address, port: local.port });
	const waiting = left.filter(({ state }) => state !== 'closing');
	const ms = goneInMs(waiting);
	if (waiting.length === 0 || ms === undefined) return;
	const wait = { port: local.port, seconds: waitSeconds(ms) };
	const text =
		waiting.length === 1 ? eventTexts.leftOne(wait) : eventTexts.leftMany({ ...wait, connections: waiting.length });
	record.endpointEvent('note', text);
}
