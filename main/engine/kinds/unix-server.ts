import { StreamServer } from '../stream/stream-server.ts';
import { unixPlace } from '../stream/unix-place.ts';
import { explainPath } from './bind-failure.ts';
import type { EngineKind } from './kind.ts';

/** Listens on a path for streams. */
export const unixServer: EngineKind<'unix-server'> = {
	createRunner: (record, config) => new StreamServer(record, unixPlace(config, record)),
	explain: (thrown, { path }, record) => explainPath(thrown, path, record),
};
