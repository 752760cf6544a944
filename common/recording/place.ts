import { readAddress } from '../capture/open-text.ts';
import { WirebenchError } from '../contract/base/errors.ts';
import type { Recording, RecordingPlace, RecordingSide } from '../contract/calls/recording.ts';
import type { EndpointConfigInput } from '../endpoints/index.ts';

type Transported = Pick<Recording, 'transport'>;

/** The addresses that each transport has, with ports and with paths. */
const PROTOCOLS = {
	stream: { port: 'tcp', path: 'unix' },
	datagram: { port: 'udp', path: 'unixgram' },
} as const satisfies Readonly<Record<Recording['transport'], object>>;

/** Where the server of a recording was; undefined where the capture does not say. */
export function recordedPlace({
	server,
	transport,
}: Transported & Pick<Recording, 'server'>): RecordingPlace | undefined {
	const { port, path } = PROTOCOLS[transport];
	const address = readAddress(server);
	if (address !== undefined) return { protocol: port, host: address.address, port: address.port };
	return /^[/@]/.test(server) ? { protocol: path, path: server } : undefined;
}

/** Throws `bad-input` where a conversation cannot take place. */
export function assertFits({ transport }: Transported, { protocol }: RecordingPlace): void {
	const { port, path } = PROTOCOLS[transport];
	if (protocol === port || protocol === path) return;
	const was = transport === 'datagram' ? 'datagrams' : 'a stream';
	throw new WirebenchError('bad-input', `The recorded connection is ${was}: give an address of ${port}: or ${path}:`);
}

/**
 * The endpoint of one side. A client of UDP sends from a port of the system's choice, one of Unix datagrams from a name that the
 * system chooses.
 */
export function endpointAt(place: RecordingPlace, side: RecordingSide, name: string): EndpointConfigInput {
	const isClient = side === 'client';
	switch (place.protocol) {
		case 'unix':
			return { kind: isClient ? 'unix-client' : 'unix-server', name, path: place.path };
		case 'unixgram':
			return { kind: 'unix-datagram', name, ...(isClient ? { remote: place.path } : { path: place.path }) };
		case 'tcp': {
			const { host, port } = place;
			return { kind: isClient ? 'tcp-client' : 'tcp-server', name, host, port };
		}
		case 'udp': {
			const { host, port } = place;
			if (!isClient) return { kind: 'udp', name, host, port };
			const any = host.includes(':') ? '::' : '0.0.0.0';
			return { kind: 'udp', name, host: any, port: 0, remote: { host, port } };
		}
	}
}
