import { readAddress } from '../capture/open-text.ts';
import { WirebenchError } from '../contract/base/errors.ts';
import type { Recording, RecordingPlace, RecordingSide } from '../contract/calls/recording.ts';
import type { EndpointConfigInput } from '../endpoints/index.ts';

/** Where the server of a recording was; undefined where the capture does not say. */
export function recordedPlace({
	server,
	transport,
}: Pick<Recording, 'server' | 'transport'>): RecordingPlace | undefined {
	const address = readAddress(server);
	if (address !== undefined) {
		return { protocol: transport === 'datagram' ? 'udp' : 'tcp', host: address.address, port: address.port };
	}
	return transport === 'stream' && /^[/@]/.test(server) ? { protocol: 'unix', path: server } : undefined;
}

/** Throws `bad-input` where a conversation cannot take place. */
export function assertFits({ transport }: Pick<Recording, 'transport'>, { protocol }: RecordingPlace): void {
	if ((protocol === 'udp') === (transport === 'datagram')) return;
	const [was, wanted] = transport === 'datagram' ? ['datagrams', 'udp:'] : ['a stream', 'tcp: or unix:'];
	throw new WirebenchError('bad-input', `The recorded connection is ${was}: give an address of ${wanted}`);
}

/** The endpoint of one side. A client of UDP sends from a port of the system's choice. */
export function endpointAt(place: RecordingPlace, side: RecordingSide, name: string): EndpointConfigInput {
	if (place.protocol === 'unix')
		return { kind: side === 'client' ? 'unix-client' : 'unix-server', name, path: place.path };
	const { protocol, host, port } = place;
	if (protocol === 'tcp') return { kind: side === 'client' ? 'tcp-client' : 'tcp-server', name, host, port };
	if (side === 'server') return { kind: 'udp', name, host, port };
	const any = host.includes(':') ? '::' : '0.0.0.0';
	return { kind: 'udp', name, host: any, port: 0, remote: { host, port } };
}
