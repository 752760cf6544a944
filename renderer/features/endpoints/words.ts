import type { ConnectionState, EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { RequestListState } from '../../../common/contract/config/request-list.ts';
import { configuredAddress, isClient, isDatagram } from '../../../common/endpoints/index.ts';
import { formatAddress, formatCount } from '../../app/shared/format.ts';

/** The relevant address of an endpoint: the bound one while open, else the configured one; for a client its target. */
export function addressOf({ config, local, status }: EndpointState): string {
	const configured = formatAddress(configuredAddress(config));
	if (isClient(config.kind)) return `→ ${configured}`;
	return status === 'open' && local !== undefined ? formatAddress(local) : configured;
}

/** A warning about a server's address that every machine in the network can reach; undefined otherwise. */
export function exposure({ config }: EndpointState): string | undefined {
	if (isClient(config.kind)) return undefined;
	const { address } = configuredAddress(config);
	const open = address === '0.0.0.0' || address === '::';
	return open ? 'Reachable from other machines: bound to all interfaces' : undefined;
}

/** `1 connection`, `2 connections`; for a UDP socket, peers. */
export function countOf({ config, connections }: EndpointState): string {
	const noun = isDatagram(config.kind) ? 'peer' : 'connection';
	return `${formatCount(connections)} ${noun}${connections === 1 ? '' : 's'}`;
}

/** `2 of 3 answered`, with the late answers. */
export function asksOf({ total, answered, late }: RequestListState): string {
	return `${formatCount(answered)} of ${formatCount(total)} answered${late === 0 ? '' : `, ${formatCount(late)} too late`}`;
}

const CONNECTION_STATUS: Readonly<Record<ConnectionState['status'], string>> = {
	connecting: 'connecting',
	waiting: 'waits',
	open: '',
	'peer-ended': 'peer has ended',
	ended: 'we have ended',
};

/** A special state of a connection in words; empty for a plain open one. */
export function connectionNote({ status, place }: Pick<ConnectionState, 'status' | 'place'>): string {
	return place === undefined ? CONNECTION_STATUS[status] : `waits, place ${place}`;
}
