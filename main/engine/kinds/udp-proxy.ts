import { datagramRewritings } from '../proxy/lane-makers.ts';
import { assertPossible } from '../proxy/possible-faults.ts';
import { UdpProxy } from '../proxy/udp-proxy.ts';
import { explainPort } from './bind-failure.ts';
import type { EngineKind } from './kind.ts';

/** Forwards the datagrams of each client to the target from a separate port. */
export const udpProxy: EngineKind<'udp-proxy'> = {
	createRunner: (record, config) => new UdpProxy(record, config),
	explain: (thrown, config, { context }) => explainPort(thrown, config, 'udp', context),
	check: (config) => {
		assertPossible(config.kind, config.faults);
		datagramRewritings(config);
	},
};
