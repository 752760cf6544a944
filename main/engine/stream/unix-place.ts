import type { UnixServerConfig } from '../../../common/endpoints/index.ts';
import { systemPath, unnamedEnd } from '../addresses/unix-address.ts';
import type { EngineContext } from '../core/context.ts';
import type { ListenPlace } from './stream-server.ts';

/** Listens on a path. */
export function unixPlace({ path, backlog, serve }: UnixServerConfig, context: EngineContext): ListenPlace {
	const local = context.unix.named(path);
	return {
		options: { path: systemPath(path), backlog },
		noDelay: false,
		serve,
		attempt: { verb: 'listen on', path, target: path },
		local: () => local,
		ends: (_socket, id) => ({ local, remote: unnamedEnd(id) }),
		bound: ({ port }) => ({ protocol: 'unix', address: path, port }),
	};
}
