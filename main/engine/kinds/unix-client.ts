import { StreamClient } from '../stream/stream-client.ts';
import { unixDial } from '../stream/unix-dial.ts';
import { explainPath } from './bind-failure.ts';
import type { EngineKind } from './kind.ts';

/** Connects to a path with a stream. */
export const unixClient: EngineKind<'unix-client'> = {
	createRunner: (record, config, onEnded) =>
		new StreamClient(record, unixDial(config, record), config.reconnect, onEnded),
	explain: (thrown, { path }, record) => explainPath(thrown, path, record),
};
