import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CapturedConnection, ConnectionsState } from '../../../../common/contract/calls/stream.ts';
import { useWorkbench } from '../endpoints/workbench.ts';
import { session } from '../host/session.ts';
import { connectionOf, type SelectionFacts, useSelection } from '../window/selection.ts';
import { viewed } from './viewed.ts';

/** Name of the selected endpoint; undefined for none, and while a stored capture is viewed, which has other endpoints. */
function selectedName(): string | undefined {
	const { endpoint } = useSelection.getState();
	if (endpoint === undefined || viewed().capture !== undefined) return undefined;
	return useWorkbench.getState().endpoints.get(endpoint)?.config.name;
}

/** The last connections of the viewed capture whose description contains a text, as far as the host has scanned. */
async function lastConnections(text: string, count: number): Promise<CapturedConnection[]> {
	const { total } = await session.call('captureConnections', { ...viewed(), text, from: 0, count: 1 });
	const from = Math.max(0, total - count);
	return (await session.call('captureConnections', { ...viewed(), text, from, count })).connections;
}

/** The last connections of the viewed capture whose endpoint has this name, as far as the host has scanned. */
export async function connectionsNamed(name: string): Promise<CapturedConnection[]> {
	return (await lastConnections(name, LIMITS.rowsPerQuery)).filter((one) => one.endpoint === name);
}

/** Does `work` while the host lists the connections of the viewed capture, once it has listed those of this moment. */
async function whileListed<T>(work: () => Promise<T>): Promise<T> {
	const listed = Promise.withResolvers<void>();
	const look = ({ scanned, stored, limited, error }: ConnectionsState): void => {
		if (error !== undefined) listed.reject(WirebenchError.fromInfo(error));
		else if (limited || scanned >= stored) listed.resolve();
	};
	const stop = session.subscribe('connections', viewed(), {
		onSnapshot: look,
		onDelta: look,
		onError: listed.reject,
	});
	try {
		await listed.promise;
		return await work();
	} finally {
		stop();
	}
}

/** A connection of the viewed capture by its number; undefined where the list of connections does not have it. */
export function capturedConnection(id: number): Promise<CapturedConnection | undefined> {
	return whileListed(async () => {
		const asked = { ...viewed(), text: `#${id}`, from: 0, count: LIMITS.rowsPerQuery };
		return (await session.call('captureConnections', asked)).connections.find((connection) => connection.id === id);
	});
}

/** The connection of the event at `n` of the viewed capture; undefined for none. */
export async function connectionAt(n: number): Promise<number | undefined> {
	const { rows } = await session.call('captureRows', { ...viewed(), from: n, count: 1 });
	const connection = rows[0]?.connection ?? 0;
	return connection === 0 ? undefined : connection;
}

export interface SelectedConnection {
	readonly connection: number | undefined;
	/** The selected event, if it belongs to that connection and was selected last. */
	readonly event: number | undefined;
}

/** The selected connection, resolved in the viewed capture. */
export async function selectedConnection(): Promise<SelectedConnection> {
	const selection = useSelection.getState();
	const { event, latest } = selection;
	const ofEvent = event === undefined ? undefined : await connectionAt(event);
	// The ids of live connections have another meaning in a stored capture.
	const place = viewed().capture === undefined ? {} : { connection: undefined, closed: undefined };
	const connection = connectionOf({ ...selection, ...place }, { ofEvent, ...(await listedFacts(ofEvent)) });
	return {
		connection,
		event: latest === 'event' && connection !== undefined && connection === ofEvent ? event : undefined,
	};
}

/** What only the list of connections knows; nothing where an event decides without it. */
async function listedFacts(ofEvent: number | undefined): Promise<SelectionFacts> {
	if (useSelection.getState().latest === 'event' && ofEvent !== undefined) return {};
	const name = selectedName();
	return whileListed(async () => {
		const [own, all] = await Promise.all([
			name === undefined ? undefined : connectionsNamed(name),
			lastConnections('', 1),
		]);
		return { ofEndpoint: own?.map(({ id }) => id), last: all[0]?.id };
	});
}
