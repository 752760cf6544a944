import type { ConnectionState, EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { RequestListState } from '../../../common/contract/config/request-list.ts';
import { configuredAddress, destinationOf, isClient, isDatagram } from '../../../common/endpoints/index.ts';
import { formatAddress } from '../../app/shared/format.ts';
import { words } from '../../words/index.ts';

/** One end in the row of an endpoint. */
export type RowAddress = Parameters<typeof formatAddress>[0];

/**
 * The addresses of an endpoint: `own`, where it listens (the bound one while open, else the configured one), and `to`,
 * where it sends to. A client has only the latter.
 */
export function addressesOf({ config, local, status }: EndpointState): {
	readonly own?: RowAddress;
	readonly to?: RowAddress;
} {
	const place = destinationOf(config);
	const to =
		place === undefined ? {} : { to: 'path' in place ? { address: '', port: 0, path: place.path } : addressAt(place) };
	if (isClient(config.kind)) return to;
	return { own: status === 'open' && local !== undefined ? local : configuredAddress(config), ...to };
}

const addressAt = ({ host, port }: { readonly host: string; readonly port: number }) => ({ address: host, port });

/** The same in a line: `127.0.0.1:9001 → 127.0.0.1:9000`. */
export function addressText(state: EndpointState): string {
	const { own, to } = addressesOf(state);
	return [
		...(own === undefined ? [] : [formatAddress(own)]),
		...(to === undefined ? [] : [`→ ${formatAddress(to)}`]),
	].join(' ');
}

/** A warning about a server's address that every machine in the network can reach; undefined otherwise. */
export function exposure({ config }: EndpointState): string | undefined {
	if (isClient(config.kind)) return undefined;
	const { address } = configuredAddress(config);
	const open = address === '0.0.0.0' || address === '::';
	return open ? words().endpoints.exposed : undefined;
}

/** `1 connection`, `2 connections`; for a UDP socket, peers. */
export function countOf({ config, connections }: EndpointState): string {
	const { count, peers } = words().endpoints;
	return isDatagram(config.kind) ? peers(connections) : count(connections);
}

/** `2 of 3 answered`, with the late answers. */
export function asksOf({ total, answered, late }: RequestListState): string {
	const text = words().endpoints;
	return late === 0 ? text.answered(answered, total) : text.answeredLate(answered, total, late);
}

/** A special state of a connection in words; empty for a plain open one. */
export function connectionNote({ status, place }: Pick<ConnectionState, 'status' | 'place'>): string {
	const text = words().endpoints.connection;
	return place === undefined ? text.status[status] : text.place(place);
}
