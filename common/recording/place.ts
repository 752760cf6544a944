import { readAddress } from '../capture/open-text.ts';
import type { Recording, RecordingPlace, RecordingSide, RecordingTls } from '../contract/calls/recording.ts';
import { TLS_VERSIONS } from '../contract/config/tls.ts';
import type { EndpointConfigInput } from '../endpoints/index.ts';
import { recordingError } from '../sentences/recording-error.ts';

/** TLS as a recorded connection had it, or as it is without one. */
export function tlsAgain(was: Recording['tls']): RecordingTls {
	if (was === undefined) return { verify: true, alpn: [], minVersion: 'TLSv1.2' };
	const { version, alpn, servername, unverified } = was;
	const old = TLS_VERSIONS.slice(0, TLS_VERSIONS.indexOf('TLSv1.2')).find((one) => one === version);
	return {
		verify: !unverified,
		...(servername === undefined ? {} : { servername }),
		alpn: alpn === undefined ? [] : [alpn],
		minVersion: old ?? 'TLSv1.2',
	};
}

/** The part of an endpoint's config. */
function tlsOf({ alpn, minVersion, identity, verify, servername, ca }: RecordingTls, side: RecordingSide) {
	const shared = { alpn, minVersion, ...(identity && { identity }) };
	return side === 'server'
		? shared
		: { ...shared, verify, ...(servername === undefined ? {} : { servername }), ...(ca && { ca }) };
}

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
	tls,
}: Transported & Pick<Recording, 'server' | 'tls'>): RecordingPlace | undefined {
	const { port, path } = PROTOCOLS[transport];
	const address = readAddress(server);
	if (address !== undefined) {
		const place = { host: address.address, port: address.port };
		return port === 'udp'
			? { protocol: port, ...place }
			: { protocol: port, ...place, ...(tls && { tls: tlsAgain(tls) }) };
	}
	return /^[/@]/.test(server) ? { protocol: path, path: server } : undefined;
}

/** Throws `bad-input` where a conversation cannot take place. */
export function assertFits({ transport }: Transported, { protocol }: RecordingPlace): void {
	const { port, path } = PROTOCOLS[transport];
	if (protocol === port || protocol === path) return;
	throw recordingError('bad-input', transport === 'datagram' ? 'recordedDatagrams' : 'recordedStream', { port, path });
}

/**
 * The endpoint of one side. A client of UDP sends from a port of the system's choice, one of Unix datagrams from a name that the
 * system chooses. Its text is in the charset of the recording.
 */
export function endpointAt(
	{ charset }: Pick<Recording, 'charset'>,
	place: RecordingPlace,
	side: RecordingSide,
	name: string,
): EndpointConfigInput {
	return { ...bareEndpoint(place, side, name), ...(charset && { charset }) };
}

function bareEndpoint(place: RecordingPlace, side: RecordingSide, name: string): EndpointConfigInput {
	const isClient = side === 'client';
	switch (place.protocol) {
		case 'unix':
			return { kind: isClient ? 'unix-client' : 'unix-server', name, path: place.path };
		case 'unixgram':
			return { kind: 'unix-datagram', name, ...(isClient ? { remote: place.path } : { path: place.path }) };
		case 'tcp': {
			const { host, port, tls } = place;
			const parts = { name, host, port, ...(tls && { tls: tlsOf(tls, side) }) };
			return { kind: isClient ? 'tcp-client' : 'tcp-server', ...parts };
		}
		case 'udp': {
			const { host, port } = place;
			if (!isClient) return { kind: 'udp', name, host, port };
			const any = host.includes(':') ? '::' : '0.0.0.0';
			return { kind: 'udp', name, host: any, port: 0, remote: { host, port } };
		}
	}
}
