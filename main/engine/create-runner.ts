import type { WirebenchError } from '../../common/contract/errors.ts';
import type { EndpointRecord } from './endpoint-record.ts';
import type { Runner } from './runner.ts';
import { TcpClient } from './tcp-client.ts';
import { TcpServer } from './tcp-server.ts';
import { UdpSocket } from './udp-socket.ts';

/** The sockets of an endpoint's kind. `onEnded` is called if it stops by itself, as a client does, with the reason if that is a failure. */
export function createRunner(record: EndpointRecord, onEnded: (error?: WirebenchError) => void): Runner {
	const { config } = record;
	switch (config.kind) {
		case 'tcp-server':
			return new TcpServer(record, config);
		case 'tcp-client':
			return new TcpClient(record, config, onEnded);
		case 'udp':
			return new UdpSocket(record, config);
	}
}
