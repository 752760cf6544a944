import type { UnixServerConfig } from '../../common/contract/endpoint.ts';
import type { EngineContext } from './context.ts';
import type { ListenPlace } from './stream-server.ts';
import { systemPath, unnamedEnd } from './unix-address.ts';

/** A path to listen on. */
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
