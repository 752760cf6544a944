import type { UnixServerConfig } from '../../../common/endpoints/index.ts';
import { systemPath, unnamedEnd } from '../addresses/unix-address.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { ListenPlace } from './stream-server.ts';

/** Listens on a path. */
export function unixPlace(
	{ path, backlog, serve }: UnixServerConfig,
	{ context, pathWords }: EndpointRecord,
): ListenPlace {
	const target = pathWords(path);
	const local = context.unix.named(path);
	return {
		options: { path: systemPath(path), backlog },
		noDelay: false,
		serve,
		attempt: { verb: 'listen on', path, target },
		local: () => local,
		ends: (_socket, id) => ({ local, remote: unnamedEnd(id) }),
		bound: ({ port }) => ({ protocol: 'unix', address: path, port }),
	};
}
