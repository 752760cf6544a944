import { unixDatagramsMissing } from '../unix-datagram/native.ts';
import { UnixDatagramSocket } from '../unix-datagram/socket.ts';
import { explainPath } from './bind-failure.ts';
import type { EngineKind } from './kind.ts';

/** Sends and receives datagrams by paths, through the C library. */
export const unixDatagram: EngineKind<'unix-datagram'> = {
	createRunner: (record, config) => new UnixDatagramSocket(record, config),
	explain: (thrown, { path }, record) => explainPath(thrown, path, record),
	missing: unixDatagramsMissing,
};
