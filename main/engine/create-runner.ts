import type { WirebenchError } from '../../common/contract/errors.ts';
import type { EndpointRecord } from './endpoint-record.ts';
import { TcpProxy } from './proxy/tcp-proxy.ts';
import { UdpProxy } from './proxy/udp-proxy.ts';
import { rehearse } from './rehearsal.ts';
import type { Runner } from './runner.ts';
import { StreamClient } from './stream-client.ts';
import { StreamServer } from './stream-server.ts';
import { tcpDial } from './tcp-dial.ts';
import { tcpPlace } from './tcp-place.ts';
import { UdpSocket } from './udp-socket.ts';
import { UnixDatagramSocket } from './unix-datagram/socket.ts';
import { unixDial } from './unix-dial.ts';
import { unixPlace } from './unix-place.ts';

/** The sockets of an endpoint's kind. `onEnded` is called if it stops by itself, as a client does, with the reason if that is a failure. */
export function createRunner(record: EndpointRecord, onEnded: (error?: WirebenchError) => void): Runner {
	const { config, context } = record;
	switch (config.kind) {
		case 'tcp-server':
			return new StreamServer(record, tcpPlace(config, context));
		case 'tcp-client':
			return new StreamClient(record, tcpDial(config, context), config.reconnect, onEnded);
		case 'unix-server':
			return new StreamServer(record, unixPlace(config, context));
		case 'unix-client':
			return new StreamClient(record, unixDial(config, context), config.reconnect, onEnded);
		case 'unix-datagram':
			return new UnixDatagramSocket(record, config);
		case 'udp':
			rehearse(context.sink);
			return new UdpSocket(record, config);
		case 'tcp-proxy':
			return new TcpProxy(record, config);
		case 'udp-proxy':
			return new UdpProxy(record, config);
	}
}
