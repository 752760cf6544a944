import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { Runner } from '../core/runner.ts';
import { rehearse } from '../datagram/rehearsal.ts';
import { UdpSocket } from '../datagram/udp-socket.ts';
import { TcpProxy } from '../proxy/tcp-proxy.ts';
import { UdpProxy } from '../proxy/udp-proxy.ts';
import { StreamClient } from '../stream/stream-client.ts';
import { StreamServer } from '../stream/stream-server.ts';
import { tcpDial } from '../stream/tcp-dial.ts';
import { tcpPlace } from '../stream/tcp-place.ts';
import { unixDial } from '../stream/unix-dial.ts';
import { unixPlace } from '../stream/unix-place.ts';
import { UnixDatagramSocket } from '../unix-datagram/socket.ts';

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
