import { charsetNamed, charsetOf } from '../../../common/payload/index.ts';
import { rehearse } from '../datagram/rehearsal.ts';
import { compileRequestList } from '../datagram/request-list.ts';
import { UdpSocket } from '../datagram/udp-socket.ts';
import { explainPort } from './bind-failure.ts';
import type { EngineKind } from './kind.ts';

/** Sends and receives UDP datagrams. */
export const udp: EngineKind<'udp'> = {
	createRunner: (record, config) => {
		rehearse(record.context.sink);
		return new UdpSocket(record, config);
	},
	explain: (thrown, config, { context }) => explainPort(thrown, config, 'udp', context),
	check: (config) => {
		if (config.asks !== undefined) compileRequestList(config.asks, charsetNamed(charsetOf(config)));
	},
};
