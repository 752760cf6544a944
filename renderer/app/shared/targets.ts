import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { EndpointKind } from '../../../common/endpoints/index.ts';
import { isClient } from './kinds.ts';

/** An address of ours that something else of ours can send to. */
export interface Target {
	readonly id: string;
	readonly name: string;
	readonly kind: EndpointKind;
	readonly host: string;
	readonly port: number;
	/** Of a Unix socket, which has no host and no port. */
	readonly path: string | undefined;
	/** It wants TLS. */
	readonly secure: boolean;
}

/** Open servers and UDP sockets, the preferred endpoint (the selected one) first, then the newest. */
export function targetsOf(endpoints: readonly EndpointState[], preferred: string | undefined): Target[] {
	const open = endpoints.flatMap(({ id, config, local, status }): Target[] => {
		if (status !== 'open' || local === undefined || isClient(config.kind)) return [];
		const { address, port, path } = local;
		const secure = config.kind === 'tcp-server' && config.tls !== undefined;
		return [{ id, name: config.name, kind: config.kind, host: reachable(address), port, path, secure }];
	});
	return open.toReversed().sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
}

/** Whether an endpoint of a kind can send to the target. */
export function isTargetOf(target: Target, kind: EndpointKind): boolean {
	if (kind === 'udp' || kind === 'udp-proxy')
		return target.kind === 'udp' || (kind === 'udp' && target.kind === 'udp-proxy');
	if (kind === 'unix-datagram') return target.kind === 'unix-datagram';
	if (kind === 'unix-client') return target.kind === 'unix-server';
	if (kind === 'tcp-proxy') return target.kind === 'tcp-server';
	return kind === 'tcp-client' && (target.kind === 'tcp-server' || target.kind === 'tcp-proxy');
}

/** Nobody can connect to "all interfaces": the loopback address of the same family stands for it. */
function reachable(address: string): string {
	if (address === '0.0.0.0') return '127.0.0.1';
	return address === '::' ? '::1' : address;
}
