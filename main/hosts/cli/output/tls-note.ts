import type { Engine } from '../../../app/headless.ts';
import type { PrintedEvent } from './event.ts';

/** The note of what a connection has agreed on, with that as data; any other event as it is. */
export function withTlsFacts(event: PrintedEvent, engine: Engine): PrintedEvent {
	if (event.event !== 'note' || event.connection === undefined || !event.message?.startsWith('TLS: ')) return event;
	const tls = engine.connection(event.connection)?.tls;
	return tls === undefined ? event : { ...event, tls };
}
