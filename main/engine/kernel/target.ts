import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { KernelSocket } from '../../../common/contract/calls/system/kernel.ts';
import { isDatagram } from '../../../common/endpoints/index.ts';
import { withoutZone } from '../../../common/payload/index.ts';
import { fittingPath } from '../addresses/unix-address.ts';
import type { EngineContext } from '../core/context.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { SocketName } from './own-sockets.ts';
import type { SystemAddress } from './system-address.ts';

/** A socket whose facts are wanted. */
export type Target = Pick<KernelSocket, 'connection' | 'kind' | 'local' | 'remote'>;

/** Sockets of one endpoint that are looked at: a host name has a few addresses. */
const MOST = 16;

/** The sockets of the endpoint itself. */
export function ownTargets({ id, config, local: bound, context }: EndpointRecord): Target[] {
	if (bound === undefined) return [];
	const kind = isDatagram(config.kind) ? 'datagram' : 'listener';
	const sockets = context.bound.of(id, bound.port);
	if (bound.path !== undefined) return sockets.length === 0 ? [] : [{ kind, local: bound }];
	return sockets.slice(0, MOST).map(({ address, port }) => ({ kind, local: { address, port } }));
}

/** The socket of a connection; undefined for one that is closed, or of another endpoint. A UDP peer has that of its endpoint. */
export function connectionTarget(connection: number, endpoint: string, context: EngineContext): Target | undefined {
	const state = context.connections.get(connection)?.state();
	if (state === undefined || state.endpoint !== endpoint) return undefined;
	const { local, remote } = state;
	const [datagrams] = context.bound.of(endpoint, local.port).filter(({ protocol }) => protocol === 'udp');
	if (datagrams === undefined) return { connection, kind: 'stream', local, remote };
	const socket = local.path === undefined ? { address: datagrams.address, port: datagrams.port } : local;
	return { connection, kind: 'datagram', local: socket, remote };
}

/** What the system calls it; undefined where an address is not known. */
export function nameOf({ kind, local, remote }: Target): SocketName | undefined {
	if (kind !== 'stream') return { kind, local: inSystem(local) };
	if (remote === undefined || remote.unknown || local.unknown) return undefined;
	return { kind, local: inSystem(local), remote: inSystem(remote) };
}

function inSystem({ address, port, path }: SocketAddress): SystemAddress {
	if (path === undefined) return { address: withoutZone(address), port };
	return { path: path.startsWith('@') ? path : fittingPath(path) };
}
