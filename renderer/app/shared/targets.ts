import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { type EndpointKind, isClient, traitsOf } from '../../../common/endpoints/index.ts';

/** An address of an endpoint of ours that another endpoint can send to. */
export interface Target {
	readonly id: string;
	readonly name: string;
	readonly kind: EndpointKind;
	readonly host: string;
	readonly port: number;
	/** For a Unix socket, which has no host and no port. */
	readonly path: string | undefined;
	/** It requires TLS. */
	readonly secure: boolean;
}

/** Open servers and UDP sockets, the preferred endpoint (the selected one) first, then the newest. */
export function targetsOf(endpoints: readonly EndpointState[], preferred: string | undefined): Target[] {
	const open = endpoints.flatMap(({ id, config, local, status }): Target[] => {
		if (status !== 'open' || local === undefined || isClient(config.kind)) return [];
		const { address, port, path } = local;
		const secure = 'tls' in config && config.tls !== undefined;
		return [{ id, name: config.name, kind: config.kind, host: reachable(address), port, path, secure }];
	});
	return open.toReversed().sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
}

/** Whether an endpoint of a kind can send to the target. */
export function isTargetOf(target: Target, kind: EndpointKind): boolean {
	const sender = traitsOf(kind);
	const receiver = traitsOf(target.kind);
	if (sender.protocol !== receiver.protocol || sender.transport !== receiver.transport) return false;
	if (sender.role === 'server' || receiver.role === 'client') return false;
	return !(sender.role === 'proxy' && receiver.role === 'proxy');
}

/** Nobody can connect to "all interfaces": use the loopback address of the same family. */
function reachable(address: string): string {
	if (address === '0.0.0.0') return '127.0.0.1';
	return address === '::' ? '::1' : address;
}
