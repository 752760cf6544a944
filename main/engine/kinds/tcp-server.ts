import { StreamServer } from '../stream/stream-server.ts';
import { tcpPlace } from '../stream/tcp-place.ts';
import { explainPort } from './bind-failure.ts';
import type { EngineKind } from './kind.ts';

/** Listens on a TCP port. */
export const tcpServer: EngineKind<'tcp-server'> = {
	createRunner: (record, config) => new StreamServer(record, tcpPlace(config, record)),
	explain: (thrown, config, { context }) => explainPort(thrown, config, 'tcp', context),
};
