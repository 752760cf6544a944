import type { Engine } from '../../../app/headless.ts';
import type { PrintedEvent } from './event.ts';

/** The note about a connection's negotiated parameters, with them as data; any other event unchanged. */
export function withTlsFacts(event: PrintedEvent, engine: Engine): PrintedEvent {
	if (event.event !== 'note' || event.connection === undefined || !event.message?.startsWith('TLS: ')) return event;
	const tls = engine.connection(event.connection)?.tls;
	return tls === undefined ? event : { ...event, tls };
}
