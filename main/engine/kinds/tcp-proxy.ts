import { laneMakers } from '../proxy/lane-makers.ts';
import { assertPossible } from '../proxy/possible-faults.ts';
import { TcpProxy } from '../proxy/tcp-proxy.ts';
import { explainPort } from './bind-failure.ts';
import type { EngineKind } from './kind.ts';

/** Listens on a TCP port and connects to the target for each client. */
export const tcpProxy: EngineKind<'tcp-proxy'> = {
	createRunner: (record, config) => new TcpProxy(record, config),
	explain: (thrown, config, { context }) => explainPort(thrown, config, 'tcp', context),
	check: (config) => {
		assertPossible(config.kind, config.faults);
		laneMakers(config);
	},
};
