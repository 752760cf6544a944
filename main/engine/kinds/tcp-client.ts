import { StreamClient } from '../stream/stream-client.ts';
import { tcpDial } from '../stream/tcp-dial.ts';
import { portError } from './bind-failure.ts';
import type { EngineKind } from './kind.ts';

/** Connects to a TCP port, directly or through an upstream proxy. */
export const tcpClient: EngineKind<'tcp-client'> = {
	createRunner: (record, config, onEnded) =>
		new StreamClient(record, tcpDial(config, record), config.reconnect, onEnded),
	explain: async (thrown, config) => portError(thrown, config),
};
